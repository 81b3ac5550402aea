"""A letter of intent in three languages, written for these tests: every part of the vocabulary has a place in it."""

from collections.abc import Iterator

LANGUAGES = ("id", "en", "ru")
_ARTICLE = {"id": "Pasal", "en": "Article", "ru": "Статья"}
_HEADINGS = {
    "id": ("Tujuan", "Bidang Kerja Sama", "Pelaksanaan", "Penyelesaian Perbedaan"),
    "en": ("Purpose", "Areas of Cooperation", "Implementation", "Settlement of Differences"),
    "ru": ("Цель", "Области сотрудничества", "Реализация", "Урегулирование разногласий"),
}
_TEXTS = {
    "id": (
        "Para Pihak bermaksud mengembangkan kerja sama industri atas dasar kesetaraan dan manfaat bersama.",
        "Kerja sama dapat mencakup pertukaran informasi, kunjungan, dan proyek bersama sesuai peraturan masing-masing.",
    ),
    "en": (
        "The Parties intend to develop industrial cooperation on the basis of equality and mutual benefit.",
        "Cooperation may include exchange of information, visits and joint projects under the laws of each Party.",
    ),
    "ru": (
        "Стороны намерены развивать промышленное сотрудничество на основе равенства и взаимной выгоды.",
        "Сотрудничество может включать обмен информацией, визиты и совместные проекты согласно праву каждой Стороны.",
    ),
}
_ITEMS = {
    "id": ("komponen otomotif;", "kimia hulu;", "industri agro."),
    "en": ("automotive components;", "upstream chemicals;", "agro-industry."),
    "ru": ("автомобильные компоненты;", "базовая химия;", "агропромышленность."),
}


def label(text: str, level: int, number: int, format_: str = "decimal") -> str:
    """The label of a clause."""
    data = f'data-list="clauses" data-level="{level}" data-format="{format_}" data-number="{number}"'
    return f'<span class="label" {data}>{text}</span>'


def article(number: int, lang: str) -> Iterator[str]:
    """The paragraphs of one article, in order."""
    yield f'<p class="article" id="a{number}-{lang}">{label(f"{_ARTICLE[lang]} {number}", 0, number)}</p>'
    yield f'<p class="article-heading">{_HEADINGS[lang][(number - 1) % 4]}</p>'
    for n, text in enumerate(_TEXTS[lang], 1):
        yield f'<p class="paragraph">{label(f"({n})", 1, n)} {text}</p>'
    if number % 2 == 0:
        for n, text in enumerate(_ITEMS[lang], 1):
            yield f'<p class="item">{label(f"({chr(96 + n)})", 2, n, "lowerLetter")} {text}</p>'


def parallel(number: int, languages: tuple[str, ...] = LANGUAGES) -> str:
    """One article, language beside language."""
    rows = zip(*(article(number, lang) for lang in languages), strict=True)
    written = "".join(
        "<tr>" + "".join(f'<td lang="{lang}">{p}</td>' for lang, p in zip(languages, row, strict=True)) + "</tr>"
        for row in rows
    )
    return f'<table class="parallel">{written}</table>'


def letter(articles: int, languages: tuple[str, ...] = ("id", "en")) -> str:
    """A plain letter of many articles, a table each: what is measured."""
    body = "".join(parallel(n, languages) for n in range(1, articles + 1))
    return (
        f'<html lang="en"><head><title>Letter</title></head><body><section class="paper">{body}</section></body></html>'
    )


_CHANGE = 'data-author="BLR" data-date="2022-01-31T09:30:00+07:00"'

SAMPLE = f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Letter of Intent on Industrial Cooperation</title>
<meta name="watermark" content="DRAFT"><style>p {{ color: red }}</style></head><body>
<section class="paper">
  <header><p>RESTRICTED<span class="tab"></span>Letter of Intent<span class="tab"></span>DRAFT as of 31 January 2022</p></header>
  <footer><p>v3-3f2a91<span class="tab"></span>Page <span class="page">1</span> of <span class="pages">5</span></p></footer>
  <p class="cover-title">Letter of Intent</p>
  <p class="cover-line">on industrial cooperation</p>
  <hr>
  <p class="label-line"><span class="label">Version</span>third draft</p>
  <p class="label-line"><span class="label">Meeting</span>bilateral meeting, February 2022</p>
  <h1>Contents</h1>
  <nav class="contents"><ol>
    <li><a href="#a1-en">Article 1</a> <span class="page">2</span>
      <ol><li><a href="#a2-en">Areas of Cooperation</a></li></ol></li>
    <li><a href="#matrix">Matrix of inputs</a> <span class="page">4</span></li>
  </ol></nav>
</section>
<section class="paper">
  <header><p>RESTRICTED<span class="tab"></span><span class="tab"></span>three languages</p></header>
  <footer><p><span class="tab"></span>Page <span class="page">2</span> of <span class="pages">5</span><span class="tab"></span></p></footer>
  <table class="parallel"><tr>
    <td lang="id"><p class="title">Surat Pernyataan Kehendak</p></td><td lang="en"><p class="title">Letter of Intent</p></td>
    <td lang="ru"><p class="title">Письмо о намерениях</p></td></tr></table>
  {parallel(1)}
  {parallel(2)}
  {parallel(3)}
  <p class="testimonium">Signed in <span class="blank">________</span> on <span class="blank">________</span> in two originals,
  all texts being equally authentic (see <a class="ref" href="#a2-en">Article 2</a>).</p>
  <table class="signature"><tr><td><p class="signature">For the Ministry of Industry<br>of the Republic of Indonesia</p></td>
    <td><p class="signature">For the Ministry of Industry<br>of the Republic of Belarus</p></td></tr>
    <tr><td><p class="signature"><br><br><br><span class="blank">____________________</span></p></td>
    <td><p class="signature"><br><br><br><span class="blank">____________________</span></p></td></tr>
    <tr><td><p class="signature">Minister of Industry</p></td><td><p class="signature">Minister of Industry</p></td></tr></table>
</section>
<section class="paper" data-restart="1">
  <h1>Redline</h1>
  <p class="recital">DESIRING to <del {_CHANGE}>promote</del><ins {_CHANGE}>develop</ins> industrial cooperation;</p>
  <p class="recital" data-change="deleted" {_CHANGE}>NOTING earlier talks;</p>
  <p class="recital" data-change="inserted" {_CHANGE}>RECALLING the meeting of <b>2021</b>;</p>
  <p class="article">{label("Article 7", 0, 7)}</p>
  <p class="article-heading">Brackets</p>
  <p class="paragraph">{label("(3)", 1, 3)} The Parties shall
    <span class="bracket">[<span class="side">ilmate:</span> promote] [<span class="side">agro:</span> develop]</span> trade.</p>
  <p class="internal">Internal: our fallback is <span class="internal">develop</span>, <span class="muted">said by agro</span>.</p>
  <ul><li>first<ol><li>one</li><li>two</li></ol></li><li>second, <mark>marked</mark>, H<sub>2</sub>O and m<sup>2</sup></li></ul>
  <ol type="a" start="3"><li><p>third letter</p><p class="small">with a second paragraph</p></li></ol>
  <blockquote><p>“Quoted words.”</p></blockquote>
  <p lang="ar">رسالة نوايا</p>
  <div class="keep"><h2>Kept</h2><p class="note">A note that stays with what follows.</p></div>
  <table class="grid"><thead><tr><th>Clause</th><th class="right">Inputs</th></tr></thead><tbody>
    <tr><td>2 (1)</td><td class="right">4</td></tr>
    <tr data-change="inserted" {_CHANGE}><td>2 (2)</td><td class="right">7</td></tr>
    <tr><td colspan="2" class="center">in all <u>eleven</u></td></tr></tbody></table>
</section>
<section class="paper landscape">
  <footer><p>left<span class="tab"></span>Page <span class="page">5</span><span class="tab"></span>right</p></footer>
  <h1 id="matrix">Matrix of inputs</h1>
  <table class="grid"><caption>Every input</caption><colgroup><col style="width:10%"><col style="width:20%"><col></colgroup>
    <thead><tr><th>Clause</th><th>Unit</th><th>Words &lt; “new” &amp; old &gt;</th></tr></thead>
    <tr><td>1</td><td>Ditjen ILMATE</td><td lang="id">komponen otomotif dan suku cadang</td></tr></table>
  <div class="page-break"></div>
  <p>After a page break.</p>
</section>
</body></html>
"""  # noqa: E501  # a paper is easier to read with a paragraph on a line
