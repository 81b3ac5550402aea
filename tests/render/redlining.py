"""Pairs of texts: random ones, and others made of them by rewording, adding, taking out, moving, splitting, joining."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from random import Random

from loi_cli.model.text import Clause, Kind, Text
from loi_cli.model.words import Run
from loi_cli.render.papers import render_html
from tests.render.builder import dossier, material, version

LEXICON: Mapping[str, tuple[str, str]] = {
    "en": (
        " ",
        "the Parties shall may exchange trade, goods; services investment (joint) working group and in 2022",
    ),
    "id": (
        " ",
        "Para Pihak bermaksud mengembangkan kerja sama industri, dan komponen; otomotif yang di-atur (bersama)",
    ),
    "ru": (" ", "Стороны намерены развивать сотрудничество, в области торговли; и промышленности № 5 «новых» товаров"),
    "ar": (" ", "يعتزم الطرفان تطوير التعاون، في مجال الصناعة؛ والتجارة (المشتركة) بين البلدين عام 2022"),
    "zh": ("", "双 方 愿 意 发 展 工 业 合 作 ， 并 在 汽 车 零 部 件 领 域 （ 共 同 ） 投 资 ；"),
    "ja": ("", "両 者 は 産 業 協 力 を 発 展 さ せ る 、 自 動 車 部 品 と カタカナ の 「 分 野 」 で"),
}
"""Language -> what stands between its words, and some of them."""

_HOLDS = {
    Kind.ARTICLE: (Kind.PARAGRAPH, Kind.ITEM), Kind.PARAGRAPH: (Kind.ITEM,), Kind.ITEM: (Kind.ITEM,),
    Kind.ANNEX: (Kind.PARAGRAPH,), Kind.RECITAL: (), Kind.TESTIMONIUM: (),
}  # fmt: skip
_DEEPEST = 3


class Drafter:
    """Makes texts, and other texts of them; the same seed makes the same ones."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.languages = self._languages()
        self._last = 0

    def _languages(self) -> tuple[str, ...]:
        count = self.random.choice((1, 1, 2, 3))
        return tuple(self.random.sample(sorted(LEXICON), count))

    def _words(self, least: int = 1, most: int = 12) -> dict[str, tuple[Run, ...]]:
        found = {}
        for language in self.languages:
            between, some = LEXICON[language]
            words = self.random.choices(some.split(), k=self.random.randint(least, most))
            found[language] = (Run(between.join(words), ("concept",)),)
        return found

    def clause(self, kind: Kind, parent: str | None) -> Clause:
        self._last += 1
        heading = self._words(1, 3) if kind in (Kind.ARTICLE, Kind.ANNEX) and self.random.random() < 0.8 else {}
        text = {} if heading and self.random.random() < 0.4 else self._words()
        return Clause(id=f"c{self._last}", kind=kind, parent=parent, heading=heading, text=text, by=("concept",))

    def text(self) -> Text:
        tops = [Kind.RECITAL] * self.random.randint(0, 3) + [Kind.ARTICLE] * self.random.randint(1, 4)
        tops += [Kind.TESTIMONIUM] + [Kind.ANNEX] * self.random.randint(0, 1)
        return Text(tuple(clause for kind in tops for clause in self._with_children(self.clause(kind, None), 0)))

    def _with_children(self, clause: Clause, depth: int) -> list[Clause]:
        found = [clause]
        kinds = _HOLDS[clause.kind]
        if kinds and depth < _DEEPEST and self.random.random() < 0.7:
            kind = self.random.choice(kinds)
            for _n in range(self.random.randint(1, 3)):
                found += self._with_children(self.clause(kind, clause.id), depth + 1)
        return found

    def changed(self, text: Text) -> Text:
        """Another text after a few changes."""
        ways: Sequence[Callable[[Text], Text]] = (
            self._reworded, self._reworded, self._headed, self._put_in, self._taken_out, self._moved, self._split,
            self._joined,
        )  # fmt: skip
        for way in self.random.choices(ways, k=self.random.randint(1, 6)):
            text = way(text)
        return text

    def _reworded(self, text: Text) -> Text:
        clause = self.random.choice(text.clauses)
        words = {language: self._edited(language, clause) for language in clause.text}
        return _with(text, clause._replace(text={language: w for language, w in words.items() if w}))

    def _edited(self, language: str, clause: Clause) -> tuple[Run, ...]:
        between, some = LEXICON[language]
        words = _cut(clause.text[language], between)
        for _n in range(self.random.randint(1, 3)):
            start = self.random.randint(0, len(words))
            end = min(len(words), start + self.random.randint(0, 2))
            words[start:end] = self.random.choices(some.split(), k=self.random.randint(0, 2))
        return (Run(between.join(words), ("a-1",)),) if words else clause.text[language]

    def _headed(self, text: Text) -> Text:
        """A heading, or words below one, come or go as a paragraph of their own."""
        clause = self.random.choice([c for c in text if c.kind in (Kind.ARTICLE, Kind.ANNEX)] or text.clauses[:1])
        if clause.heading and clause.text:
            return _with(text, clause._replace(**self.random.choice(({"heading": {}}, {"text": {}}))))
        return _with(
            text, clause._replace(heading=clause.heading or self._words(1, 3), text=clause.text or self._words())
        )

    def _put_in(self, text: Text) -> Text:
        neighbour = self.random.choice(text.clauses)
        new = self._with_children(self.clause(neighbour.kind, neighbour.parent), _DEEPEST - 1)
        return _spliced(text, _end(text, neighbour.id), new)

    def _taken_out(self, text: Text) -> Text:
        clause = self.random.choice(text.clauses)
        gone = _held(text, clause.id)
        return Text(tuple(c for c in text if c.id not in gone)) if len(gone) < len(text) else text

    def _moved(self, text: Text) -> Text:
        clause = self.random.choice(text.clauses)
        mine = _held(text, clause.id)
        near = [c for c in text if c.kind is clause.kind and c.id not in mine]
        if not near:
            return text
        anchor = self.random.choice(near)
        moving = [clause._replace(parent=anchor.parent), *(c for c in text if c.id in mine and c.id != clause.id)]
        rest = Text(tuple(c for c in text if c.id not in mine))
        return _spliced(rest, _end(rest, anchor.id), moving)

    def _split(self, text: Text) -> Text:
        clause = self.random.choice(text.clauses)
        first, second = {}, {}
        for language, words in clause.text.items():
            between = LEXICON[language][0]
            cut = _cut(words, between)
            at = self.random.randint(1, max(1, len(cut) - 1))
            first[language], second[language] = (
                (Run(between.join(part), ("concept",)),) for part in (cut[:at], cut[at:])
            )
        if not all(words[0].text for words in second.values()) or clause.heading:
            return text
        new = self.clause(clause.kind, clause.parent)._replace(heading={}, text=second)
        return _spliced(_with(text, clause._replace(text=first)), _end(text, clause.id), [new])

    def _joined(self, text: Text) -> Text:
        pairs = [
            (a, b) for a, b in zip(text, text.clauses[1:], strict=False) if a.kind is b.kind and a.parent == b.parent
        ]
        pairs = [(a, b) for a, b in pairs if len(_held(text, b.id)) == 1 and not (a.heading or b.heading)]
        if not pairs:
            return text
        one, other = self.random.choice(pairs)
        words = {
            language: (Run(LEXICON[language][0].join((one.text[language][0].text, run[0].text)), ("concept",)),)
            for language, run in other.text.items()
            if language in one.text
        }
        return Text(tuple(c._replace(text=words) if c.id == one.id else c for c in text if c.id != other.id))


def _cut(words: Sequence[object], between: str) -> list[str]:
    run = words[0]
    assert isinstance(run, Run)
    return run.text.split(between) if between else list(run.text)


def _with(text: Text, clause: Clause) -> Text:
    return Text(tuple(clause if c.id == clause.id else c for c in text))


def _held(text: Text, clause: str) -> set[str]:
    """A clause and all that it holds."""
    found = {clause}
    for each in text:
        if each.parent in found:
            found.add(each.id)
    return found


def _end(text: Text, clause: str) -> int:
    """The place after a clause and all that it holds."""
    held = _held(text, clause)
    return max(n for n, each in enumerate(text) if each.id in held) + 1


def _spliced(text: Text, at: int, new: Sequence[Clause]) -> Text:
    return Text((*text.clauses[:at], *new, *text.clauses[at:]))


def redline(old: Text, new: Text, languages: tuple[str, ...], templates: Path) -> str:
    """The redline of a pair, without its cover."""
    (templates / "sections").mkdir(exist_ok=True)
    (templates / "sections" / "redline.html").write_text(
        '{% from "macros/protocol.html" import whole %}{% for text in redline.texts %}<section class="paper" '
        'lang="{{ text.languages[0] }}">{{ whole(text) }}</section>{% endfor %}'
    )
    one, other = (version(*text, number=number) for number, text in ((2, old), (3, new)))
    what = material(other, dossier(*languages), *languages, against=one)
    return render_html("redline", what, (templates,))
