"""The look of a run: language, direction, character style, emphasis."""

from collections.abc import Mapping

from loi_cli.word.elements import Attributes, Element
from loi_cli.word.languages import RIGHT_TO_LEFT, font_properties, is_language, lang_attributes
from loi_cli.word.vocabulary import UnknownMarkup


class Look:
    """One look. Derived looks are remembered, so that equal ways lead to the same object and XML is made once for each.

    `style` is the id of a character style, `vertical` superscript or subscript, `colour` six hexadecimal digits, `xml`
    the w:rPr of a run that looks so.
    """

    __slots__ = ("_derived", "_inside", "_values", "bold", "lang", "rtl", "xml")

    def __init__(
        self,
        *,
        lang: str = "en",
        rtl: bool = False,
        style: str = "",
        bold: bool = False,
        italic: bool = False,
        strike: bool = False,
        underline: bool = False,
        vertical: str = "",
        colour: str = "",
    ) -> None:
        self.lang = lang
        self.rtl = rtl
        self.bold = bold
        self._values: Mapping[str, str | bool] = {
            "lang": lang, "rtl": rtl, "style": style, "bold": bold, "italic": italic, "strike": strike,
            "underline": underline, "vertical": vertical, "colour": colour,
        }  # fmt: skip
        self._derived: dict[tuple[str, str | bool], Look] = {}
        self._inside: dict[Attributes, Look] = {}
        # In the order that the schema demands.
        parts = (
            f'<w:rStyle w:val="{style}"/>' if style else "",
            font_properties(lang),
            "<w:b/><w:bCs/>" if bold else "",
            "<w:i/><w:iCs/>" if italic else "",
            "<w:strike/>" if strike else "",
            f'<w:color w:val="{colour}"/>' if colour else "",
            '<w:u w:val="single"/>' if underline else "",
            f'<w:vertAlign w:val="{vertical}"/>' if vertical else "",
            "<w:rtl/>" if rtl else "",
            f"<w:lang {lang_attributes(lang)}/>",
        )
        self.xml = f"<w:rPr>{''.join(parts)}</w:rPr>"

    def but(self, name: str, value: str | bool) -> "Look":
        """The same look but for one property."""
        found = self._derived.get((name, value))
        if found is None:
            changed: Mapping[str, str | bool] = {**self._values, name: value}
            found = self if changed == self._values else Look(**changed)  # type: ignore[arg-type]  # one of its own values
            self._derived[name, value] = found
        return found

    def inside(self, element: Element) -> "Look":
        """The look with an element's lang and dir; a language without a dir brings its own."""
        found = self._inside.get(element.attributes)
        if found is None:
            found = self._inside[element.attributes] = self._directed(element)
        return found

    def _directed(self, element: Element) -> "Look":
        lang, direction = element.get("lang"), element.get("dir")
        if (lang, direction) == (None, None):
            return self
        if lang is not None and not is_language(lang):
            raise UnknownMarkup(f'lang="{lang}"', element)
        if direction not in (None, "ltr", "rtl"):
            raise UnknownMarkup(f'dir="{direction}"', element)
        rtl = self.rtl if direction is None else direction == "rtl"
        if lang is not None and direction is None:
            rtl = lang.split("-")[0].lower() in RIGHT_TO_LEFT
        return self.but("lang", lang or self.lang).but("rtl", rtl)
