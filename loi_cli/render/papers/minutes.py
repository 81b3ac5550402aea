"""Notula: what a meeting said, for ourselves. Which fields it has is what ANRI regulation 5/2021 gives."""

from loi_cli.model.minutes import MinutesItem
from loi_cli.render.material import Material
from loi_cli.render.papers import chrome, proceedings
from loi_cli.render.papers.chrome import ClauseNames, Plain

TEMPLATE = "minutes.html"


def context(material: Material) -> Plain:
    language = chrome.language_of(material)
    minutes = proceedings.minutes_of(material)
    names = ClauseNames(material.version.text, material, language, "minutes")
    return {
        **proceedings.head(material, language, "minutes"),
        "chair": minutes.chair,
        "secretary": minutes.secretary,
        "parties": proceedings.seats(material, language, present=True),
        "items": [_item(one, names, material, language) for one in minutes.items],
        "actions": [proceedings.action(one, material, language) for one in minutes.actions],
    }


def _item(item: MinutesItem, names: ClauseNames, material: Material, language: str) -> Plain:
    said = [
        {"label": key, **chrome.worded(words, language)}
        for key, words in (("discussion", item.discussion), ("conclusion", item.conclusion))
        if words
    ]
    return {
        **proceedings.titled(item, material, language),
        "said": said,
        "settled": proceedings.settled(item, names, material),
        "agreed": proceedings.agreed(item, names, material, language),
    }
