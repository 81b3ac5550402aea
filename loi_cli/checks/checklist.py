"""What a treaty office asks of a text before it is signed: every rule at its strictest, passed or open."""

from loi_cli.checks.registry import RULES, findings
from loi_cli.checks.rule import Stage, Subject
from loi_cli.model.versions import Version
from loi_cli.render.material import Point


def points(version: Version, subject: Subject) -> tuple[Point, ...]:
    """Every rule of a final text with what breaks it, also those that the dossier ignores."""
    found = findings(subject._replace(text=version.text), Stage.FINAL)
    return tuple(
        Point(
            code=module.RULE.code,
            says=module.RULE.says,
            why=module.RULE.why,
            found=tuple(problem.message for problem in found if problem.code == module.RULE.code),
        )
        for module in RULES
        if module.RULE.final is not None
    )
