"""Languages as Word names them: with a region, on one of three axes (Latin and Cyrillic, East Asian, right-to-left)."""

import re
from collections.abc import Mapping

_REGIONS: Mapping[str, str] = {
    "ar": "ar-SA", "be": "be-BY", "de": "de-DE", "en": "en-GB", "es": "es-ES", "fa": "fa-IR", "fr": "fr-FR",
    "he": "he-IL", "hi": "hi-IN", "id": "id-ID", "it": "it-IT", "ja": "ja-JP", "kk": "kk-KZ", "ko": "ko-KR",
    "lo": "lo-LA", "ms": "ms-MY", "nl": "nl-NL", "pl": "pl-PL", "pt": "pt-PT", "ru": "ru-RU", "th": "th-TH",
    "tr": "tr-TR", "uk": "uk-UA", "ur": "ur-PK", "uz": "uz-Latn-UZ", "vi": "vi-VN", "zh": "zh-CN",
}  # fmt: skip
_EAST_ASIAN = frozenset({"ja", "ko", "zh"})
_FONTS: Mapping[str, str] = {
    "ja": "MS Mincho",
    "ko": "Batang",
    "zh": "SimSun",
    "zh-tw": "PMingLiU",
    "zh-hant": "PMingLiU",
}
"""What Word itself sets these scripts in; LibreOffice knows a free font for each."""
_COMPLEX = frozenset({"ar", "fa", "he", "hi", "lo", "th", "ur"})
RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})


_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


def is_language(tag: str) -> bool:
    """Whether a tag has the shape of one (BCP 47)."""
    return _LANGUAGE.fullmatch(tag) is not None


def word_language(tag: str) -> str:
    """`id` -> `id-ID`, `ru` -> `ru-RU`; a tag that has a region, or that is not in the table, stays as it is."""
    return _REGIONS.get(tag.lower(), tag)


def font_properties(tag: str) -> str:
    """The w:rFonts of a run whose script the paper's own font lacks; the hint is for marks that two scripts share."""
    written = tag.lower()
    font = _FONTS.get(written) or _FONTS.get(written.split("-")[0])
    return f'<w:rFonts w:hint="eastAsia" w:eastAsia="{font}"/>' if font else ""


_LATIN_BESIDE = "en"
"""What Latin letters between East Asian ones are taken for, as Word itself does: by Japanese rules LibreOffice would
part them anywhere, `UNDERSTA|NDING`."""


def lang_attributes(tag: str) -> str:
    """The attributes of w:lang; a script that Word keeps on another axis is named there."""
    written, primary = word_language(tag), tag.split("-")[0].lower()
    if primary in _EAST_ASIAN:
        return f'w:val="{word_language(_LATIN_BESIDE)}" w:eastAsia="{written}"'
    return f'w:val="{written}"' + (f' w:bidi="{written}"' if primary in _COMPLEX else "")
