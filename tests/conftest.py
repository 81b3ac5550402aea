"""How thoroughly laws are tried, and what may not be missing in CI.

Laws are tried enough to find mistakes, short enough for every run; `HYPOTHESIS_PROFILE=thorough` tries them for
minutes. By hand each run tries other examples; CI tries the same ones each time, so that a red run is about the change
it runs on. In CI no judge may be absent: a test skipped for want of an outside program fails the run.
"""

import os

import pytest
from hypothesis import HealthCheck, settings

os.environ["LOI_LANG"] = "en"  # whoever runs the tests; those in other languages say so

_SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]
_MANY = int(os.environ.get("HYPOTHESIS_EXAMPLES", "2000"))
_SAME = bool(os.environ.get("CI"))
settings.register_profile("ci", max_examples=80, deadline=None, suppress_health_check=_SLOW, derandomize=_SAME)
settings.register_profile("thorough", max_examples=_MANY, deadline=None, suppress_health_check=_SLOW)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))

JUDGES = ("LibreOffice", "soffice", "pandoc", "openxml", "Chromium", "Playwright", "axe", "completions")


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
