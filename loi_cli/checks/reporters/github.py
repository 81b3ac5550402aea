"""Findings as workflow commands of GitHub Actions, which shows them beside the changed lines."""

from collections.abc import Iterable, Iterator

from loi_cli.model.problems import Problem


def as_github(problems: Iterable[Problem], folder: str = "") -> Iterator[str]:
    """A line for each finding; `folder` is the dossier's, as seen from the root of the repository."""
    for problem in problems:
        place = problem.place
        file = f"{folder}/{place.file}" if folder and folder != "." else place.file
        where = f"file={_property(file)}"
        if place.line:
            where += f",line={place.line},col={max(place.column, 1)}"
        said = f"{problem.message} ({problem.help})" if problem.help else problem.message
        yield f"::{problem.severity.value} {where},title={_property(problem.code)}::{_data(said)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
