"""Drafts of others: what they refer to, in which script they are written."""

from pathlib import Path

import pytest

from loi_cli.intake.importing.figures import number_of
from loi_cli.intake.importing.importing import Imported, import_draft
from loi_cli.model.text import Kind
from loi_cli.model.words import shown

DRAFTS = Path(__file__).parent / "drafts"


def imported(draft: str, *languages: str) -> Imported:
    return import_draft(draft.encode(), "d.txt", None, languages)


def concept_of(draft: str, *languages: str) -> str:
    """The concept in one line, without what stands above it."""
    return " ".join(imported(draft, *languages).data.decode().split("schema: 1")[1].split())


@pytest.mark.parametrize(
    ("language", "article", "typed", "read"),
    [
        ("en", "Article", "Article 1(2)", "{@scope.fields}"),
        ("en", "Article", "Article 1(2)(b)", "{@scope.fields.fish}"),
        ("en", "Article", "Article 1(7)", "{@scope}(7)"),
        ("en", "Article", "Article 1(2) of the Convention", "Article 1(2) of the Convention"),
        ("id", "Pasal", "Pasal 1 ayat (2)", "{@scope.fields}"),
        ("id", "Pasal", "Pasal 1 ayat (2) huruf b", "{@scope.fields.fish}"),
        ("id", "Pasal", "Pasal 1 ayat (9)", "{@scope} ayat (9)"),
        ("en", "Article", "paragraph 2 of Article 1", "paragraph {@scope.fields.number} of Article {@scope.number}"),
        (
            "en",
            "Article",
            "paragraphs 1 and 2 of Article 1",
            "paragraphs {@scope.parties.number} and {@scope.fields.number} of Article {@scope.number}",
        ),
        (
            "en",
            "Article",
            "item (b) of paragraph 2 of Article 1",
            "item ({@scope.fields.fish.number}) of paragraph {@scope.fields.number} of Article {@scope.number}",
        ),
        (
            "en",
            "Article",
            "subparagraph 2(b) of Article 1",
            "subparagraph {@scope.fields.number}({@scope.fields.fish.number}) of Article {@scope.number}",
        ),
        ("en", "Article", "Article 1.2", "Article {@scope.number}.{@scope.fields.number}"),
        ("en", "Article", "Articles 1 and 2", "Articles {@scope.number} and {@means.number}"),
        ("en", "Article", "Article 1 and 2 months", "{@scope} and 2 months"),
        (
            "en",
            "Article",
            "paragraph 2 of Articles 1 and 2",
            "paragraph 2 of Articles {@scope.number} and {@means.number}",
        ),
        ("en", "Article", "each item a Party holds", "each item a Party holds"),
        (
            "id",
            "Pasal",
            "Pasal 1 ayat (1) dan ayat (2)",
            "Pasal {@scope.number} ayat ({@scope.parties.number}) dan ayat ({@scope.fields.number})",
        ),
        ("ru", "Статья", "пункт 2 статьи 1", "{@scope.fields}"),
        (
            "ru",
            "Статья",
            "пунктами 1 и 2 статьи 1",
            "пунктами {@scope.parties.number} и {@scope.fields.number} статьи {@scope.number}",
        ),
        (
            "ru",
            "Статья",
            "подпунктом «b» пункта 2 статьи 1",
            "подпунктом «{@scope.fields.fish.number}» пункта {@scope.fields.number} статьи {@scope.number}",
        ),
        ("fr", "Article", "paragraphe 2 de l’article 1", "{@scope.fields}"),
        (
            "fr",
            "Article",
            "les paragraphes 1 et 2 de l'article 1",
            "les paragraphes {@scope.parties.number} et {@scope.fields.number} de l'article {@scope.number}",
        ),
        (
            "es",
            "Artículo",
            "el apartado 2 del artículo 1",
            "el apartado {@scope.fields.number} del artículo {@scope.number}",
        ),
    ],
)
def test_paragraphs_and_items_that_a_draft_refers_to(language: str, article: str, typed: str, read: str) -> None:
    draft = (
        f"{article} 1\nScope\n\n(1) Parties.\n\n(2) Fields:\na) ports;\nb) fish.\n\n"
        f"{article} 2\nMeans\n\nKerja sama; {typed}.\n"
    )
    assert f"Kerja sama; {read}." in concept_of(draft, language)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("paragraph 2 of the Annex", "paragraph {@list-ports.ambon.number} of the Annex"),
        ("the Annex, paragraph (1)", "{@list-ports.bitung}"),
        ("ports listed in the Annex", "ports listed in {@list-ports}"),
        ("the Annex of the Convention", "the Annex of the Convention"),
        ("paragraph 1 of this Article", "paragraph {@scope.parties.number} of this Article"),
        ("paragraph 3 of the Convention", "paragraph 3 of the Convention"),
    ],
)
def test_parts_of_an_annex_and_of_the_same_article(typed: str, read: str) -> None:
    draft = f"Article 1\nScope\n\n1. Parties.\n\n2. Ports; {typed}.\n\nAnnex\nList of ports\n\n1. Bitung;\n2. Ambon.\n"
    assert f"Ports; {read}." in concept_of(draft, "en")


def test_lettered_annexes() -> None:
    """A part of an annex that is named before it is no part of the article that says so."""
    draft = (
        "Article 1\nScope\n\n1. Fields of Annex A, and Annex B, paragraph 2.\n\n"
        "2. Annexes A and B; Annex A.1; Annex C.\n\n"
        "Annex A\nFields\n\n1. Cars.\n\nAnnex B\nPorts\n\n1. Bitung;\n\n2. Ambon.\n\nAnnex C\nRoads\n\nNone.\n"
    )
    concept = concept_of(draft, "en")
    assert "Fields of Annex {@fields.number}, and Annex {@ports.number}, paragraph {@ports.ambon.number}." in concept
    assert (
        "Annexes {@fields.number} and {@ports.number}; Annex {@fields.number}.{@fields.cars.number}; "
        "Annex {@roads.number}." in concept
    )


def test_a_paragraph_of_two_articles_is_of_which() -> None:
    draft = "Article 1\nScope\n\nWide.\n\nArticle 2\nMeans\n\nSee paragraph 2 of Articles 1 and 2.\n"
    (doubt,) = (one.why for one in imported(draft, "en").doubts)
    assert "of which of these it is, is not certain" in doubt


@pytest.mark.parametrize("language", ["ar", "zh"])
def test_a_draft_in_a_script_without_capitals(language: str) -> None:
    """Recitals, the words between them and the articles, closing words and signatures are told by what they say."""
    found = imported((DRAFTS / f"{language}.txt").read_text(encoding="utf-8"))
    assert found.languages == (language,)
    (elsewhere,) = (one.why for one in found.doubts)
    assert "an article of another instrument" in elsewhere
    kinds = [clause.kind for clause in found.text]
    assert [kinds.count(kind) for kind in Kind] == [2, 4, 4 if language == "ar" else 5, 3, 1, 1]
    assert len(found.title[language]) == len(found.parties[language]) == 1
    assert len(found.left_out) == 4  # title, parties, the words between, signatures
    third = [clause.id for clause in found.text if clause.kind is Kind.ARTICLE][2]
    assert [shown(one.text[language]) for one in found.text if one.parent == third] == THIRD[language]


THIRD = {
    "zh": [
        "双方可通过信息交流开展合作。",
        "双方根据第{@article-4.number}条第{@article-4.i1.number}项和本条第{@article-5.p1.number}款设立联合工作组。",
        "具体项目见附件{@annex-8.number}，并按照第{@article-5.number}条第{@article-5.p2.number}款"
        "和第{@article-6.number}条执行，但不影响《公约》第二条。",
    ],
    "ar": [
        "يجوز أن يتم التعاون من خلال تبادل المعلومات.",
        "ينشأ فريق عمل مشترك وفقا للفقرة {@article-5.p1.number} من المادة {@article-5.number} و{@annex-8}، "
        "وللمادتين {@article-4.number} و{@article-5.number}، دون المساس بالمادة 2 من الاتفاقية.",
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("五", 5), ("十", 10), ("十二", 12), ("二十三", 23), ("一百零五", 105), ("الأولى", 1), ("الثالث", 3),
        ("الحادية عشرة", 11), ("الثانية عشرة", 12), ("٣", 3), ("IV", 4), ("I", 1), ("A", 1), ("C", 3), ("b", 2),
        ("ج", 3), ("в", 3), ("12", 12),
    ],
)  # fmt: skip
def test_numbers_as_drafts_write_them(typed: str, number: int) -> None:
    assert number_of(typed) == number


def test_lines_without_blanks_between_them() -> None:
    """An article's number, its heading and its text each on a line; recitals too; a text broken to fit stays one."""
    found = imported(
        "MEMORANDUM OF UNDERSTANDING\n\nDESIRING to trade;\nRECALLING the meetings;\n\n"
        "Article 1\nFields\nThe Parties cooperate in trade, and meet as often as they wish in\nNairobi.\n"
        "Article 2\nThe Parties pay what their own meetings cost, wherever in the\nRepublic they are held.\n"
    )
    assert [
        (clause.kind, shown(clause.heading.get("en", ())), shown(clause.text.get("en", ()))) for clause in found.text
    ] == [
        (Kind.RECITAL, "", "DESIRING to trade;"),
        (Kind.RECITAL, "", "RECALLING the meetings;"),
        (Kind.ARTICLE, "Fields", "The Parties cooperate in trade, and meet as often as they wish in Nairobi."),
        (Kind.ARTICLE, "", "The Parties pay what their own meetings cost, wherever in the Republic they are held."),
    ]
