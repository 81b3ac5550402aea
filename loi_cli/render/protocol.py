"""What alternates: whose name and which language comes first, and the words around the clauses that follow from it.

In each party's original its own name, signature and language come first. Articles never change.

Order of languages. Our own original has them as the dossier lists them. In the other party's original the languages of
the two parties change places and a neutral one keeps its own: `id, en, ru` becomes `ru, en, id`, and `id, ru, en`
becomes `ru, id, en`; its own is first in any case. Which language is whose is what CLDR says is official in the
country, one that both countries have being neutral as long as the other party has another (fr, ar between France and
Morocco); for a code that CLDR does not know, a language is a party's when that party alone has a name in it. Where none
of the languages is the other party's, ours goes last: `id, en` becomes `en, id`.
"""

from collections.abc import Mapping, Sequence
from functools import cache

from loi_cli.model.dossier import Dossier, Forms, Party
from loi_cli.render.catalogue import Catalogue, capitals, catalogue, spoken


def order_of_parties(dossier: Dossier, original_of: str) -> tuple[str, ...]:
    """The party whose original it is, then the other."""
    return (original_of, *(code for code in dossier.parties if code != original_of))


def order_of_languages(dossier: Dossier, original_of: str, shown: Sequence[str] = ()) -> tuple[str, ...]:
    """The languages of a party's original in order; only those `shown`, when that is given."""
    order = dossier.languages
    if original_of != dossier.home:
        theirs, ours = _own(dossier, original_of), _own(dossier, dossier.home)
        order = _exchanged(order, theirs - ours or theirs, ours - theirs)
    return tuple(language for language in order if not shown or language in shown)


def _exchanged(order: Sequence[str], theirs: frozenset[str], ours: frozenset[str]) -> tuple[str, ...]:
    first = [language for language in order if language in theirs]
    last = [language for language in order if language in ours and language not in theirs]
    if not first:
        return (*(language for language in order if language not in last), *last)
    moving = iter((*first, *last))
    swapped = [next(moving) if language in (*first, *last) else language for language in order]
    if swapped[0] in first:
        return tuple(swapped)
    return (*first, *(language for language in swapped if language not in first))


def _own(dossier: Dossier, code: str) -> frozenset[str]:
    """The languages of the dossier that are this party's own."""
    official = _official(code)
    if official:
        return frozenset(language for language in dossier.languages if language.split("-")[0] in official)
    others = {language for party in dossier.parties.values() if party.code != code for language in party.name}
    return frozenset(dossier.parties[code].name) - others


@cache
def _official(code: str) -> frozenset[str]:
    """The languages official in a country, by its three-letter code; empty for a code that CLDR does not know."""
    from babel.core import get_global
    from babel.languages import get_official_languages

    territory = get_global("territory_aliases").get(code, [code])[0]
    return frozenset(get_official_languages(territory, regional=False, de_facto=True))


def words_of(dossier: Dossier, language: str) -> Catalogue:
    """The words of protocol for this instrument: Parties, or where it does not bind, Participants."""
    return catalogue(language, dossier.profile.non_binding)


def best(words: Mapping[str, Forms], language: str) -> Forms:
    """The forms of a name in a language; else in its main language, in English, in whatever there is."""
    for wanted in (language, language.split("-")[0], "en", *words):
        if wanted in words:
            return words[wanted]
    return {"nom": ""}


def in_case(words: Mapping[str, Forms], language: str, case: str = "nom") -> str:
    """A name in a grammatical case, in the nominative where the dossier does not give that case."""
    forms = best(words, language)
    return forms.get(case) or forms.get("nom", "")


def name_of(party: Party, language: str, case: str = "nom") -> str:
    return in_case(party.name, language, case)


def with_article(name: str, words: Catalogue) -> str:
    """`the Ministry of …`, unless the name brings its article along."""
    article = words.article_of(name)
    return name if name.lower().startswith(article) else article + name


def both_names(dossier: Dossier, original_of: str, language: str, case: str = "nom") -> str:
    """The two names in a sentence, each with its article."""
    words = words_of(dossier, language)
    first, second = (
        with_article(name_of(dossier.parties[code], language, case), words)
        for code in order_of_parties(dossier, original_of)
    )
    return words.say("parties", first=first, second=second) if words.own else words.listed([first, second])


def title_of(dossier: Dossier, language: str) -> str:
    """The name of the instrument as a title writes it: `Letter of Intent`."""
    return words_of(dossier, language).say(f"instrument.{dossier.instrument}")


def short_title(dossier: Dossier, original_of: str, language: str) -> str:
    """`Letter of Intent IDN–BLR`, in BLR's original `BLR–IDN`: what a running head has room for."""
    return f"{title_of(dossier, language)} {'–'.join(order_of_parties(dossier, original_of))}"


def title_block(dossier: Dossier, original_of: str, language: str) -> dict[str, object]:
    """The instrument's name and the lines under it, in capitals; `names`: whether a line names something."""
    words = words_of(dossier, language)
    first, second = (
        with_article(name_of(dossier.parties[code], language, words.case("title.case")), words)
        for code in order_of_parties(dossier, original_of)
    )
    lines = [(words.say("title.between"), False), (first, True), (words.say("title.and"), False), (second, True)]
    subject = dossier.subject.get(language) or dossier.subject.get("en") or next(iter(dossier.subject.values()), "")
    if subject:
        lines += [(words.say("title.on"), False), (_about(subject, words), True)]
    protocols = spoken(language)  # English in place of Turkish has no İ
    return {
        "instrument": capitals(title_of(dossier, language), protocols),
        "lines": [
            {"text": capitals(text, language if names else protocols), "names": names} for text, names in lines if text
        ],
    }


def _about(subject: str, words: Catalogue) -> str:
    """The subject with the preposition that belongs to it: «о сотрудничестве», «об образовании»."""
    vowels, before_vowel = words.find("title.vowels"), words.find("title.subject-before-vowel")
    plain = str(words.find("title.subject"))
    pattern = str(before_vowel) if vowels and before_vowel and subject[0].lower() in str(vowels) else plain
    prepositions = [p.split("{")[0] for p in (plain, str(before_vowel or "")) if p.split("{")[0].strip()]
    return subject if subject.lower().startswith(tuple(prepositions)) else pattern.format(subject=subject)


def preamble(dossier: Dossier, original_of: str, language: str) -> str:
    """Who the parties are: the sentence before the recitals."""
    words = words_of(dossier, language)
    case = words.case("preamble-case")
    first, second = (
        with_article(name_of(dossier.parties[code], language, case), words)
        for code in order_of_parties(dossier, original_of)
    )
    return _capitalised(words.say("preamble", first=first, second=second))


def pivot(dossier: Dossier, language: str) -> str:
    """The phrase between the recitals and the articles, in capitals."""
    return capitals(words_of(dossier, language).say(f"pivot.{dossier.instrument}"), spoken(language))


def signatures(dossier: Dossier, original_of: str, language: str) -> list[dict[str, object]]:
    """Who signs, in order: for whom and in what office. The person is a blank to fill in."""
    words = words_of(dossier, language)
    case = words.case("signature.case")
    found: list[dict[str, object]] = []
    for code in order_of_parties(dossier, original_of):
        party = dossier.parties[code]
        name = with_article(name_of(party, language, case), words)
        office = in_case(party.signatory, language)
        found.append({"for": words.say("signature.for", party=name), "office": office})
    return found


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]
