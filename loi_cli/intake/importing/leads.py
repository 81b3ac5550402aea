"""The words by which the parts of an instrument begin, by language: Article, Annex, IN WITNESS WHEREOF.

A language that is not here is read with the English words, as its papers are printed with them; numbers, columns and
places in the text then still tell most.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Leads:
    """`elsewhere` are words after the name of an article that say that it is another instrument's, `here` those that
    say it is this one's."""

    article: tuple[str, ...]
    annex: tuple[str, ...]
    closing: tuple[str, ...]
    parties: tuple[str, ...]
    pivot: tuple[str, ...]
    signing: tuple[str, ...]
    elsewhere: tuple[str, ...] = ()
    here: tuple[str, ...] = ()
    inflected: tuple[str, ...] = field(default=())

    @property
    def articles(self) -> tuple[str, ...]:
        """Every word that names an article, in whatever case."""
        return (*self.article, *self.inflected)


_ENGLISH = Leads(
    article=("Article", "Section", "Clause"),
    annex=("Annex", "Appendix", "Attachment", "Schedule"),
    closing=("IN WITNESS WHEREOF", "IN WITNESS THEREOF", "DONE", "SIGNED", "EXECUTED"),
    parties=("hereinafter", "hereafter", "referred to as"),
    pivot=("have reached", "have agreed", "agree as follows", "have decided", "as follows"),
    signing=("For", "On behalf of", "Signature"),
    elsewhere=("of the", "of that", "of its", "of a", "of an", "of Law", "of Regulation"),
    here=("of this",),
    inflected=("Articles",),
)

BY_LANGUAGE: Mapping[str, Leads] = {
    "en": _ENGLISH,
    "id": Leads(
        article=("Pasal", "Bagian"),
        annex=("Lampiran",),
        closing=("SEBAGAI BUKTI", "DIBUAT", "DITANDATANGANI", "DEMIKIAN"),
        parties=("selanjutnya", "disebut sebagai"),
        pivot=("telah mencapai", "telah sepakat", "telah menyepakati", "sebagai berikut"),
        signing=("Untuk", "Atas nama", "Tanda tangan"),
        elsewhere=("Undang-Undang", "Konvensi", "Perjanjian", "Peraturan", "Piagam", "dari", "Persetujuan"),
        here=("Surat Pernyataan", "Memorandum", "ini"),
    ),
    "ms": Leads(
        article=("Perkara", "Artikel", "Fasal"),
        annex=("Lampiran",),
        closing=("PADA MENYAKSIKAN", "DIBUAT", "DITANDATANGANI"),
        parties=("selepas ini", "kemudian daripada ini"),
        pivot=("telah mencapai", "telah bersetuju", "seperti berikut"),
        signing=("Bagi pihak", "Untuk"),
        elsewhere=("Akta", "Konvensyen", "Perjanjian"),
    ),
    "ru": Leads(
        article=("Статья", "Раздел"),
        annex=("Приложение",),
        closing=("В УДОСТОВЕРЕНИЕ", "СОВЕРШЕНО", "ПОДПИСАНО", "УЧИНЕНО"),
        parties=("далее", "именуемые", "именуемое"),
        pivot=("достигли", "договорились", "согласились", "о нижеследующем", "следующем"),
        signing=("За", "От имени"),
        elsewhere=("Закона", "Конвенции", "Договора", "Устава", "Соглашения"),
        here=("настоящего", "настоящей"),
        inflected=("статья", "статьи", "статье", "статью", "статьёй", "статьей"),
    ),
    "be": Leads(
        article=("Артыкул", "Раздзел"),
        annex=("Дадатак",),
        closing=("У СВЕДЧАННЕ", "ЗДЗЕЙСНЕНА", "УЧЫНЕНА", "ПАДПІСАНА"),
        parties=("далей", "якія далей"),
        pivot=("дасягнулі", "дамовіліся", "пра наступнае", "аб наступным"),
        signing=("За", "Ад імя"),
        elsewhere=("Закона", "Канвенцыі", "Дагавора", "Статута"),
        here=("гэтага", "гэтай"),
        inflected=("артыкул", "артыкула", "артыкуле", "артыкулам"),
    ),
    "pt": Leads(
        article=("Artigo", "Cláusula"),
        annex=("Anexo",),
        closing=("FEITO", "EM FÉ DO QUE", "EM TESTEMUNHO", "ASSINADO"),
        parties=("doravante", "adiante"),
        pivot=("acordaram", "acordam", "chegaram", "o seguinte"),
        signing=("Pelo", "Pela", "Por", "Em nome"),
        elsewhere=("da", "do", "de"),
        here=("do presente", "deste", "desta"),
        inflected=("artigo", "artigos"),
    ),
    "es": Leads(
        article=("Artículo", "Cláusula"),
        annex=("Anexo",),
        closing=("HECHO", "EN FE DE LO CUAL", "EN TESTIMONIO", "FIRMADO"),
        parties=("en adelante", "en lo sucesivo"),
        pivot=("han acordado", "acuerdan", "han convenido", "lo siguiente"),
        signing=("Por", "En nombre"),
        elsewhere=("de", "del"),
        here=("del presente", "de este"),
        inflected=("artículo", "artículos"),
    ),
    "fr": Leads(
        article=("Article",),
        annex=("Annexe",),
        closing=("FAIT", "EN FOI DE QUOI", "SIGNÉ"),
        parties=("ci-après", "dénommés"),
        pivot=("sont convenus", "ont convenu", "de ce qui suit"),
        signing=("Pour", "Au nom"),
        elsewhere=("de", "du", "des"),
        here=("du présent", "de la présente"),
        inflected=("article", "articles", "l'article", "l’article"),
    ),
    "de": Leads(
        article=("Artikel", "Paragraph", "§"),
        annex=("Anhang", "Anlage"),
        closing=("GESCHEHEN", "ZU URKUND DESSEN", "UNTERZEICHNET"),
        parties=("nachstehend", "im Folgenden", "nachfolgend"),
        pivot=("sind wie folgt", "haben Folgendes", "sind übereingekommen"),
        signing=("Für", "Im Namen"),
        elsewhere=("der", "des", "dieser"),
        here=("dieser", "dieses"),
        inflected=("Artikels", "Artikeln"),
    ),
    "sw": Leads(
        article=("Ibara", "Kifungu"),
        annex=("Kiambatisho",),
        closing=("IMEFANYWA", "KWA USHUHUDA", "IMETIWA SAINI"),
        parties=("baadaye", "hapa chini"),
        pivot=("wamekubaliana", "zimekubaliana", "yafuatayo"),
        signing=("Kwa niaba", "Kwa"),
        elsewhere=("ya", "cha"),
    ),
    "tr": Leads(
        article=("Madde",),
        annex=("Ek",),
        closing=("BUNU TEYİDEN", "DÜZENLENMİŞTİR", "İMZALANMIŞTIR"),
        parties=("bundan böyle", "aşağıda"),
        pivot=("mutabık kalmışlardır", "aşağıdaki"),
        signing=("Adına",),
    ),
    "vi": Leads(
        article=("Điều",),
        annex=("Phụ lục",),
        closing=("LÀM TẠI", "ĐỂ LÀM BẰNG", "ĐƯỢC KÝ"),
        parties=("sau đây", "dưới đây"),
        pivot=("đã thỏa thuận", "đã đạt được", "như sau"),
        signing=("Thay mặt", "Đại diện"),
        elsewhere=("của",),
    ),
}


def leads_of(language: str) -> Leads:
    """The leads of a language; papers in one without a catalogue are printed with English labels, so that those count
    in every language."""
    own = BY_LANGUAGE.get(language.split("-")[0])
    if own is None or own is _ENGLISH:
        return _ENGLISH
    return Leads(
        article=(*own.article, *_ENGLISH.article[:1]),
        annex=(*own.annex, *_ENGLISH.annex[:1]),
        closing=own.closing,
        parties=(*own.parties, *_ENGLISH.parties[:1]),
        pivot=(*own.pivot, *_ENGLISH.pivot[:2]),
        signing=(*own.signing, *_ENGLISH.signing[:1]),
        elsewhere=own.elsewhere,
        here=own.here,
        inflected=own.inflected,
    )


def any_of(words: Iterable[str]) -> str:
    """A regular expression for any of some words, the longest first."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(set(words), key=len, reverse=True))
