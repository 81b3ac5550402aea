"""The vocabulary of protocol by language: what stands on paper around the clauses.

A language without a catalogue of its own (fr, de, ja …) falls back to English word by word, `pt-BR` first to `pt`;
names of languages and lists then come from CLDR. Nothing ever fails for the want of a word.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from loi_cli.files.packed import Entries, catalogue_entries

FALLBACK = "en"


@dataclass(frozen=True)
class Catalogue:
    """`own`: the words are really in this language, not in English for want of better; `sections` names those that it
    has of its own."""

    language: str
    own: bool
    entries: Entries = field(repr=False)
    sections: frozenset[str] = frozenset()
    _found: dict[str, object] = field(default_factory=dict, repr=False, compare=False)

    def find(self, key: str) -> object | None:
        """What stands under a dotted key (`label.article`), or None."""
        if key not in self._found:
            self._found[key] = self._sought(key)
        return self._found[key]

    def _sought(self, key: str) -> object | None:
        found: object = self.entries
        for part in key.split("."):
            if not isinstance(found, Mapping) or part not in found:
                return None
            found = found[part]
        return found

    def say(self, key: str, /, **values: object) -> str:
        """The words under a dotted key, filled in. A missing key is a mistake of ours, seen in the first test."""
        words = self.find(key)
        if not isinstance(words, str):
            raise KeyError(f"no words for {key} in the catalogue {self.language}")
        return words.format(**values) if values else words

    def section(self, key: str) -> dict[str, str]:
        """All words under a key, for a template that picks among them."""
        found = self.find(key)
        return {str(k): str(v) for k, v in found.items()} if isinstance(found, Mapping) else {}

    @property
    def checked(self) -> bool:
        """Whether somebody who speaks the language has read these words."""
        return self.own and self.say("checked") == "yes"

    @property
    def before_a_date(self) -> str:
        """The word that leads a date, with its blank (`on `, `tanggal `); never English before another language."""
        lead = self.say("date.lead") if self.own else ""
        return f"{lead} " if lead else ""

    def article_of(self, name: str) -> str:
        """The article of a name inside a sentence, with its blank (`the `, `le `, `l’`), whether or not it stands
        there already; "" where the language has none, or does not know that of the name."""
        found = self.find("article") if self.own else ""
        if not isinstance(found, Mapping):
            return _with_blank(str(found or ""))
        for article in map(_with_blank, map(str, found.values())):
            if name.lower().startswith(article):
                return article
        return _with_blank(str(found.get(name.split(" ")[0], "")))

    def case(self, key: str) -> str:
        found = self.find(key)
        return found if isinstance(found, str) else "nom"

    def month(self, number: int) -> str:
        months = self.find("months")
        assert isinstance(months, Sequence)
        return str(months[number - 1])

    def name_of_language(self, language: str, case: str = "") -> str:
        """`Indonesian`; in Russian in the case of «на … языках» unless another is asked for."""
        name = self._named(language)
        endings = self.find(f"language-endings.{case or self.case('language-case')}")
        for old, new in endings.items() if isinstance(endings, Mapping) else ():
            if name.endswith(str(old)):
                return name.removesuffix(str(old)) + str(new)
        return name

    def _named(self, language: str) -> str:
        known = self.find(f"languages.{language.split('-')[0]}")
        if isinstance(known, str) and self.own:
            return known
        from babel import Locale, UnknownLocaleError

        try:
            found = Locale.parse(language, sep="-").get_language_name(self.language.replace("-", "_"))
        except (UnknownLocaleError, ValueError):
            found = None
        return found or (known if isinstance(known, str) else language)

    def listed(self, names: Sequence[str]) -> str:
        """`Indonesian, English and Russian`."""
        if len(names) < 2:
            return "".join(names)
        if not self.own:
            return _listed_by_cldr(names, self.language) or self._listed(names)
        return self._listed(names)

    def _listed(self, names: Sequence[str]) -> str:
        head = self.say("list.between").join(names[:-1])
        return self.say("list.pair" if len(names) == 2 else "list.more", head=head, last=names[-1])


@cache
def catalogue(language: str, non_binding: bool = False) -> Catalogue:
    """The catalogue of a language, completed with English; `non_binding`: with the words of its section of that name
    before the others, as far as the language has any."""
    english = catalogue_entries(FALLBACK) or {}
    own = catalogue_entries(language) or catalogue_entries(language.split("-")[0])
    entries = _completed(own or {}, english)
    if non_binding:
        other = (english if own is None else own).get("non-binding")
        entries = _completed(other, entries) if isinstance(other, Mapping) else entries
    return Catalogue(language, own is not None, entries, frozenset(own or ()))


def spoken(language: str) -> str:
    """The language itself; English where there is no catalogue of it."""
    return language if catalogue(language).own else FALLBACK


def spoken_in(section: str, language: str) -> str:
    """The language itself; English where no catalogue of it has this section: half a letter in each serves nobody."""
    return language if section in catalogue(language).sections else FALLBACK


def _with_blank(article: str) -> str:
    return article if not article or article.endswith("’") else f"{article} "


def _completed(entries: Entries, fallback: Entries) -> dict[str, object]:
    """`entries`, and what they lack from `fallback`."""
    made = {**fallback, **entries}
    for key, value in entries.items():
        under = fallback.get(key)
        if isinstance(value, Mapping) and isinstance(under, Mapping):
            made[key] = _completed(value, under)
    return made


def _listed_by_cldr(names: Sequence[str], language: str) -> str | None:
    from babel import UnknownLocaleError
    from babel.lists import format_list

    try:
        return str(format_list(list(names), locale=language.replace("-", "_")))
    except (UnknownLocaleError, ValueError):
        return None


def capitals(text: str, language: str) -> str:
    """The text in capital letters; Turkish and Azeri keep the dot of i."""
    if language.split("-")[0] in ("tr", "az"):
        text = text.replace("i", "İ")
    return text.upper()
