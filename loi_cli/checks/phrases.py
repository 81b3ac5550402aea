"""What rules look for in texts, by language: from the section `checks` of the catalogues of protocol words."""

import re
from functools import cache

from loi_cli.render.catalogue import catalogue


@cache
def phrases(language: str, sort: str) -> re.Pattern[str] | None:
    """Any of the phrases of a sort (`defines`, `equal-force` …); None where the language has none of its own."""
    found = catalogue(language).find(f"checks.{sort}") if catalogue(language).own else None
    if not isinstance(found, list) or not found:
        return None
    any_of = "|".join(re.escape(str(phrase)).replace(r"\*", r"\w*") for phrase in found)
    return re.compile(rf"(?<!\w)(?:{any_of})(?!\w)", re.IGNORECASE)
