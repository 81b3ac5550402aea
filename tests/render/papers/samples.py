"""One small negotiation with something of everything: merged, disputed, open, refused, late, silent."""

from datetime import date, time

from loi_cli.meetings.countdown import Milestone, countdown
from loi_cli.meetings.follow_up import follow_up
from loi_cli.merge.outcomes import Outcome, Verdict
from loi_cli.model.conflicts import conflicts_in, standing_in
from loi_cli.model.dossier import Classification, Dossier, Instrument, Letters, Party, Unit
from loi_cli.model.inputs import (
    AgendaProposal,
    Anchor,
    Change,
    Delete,
    Input,
    Insert,
    Instruct,
    Move,
    Position,
    Project,
    Proposal,
    Remark,
    Replace,
    Reword,
    TalkingPoint,
    Where,
)
from loi_cli.model.meetings import AgendaItem, Delegate, Figure, Meeting, Mode, Role, Urgency
from loi_cli.model.minutes import ActionItem, Minutes, MinutesItem, Settlement
from loi_cli.model.problems import Place
from loi_cli.model.text import Clause, Kind, Text
from loi_cli.model.versions import Header, Version
from loi_cli.model.words import Bracket, Reading, Run, Side, Words, agreed
from loi_cli.render.material import Material, Original, Point

HERE = Place("inputs/x.yaml", 3, 1)
MEETING = Place("meetings/2022-02-15-bilateral.yaml")
HELD = Place("meetings/2022-02-15-bilateral.minutes.yaml", 6, 5)

DOSSIER = Dossier(
    instrument=Instrument.LETTER_OF_INTENT,
    subject={"id": "kerja sama industri", "en": "industrial cooperation"},
    home="IDN",
    parties={
        "IDN": Party(
            code="IDN",
            name={
                "id": {"nom": "Kementerian Perindustrian Republik Indonesia"},
                "en": {"nom": "Ministry of Industry of the Republic of Indonesia"},
            },
            short={"id": {"nom": "Indonesia"}, "en": {"nom": "Indonesia"}},
        ),
        "BLR": Party(
            code="BLR",
            name={
                "id": {"nom": "Kementerian Perindustrian Republik Belarus"},
                "en": {"nom": "Ministry of Industry of the Republic of Belarus"},
            },
            short={"id": {"nom": "Belarus"}, "en": {"nom": "Belarus"}},
        ),
    },
    languages=("id", "en"),
    rounds={1: date(2022, 1, 14)},
    units={
        "ilmate": Unit(id="ilmate", name="Ditjen ILMATE", rounds=(1,)),
        "agro": Unit(id="agro", name="Ditjen Industri Agro", rounds=(1,)),
        "kemlu": Unit(id="kemlu", name="Ditjen Amerika dan Eropa", rounds=(1,), outside=True),
        "bpsdmi": Unit(id="bpsdmi", name="BPSDMI", rounds=(1,)),
    },
    classification=Classification.RESTRICTED,
    letters=Letters(sender="Direktur Akses", place="Jakarta", number="{blank}/KPAII/{month}/{year}/{unit}"),
)

_ILMATE, _AGRO = Side("ilmate", "ilmate-1"), Side("agro", "agro-1")
_BLR, _IDN = Side("BLR", "BLR-2022-01-20"), Side("IDN", "")


def plain(indonesian: str, english: str) -> dict[str, Words]:
    return {"id": agreed(indonesian, "concept"), "en": agreed(english, "concept")}


def _clauses(aim: Words, items: Words, sharing: Bracket | None) -> tuple[Clause, ...]:
    return (
        Clause(
            id="desire",
            kind=Kind.RECITAL,
            text=plain("BERKEINGINAN untuk bekerja sama;", "DESIRING to cooperate;"),
        ),
        Clause(
            id="objective",
            kind=Kind.ARTICLE,
            heading=plain("Tujuan", "Objective"),
            text={"id": agreed("Para Pihak mengembangkan kerja sama industri.", "concept"), "en": aim},
        ),
        Clause(id="areas", kind=Kind.ARTICLE, heading=plain("Bidang Kerja Sama", "Areas of Cooperation")),
        Clause(
            id="areas.automotive",
            kind=Kind.ITEM,
            parent="areas",
            text={"id": agreed("komponen otomotif;", "concept"), "en": items},
        ),
        Clause(
            id="areas.agro",
            kind=Kind.ITEM,
            parent="areas",
            text=plain("agro & pangan;", "agro-based <industries>;"),
        ),
        Clause(
            id="financing",
            kind=Kind.ARTICLE,
            heading=plain("Pembiayaan", "Financing"),
            text=plain("Setiap Pihak menanggung biayanya.", "Each Party bears its own costs under {@objective}."),
            exists=sharing,
        ),
    )


FIRST = Text(
    _clauses(
        agreed("The Parties promote industrial cooperation.", "concept"),
        agreed("automotive components;", "concept"),
        None,
    )
)
PRESENT = Text(
    _clauses(
        (
            Run("The Parties ", ("concept",)),
            Bracket("promote", (Reading("develop", (_ILMATE,)), Reading("encourage", (_AGRO,)))),
            Run(" industrial cooperation.", ("concept",)),
        ),
        (
            Run("automotive components", ("concept",)),
            Run(" and parts", ("ilmate-1",)),
            Bracket("", (Reading("", (_IDN,)), Reading("for buses", (_BLR,))), " "),
            Run(";", ("concept",)),
        ),
        Bracket("stands", (Reading("deleted", (_AGRO,)), Reading("stands", (_ILMATE,)))),
    )
)


def version(text: Text, number: int) -> Version:
    header = Header(
        hash=f"{number}" * 64,
        parents=(),
        number=number,
        time="2022-02-01T08:00:00Z",
        author="office of canary",
        message="",
        tool="0.1.0",
        touched=(),
        text_hash="3f2a91c05d11" + "0" * 52,
        body_hash="0" * 64,
    )
    return Version(header=header, text=text, inputs=(), decisions=())


def given(name: str, day: date | None, proposals: tuple[Proposal, ...] = (), **more: object) -> Input:
    sender = name.rsplit("-", 1)[0] if name[0].islower() else name[:3]
    party = sender if sender.isupper() else None
    return Input(
        name=name,
        side=sender,
        unit=None if party else sender,
        party=party,
        round=None if party else 1,
        base="v1",
        date=day,
        proposals=proposals,
        file=f"inputs/{name}.yaml",
        sha256="0" * 64,
        base_place=HERE,
        **more,  # type: ignore[arg-type]
    )


ILMATE = given(
    "ilmate-1",
    date(2022, 1, 12),
    (
        Replace(
            clause="objective",
            text={"en": Change("promote", "develop")},
            reason="Menteri memakai kata ini.",
            place=HERE,
        ),
        Reword(
            clause="areas.automotive",
            text={"en": "automotive components and parts;"},
            reason="Suku cadang termasuk.",
            place=HERE,
        ),
        Insert(
            clause="areas.electric",
            kind=Kind.ITEM,
            anchor=Anchor(Where.AFTER, "areas.automotive"),
            text={"en": "electric vehicle components;"},
            reason="Program kendaraan listrik.",
            place=HERE,
        ),
        Position(
            clause="areas",
            aim="Komponen otomotif disebut pertama.",
            fallback="Urutan abjad.",
            red_line="Tidak dihapus.",
            place=HERE,
        ),
    ),
    projects=(Project(id="maz", title={"id": "Komponen untuk MAZ"}, note="Delapan model.", place=HERE),),
    agenda=(
        AgendaProposal(title={"id": "Kunjungan ke pabrik"}, minutes=15, clauses=("areas.automotive",), place=HERE),
    ),
    talking_points=(
        TalkingPoint(about="areas.automotive", note="Industri komponen kita berdaya saing.", place=HERE),
        TalkingPoint(about="maz", note="Minta jadwal produksi.", place=HERE),
    ),
)
AGRO = given(
    "agro-1",
    date(2022, 1, 17),
    (
        Replace(clause="objective", text={"en": Change("promote", "encourage")}, reason="Lebih lunak.", place=HERE),
        Delete(clause="financing", reason="Belum ada anggaran.", place=HERE),
        Move(clause="areas.agro", anchor=Anchor(Where.BEFORE, "areas.automotive"), place=HERE),
        Remark(clause="areas.agro", note="Istilah sudah tepat.", place=HERE),
        Instruct(clause="financing", note="Sebut tahun anggaran.", place=HERE),
    ),
)
KEMLU = given("kemlu-1", date(2022, 1, 10), no_comment=True)
BELARUS = given(
    "BLR-2022-01-20",
    date(2022, 1, 20),
    (Replace(clause="areas.automotive", text={"en": Change("components", "components for buses")}, place=HERE),),
)


def outcome(given_input: Input, proposal: int, clause: str, field: str, verdict: Verdict, why: str = "") -> Outcome:
    return Outcome(
        input=given_input.name,
        side=given_input.side,
        proposal=proposal,
        clause=clause,
        field=field,
        verdict=verdict,
        why=why,
        place=HERE,
    )


_IDS = {(c.clause, c.field): c.id for c in conflicts_in(PRESENT)}
OUTCOMES = (
    outcome(ILMATE, 0, "objective", "text.en", Verdict.CONFLICT, _IDS["objective", "text.en"]),
    outcome(ILMATE, 1, "areas.automotive", "text.en", Verdict.MERGED),
    outcome(ILMATE, 2, "areas.electric", "exists", Verdict.REFUSED, "anchor is gone"),
    outcome(ILMATE, 3, "areas", "", Verdict.REMARK, "kept as a position"),
    outcome(AGRO, 0, "objective", "text.en", Verdict.CONFLICT, _IDS["objective", "text.en"]),
    outcome(AGRO, 1, "financing", "exists", Verdict.CONFLICT, _IDS["financing", "exists"]),
    outcome(AGRO, 2, "areas.agro", "place", Verdict.SUPERSEDED, "decided otherwise: 2022-01-31-decision-5d0c11aa"),
    outcome(AGRO, 3, "areas.agro", "", Verdict.REMARK),
    outcome(AGRO, 4, "financing", "", Verdict.OPEN, "wording left to the directorate"),
    outcome(BELARUS, 0, "areas.automotive", "text.en", Verdict.CONFLICT, _IDS["areas.automotive", "text.en"]),
)


def seat(role: Role, indonesian: str, english: str, office: str = "", name: str = "") -> Delegate:
    return Delegate(
        role=role,
        title={"id": indonesian, "en": english},
        office=dict.fromkeys(("id", "en"), office) if office else {},
        name=name,
    )


MEET = Meeting(
    name="2022-02-15-bilateral",
    title={"id": "Pertemuan Bilateral Indonesia–Belarus", "en": "Bilateral Meeting Indonesia–Belarus"},
    date=date(2022, 2, 15),
    start=time(9),
    end=time(11),
    zone="Asia/Jakarta",
    venue={"id": "Jakarta", "en": "Jakarta"},
    mode=Mode.HYBRID,
    languages=("en",),
    delegations={
        "IDN": (
            seat(Role.INTERPRETER, "Penerjemah", "Interpreter"),
            seat(Role.HEAD, "Direktur Jenderal KPAII", "Director-General, KPAII", "Kemenperin"),
            seat(Role.MEMBER, "Direktur Akses Industri Internasional", "Director of Access", "Kemenperin"),
        ),
        "BLR": (seat(Role.HEAD, "Wakil Menteri", "Deputy Minister", "Ministry of Industry"),),
    },
    agenda=(
        AgendaItem(id="opening", title={"id": "Pembukaan", "en": "Opening"}, minutes=10, lead="IDN", place=MEETING),
        AgendaItem(
            id="areas",
            title={"id": "Bidang kerja sama", "en": "Areas of cooperation"},
            minutes=45,
            lead="BLR",
            clauses=("areas", "objective"),
            papers=("redline", "country-profile"),
            result={"id": "Rumusan pasal disepakati.", "en": "Wording agreed."},
            internal="Jangan sebut angka.",
            place=MEETING,
        ),
    ),
    urgency=Urgency.URGENT,
    contact={"id": "Subdirektorat Eropa, +62 21 000", "en": "Europe desk, +62 21 000"},
    copied_to=("Menteri Perindustrian",),
    figures=(
        Figure(
            about={"id": "Ekspor komponen otomotif", "en": "Exports of automotive components"},
            value="1,5",
            unit={"id": "juta dolar AS", "en": "million US dollars"},
            period="2021",
            source="BPS <tabel 7>",
            retrieved=date(2022, 1, 31),
        ),
    ),
    where=MEETING,
)

DISPUTES = {one.conflict.id: one for one in standing_in(PRESENT)}
MINUTES = Minutes(
    meeting=MEET.name,
    chair="Direktur Jenderal KPAII",
    secretary="Direktorat Akses Industri Internasional",
    present={"BLR": ("Sekretaris Kedua",)},
    items=(
        MinutesItem(item="opening", conclusion={"id": "Agenda disahkan.", "en": "Agenda adopted."}, place=HELD),
        MinutesItem(
            item="areas",
            discussion={"id": "Kedua delegasi membahas daftar bidang.", "en": "The list was gone through."},
            conclusion={"id": "Daftar disepakati.", "en": "The list is agreed."},
            settled=(
                Settlement(conflict=_IDS["areas.automotive", "text.en"], take="BLR", place=HELD),
                Settlement(conflict=_IDS["objective", "text.en"], take="ilmate", place=HELD),
                Settlement(conflict=_IDS["financing", "exists"], take="base", place=HELD),
            ),
            agreed=("areas.agro",),
            ad_referendum=("areas.automotive",),
            actions=(
                ActionItem(
                    id="list",
                    what={"id": "Menyampaikan daftar komponen.", "en": "Send the list of components."},
                    owner="BLR",
                    due=date(2022, 3, 1),
                    place=HELD,
                ),
                ActionItem(
                    id="fallback", what={"id": "Menyiapkan posisi cadangan."}, owner="ilmate", due=date(2022, 2, 22),
                    place=HELD,
                ),
            ),
            internal="Mereka tergesa-gesa.",
            place=HELD,
        ),
    ),
    recommendation={"id": "Naskah dikirim setelah digabung."},
    where=HELD,
)  # fmt: skip
ACTIONS = follow_up([(MEET, MINUTES)], [], date(2022, 2, 25))
CALENDAR = countdown(MEET, DOSSIER.lead_times, {Milestone.TRANSLATION: 2}, date(2022, 2, 10))


def material(
    receiver: str | None = None,
    *,
    meeting: Meeting | None = MEET,
    against: bool = True,
    languages: tuple[str, ...] = (),
) -> Material:
    return Material(
        dossier=DOSSIER,
        version=version(PRESENT, 2),
        against=version(FIRST, 1) if against else None,
        inputs=(ILMATE, AGRO, KEMLU, BELARUS),
        outcomes=OUTCOMES,
        meeting=meeting,
        today=date(2022, 2, 1),
        as_of=date(2022, 2, 1),
        receiver=receiver,
        languages=languages or ("id", "en"),
        minutes=MINUTES,
        disputes=DISPUTES,
        actions=ACTIONS,
        calendar=CALENDAR,
        originals=(Original(languages=("id", "en"), pages=None, sha256="ab" * 32),),
        points=(Point(code="L104", says="Words are in dispute.", why="Nobody signs them.", found=("areas is open",)),),
    )
