"""In CI no judge may be absent: a test skipped for want of an outside program fails the run."""

import os

import pytest

JUDGES = ("LibreOffice", "soffice", "pandoc", "openxml", "Chromium", "Playwright", "axe")


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if not os.environ.get("CI") or exitstatus != 0 or reporter is None:
        return
    reasons = {str(report.longrepr) for report in reporter.stats.get("skipped", ())}
    absent = sorted(reason for reason in reasons if any(judge in reason for judge in JUDGES))
    if absent:
        reporter.write_line("skipped in CI, where every judge must be present: " + "; ".join(absent), red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
