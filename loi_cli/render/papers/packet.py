"""The packet: all papers of one meeting in one document, for our own delegation or for a party.

Which papers it holds is decided in `meetings.packet_list`; what is missing is said on the cover, with the reason.
"""

from collections.abc import Sequence
from dataclasses import replace

from loi_cli.meetings.packet_list import PacketList, Stock, packet_list
from loi_cli.model.dossier import Classification
from loi_cli.render.catalogue import capitals, catalogue
from loi_cli.render.material import Material
from loi_cli.render.papers import chrome
from loi_cli.render.papers.agenda import paper_title
from loi_cli.render.papers.chrome import Plain
from loi_cli.render.papers.open_points import open_points
from loi_cli.render.papers.positions import has_positions
from loi_cli.render.papers.talking_points import has_points

TEMPLATE = "packet.html"


def parts(context: Plain) -> Sequence[str]:
    """The names of the papers inside, in order; the registry makes each of them."""
    held = context["parts"]
    assert isinstance(held, list)
    return tuple(held)


def papers_of(material: Material) -> PacketList:
    """What goes along and what is missing. What is not for a party is not even counted for it."""
    receiver = material.receiver
    stock = Stock(
        earlier_version=material.against is not None,
        inputs=receiver is None and bool(material.inputs),
        points=receiver is None and has_points(material),
        positions=receiver is None and has_positions(material),
        open_points=receiver is not None and bool(open_points(material, receiver)),
        numbered=is_numbered(material),
    )
    return packet_list(chrome.meeting_of(material), stock, for_party=receiver is not None)


def binding(material: Material) -> Material:
    """What its papers are made of: bound together, every page bears the strictest level among them, since whoever
    holds the packet holds them all, and the meeting's urgency."""
    text = material.dossier.classification
    level = Classification.highest(text, chrome.level_of(material))
    same = level == text and level == chrome.level_of(material)
    urgency = chrome.meeting_of(material).urgency
    return material if same and urgency is None else replace(material, bound=level, urgency=urgency)


def is_numbered(material: Material) -> bool:
    """Whether each copy has its number and its holder: what is confidential or secret, and what a person numbers."""
    counted = chrome.level_of(binding(material)) in (Classification.CONFIDENTIAL, Classification.SECRET)
    return counted or material.copies > 0 or bool(chrome.meeting_of(material).holders)


def context(material: Material) -> Plain:
    language = chrome.language_of(material)
    words = catalogue(language)
    meeting = chrome.meeting_of(material)
    named = chrome.worded(meeting.title, language)
    held = papers_of(material)
    running = chrome.running(binding(material), language, str(named["text"]))
    party = chrome.party_name(material, material.original_of, language)
    return {
        "title": words.say("documents.packet"),
        "language": language,
        "words": words.section("papers.packet"),
        "running": running,
        "internal": running["centre"],
        "meeting": named,
        "for": capitals(words.say("papers.packet.for", party=party), language),
        "facts": chrome.facts(material, language),
        "version": chrome.version_line(material, language),
        "copy": words.say("papers.packet.of-copies", n=material.copy, all=material.copies) if material.copy else "",
        "holder": _holder(material),
        "parts": [paper.value for paper in held.papers],
        "contents": [
            {"title": paper_title(paper, material, language), "href": f"#packet-{paper.value}"} for paper in held.papers
        ],
        "missing": [
            {"title": paper_title(one.paper, material, language), "why": words.say(f"papers.packet.lacks.{one.lack}")}
            for one in held.missing
        ],
    }


def _holder(material: Material) -> str:
    """Whose copy it is; in a party's packet nobody is named."""
    holders = chrome.meeting_of(material).holders if material.receiver is None else ()
    return holders[material.copy - 1] if 0 < material.copy <= len(holders) else ""
