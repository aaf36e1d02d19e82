"""Climaxes: the few quarters whose news is shown on a screen of its own, at most one a quarter.

Each is built from fields that both sides see (``FIELDS``), so that two people in one room may watch
it together before the curtain falls between them. Only a leak is read off a side's own report: it
plays after that side's curtain, and in silence. Of a running war nothing else enters.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, Final

from game.desk import build_news, map_acts
from game.desk.models.climax import Climax, MapActs
from game.engine.board import CORPS, HANOI, SIDES, WASHINGTON, quarter_name
from game.engine.dossier import Dossier
from game.engine.ladders import OPEN_FROM, Bombing, BombingLine, BorderCrossing, Effort, slot_of
from game.words import climaxes, plain

FIELDS: Final = (
    "acts",
    "talking",
    "us_deaths",
    "saigon_deaths",
    "troops",
    "prisoners",
    "settlement",
)
"""Fields of the world that a climax reads; both sides see all of them, which a test holds."""
ENDED: Final = {
    "settlement": "signature",
    "collapse of Saigon": "saigon_falls",
    "collapse of American consent": "consent_breaks",
    "collapse of the North's power to go on": "north_breaks",
    "calendar": "unsettled",
}
"""The occasion of each ending, by the engine's name of it."""
PICTURES: Final = {
    "offensive": "gate",
    "bombs": "shelters",
    "mines": "harbour",
    "christmas": "bombers",
    "session": "table",
    "door_open": "door",
    "door_shut": "door-shut",
    "leak": "press",
    "signature": "signature",
    "saigon_falls": "palace",
    "consent_breaks": "crowd",
    "north_breaks": "trail",
    "unsettled": "chairs",
}
CUES: Final = {
    "offensive": "offensive",
    "bombs": "bombs",
    "mines": "bombs",
    "christmas": "bombs",
    "saigon_falls": "collapse",
    "consent_breaks": "collapse",
    "north_breaks": "collapse",
}
"""The sound of an occasion; the others have one by their own name."""
WIDER: Final = 1.25  # times the quarter before's dead from which an offensive is a wide one; by eye
FEW: Final = 0.5  # thousand Americans below which none is said to be left in the South


@dataclass(frozen=True)
class Seen:
    """What everybody saw of a quarter: ``earlier`` views of it, then ``before`` and ``after``."""

    earlier: Sequence[Mapping[str, Any]]
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    whole: bool  # the war is known from its first quarter, so that something may be the first

    def act(self, side: int, ladder: str, corps: int = 0, before: bool = False) -> int:
        """Return a rung of the quarter, or of the one before; -1 where it is secret."""
        fields = self.before if before else self.after
        return int(fields["acts"][side][slot_of(side, ladder, corps)])

    def ever(self, side: int, ladder: str, least: int) -> bool:
        """Return whether a rung of at least ``least`` was seen in any quarter before."""
        return any(
            int(one["acts"][side][slot_of(side, ladder, 0)]) >= least
            for one in (*self.earlier, self.before)
        )

    def sat(self) -> bool:
        """Return whether talks had sat before."""
        return any(int(one["talking"]) > 0 for one in (*self.earlier, self.before))

    def struck(self, before: bool = False) -> tuple[int, ...]:
        """Return the corps in which a general offensive was mounted."""
        return tuple(
            corps
            for corps in range(len(CORPS))
            if self.act(HANOI, "effort", corps, before) == Effort.OFFENSIVE
        )

    def offensives(self) -> int:
        """Return how many general offensives were begun before."""
        struck = [
            any(
                int(one["acts"][HANOI][slot_of(HANOI, "effort", corps)]) == Effort.OFFENSIVE
                for corps in range(len(CORPS))
            )
            for one in (*self.earlier, self.before)
        ]
        return sum(now and not then for then, now in pairwise([False, *struck]))

    def wide(self) -> bool:
        """Return whether more soldiers fell than in the quarter before, by so much that towns
        everywhere are shown struck; so too where the quarter before is not known."""
        if not self.earlier:
            return True
        first, names = self.earlier[-1], ("us_deaths", "saigon_deaths")
        then = sum(int(self.before[name]) - int(first[name]) for name in names)
        return self.more(*names) >= WIDER * then

    def shut(self) -> tuple[str, ...]:
        """Return the countries into which Washington's units had gone, across the border."""
        gone = self.act(WASHINGTON, "border")
        ways = ((BorderCrossing.LAOS, map_acts.LAOS), (BorderCrossing.CAMBODIA, map_acts.CAMBODIA))
        return tuple(name for rung, name in ways if gone == rung)

    def more(self, *fields: str) -> int:
        """Return by how much some counts have grown together."""
        return sum(int(self.after[name]) - int(self.before[name]) for name in fields)


def seen(dossier: Dossier, place: int) -> Seen:
    """Return what everybody saw of the quarter of report number ``place``."""
    until = place % len(dossier.reports) + 2
    views = [{name: view.fields[name] for name in FIELDS} for view in dossier.views[:until]]
    return Seen(views[:-2], views[-2], views[-1], dossier.views[0].quarter == 0)


def common(dossier: Dossier, place: int) -> Climax | None:
    """Return the climax of a quarter that two people in a room may watch together, or None. Either
    side's dossier gives the same."""
    report = dossier.reports[place]
    when = plain.quarter_title(quarter_name(dossier.tables.first, report.quarter))
    return _common(seen(dossier, place), report.ended, when, (HANOI, WASHINGTON))


def of_quarters(dossier: Dossier, places: range) -> tuple[Climax, ...]:
    """Return the climaxes of some quarters for the dossier's side."""
    return tuple(made for place in places if (made := own(dossier, place)) is not None)


def common_of(dossier: Dossier, places: range) -> tuple[Climax, ...]:
    """Return the climaxes of some quarters that both sides may watch together."""
    return tuple(made for place in places if (made := common(dossier, place)) is not None)


def own(dossier: Dossier, place: int) -> Climax | None:
    """Return the climax of a quarter for the dossier's side alone, or None: the same, but that its
    own door is no news to it, and a leak is louder than a door."""
    report = dossier.reports[place]
    when = plain.quarter_title(quarter_name(dossier.tables.first, report.quarter))
    shared = _common(seen(dossier, place), report.ended, when, (1 - dossier.side,))
    leaked = leak(dossier, place)
    if leaked is None or (shared is not None and not shared.occasion.startswith("door")):
        return shared
    return leaked


def leak(dossier: Dossier, place: int) -> Climax | None:
    """Return what a leak in a quarter looks like, or None without one."""
    report = dossier.reports[place]
    sides = tuple(side for side in range(len(SIDES)) if report.leaked[side])
    if not sides or report.ended != "running":
        return None
    when = plain.quarter_title(build_news.name_of(dossier, report.quarter))
    figure, counted = _left(seen(dossier, place))
    made = _made(
        "leak",
        when,
        climaxes.title("leak"),
        climaxes.leak(sides),
        figure,
        counted,
        map_acts.leak(sides),
    )
    return replace(made, shared=False)


def after_curtain(shown: Sequence[Climax]) -> tuple[Climax, ...]:
    """Return what is left of a side's climaxes after its curtain: what both have watched together
    is not shown again, and the rest is not heard, since the other side sits in the room."""
    return tuple(replace(climax, cue="") for climax in shown if not climax.shared)


def _common(view: Seen, ended: str, when: str, doors: Sequence[int]) -> Climax | None:
    """Return the loudest thing of a quarter that everybody saw, if it was one of the few; ``doors``
    are the sides whose door counts."""
    if ended in ENDED:
        return _ending(view, ENDED[ended], when)
    if ended != "running":
        return None
    tries = (_offensive, _christmas, _mines, _session, _bombs)
    loud = next((made for one in tries if (made := one(view, when)) is not None), None)
    return loud or _door(view, when, doors)


def _offensive(view: Seen, when: str) -> Climax | None:
    corps = view.struck()
    if not corps or view.struck(before=True):
        return None
    acts = map_acts.offensive(corps, view.offensives(), view.wide(), view.shut())
    made = _made(
        "offensive",
        when,
        climaxes.title("offensive", corps=corps),
        climaxes.offensive(corps),
        *_quarter(view),
        acts,
    )
    held = {sign.place for sign in acts.signs if sign.kind == "retaken"}
    return replace(made, picture=_place_of(held, corps))


def _place_of(held: Collection[str], corps: Sequence[int]) -> str:
    """Return the picture of an offensive by where it strikes: the gate of the old city where that
    is lost for a time, flooded fields where only the lower South is struck, else the way there."""
    if "Huế" in held:
        return "gate"
    return "paddies" if min(corps) >= map_acts.UPPER else "trail"


def _christmas(view: Seen, when: str) -> Climax | None:
    """Heavy bombs on the delta, in a war in which both have sat at a table before."""
    heavy = (
        view.act(WASHINGTON, "bombing") >= Bombing.UNRESTRICTED
        and view.act(WASHINGTON, "line") == BombingLine.NONE
    )
    already = (
        view.act(WASHINGTON, "bombing", before=True) >= Bombing.UNRESTRICTED
        and view.act(WASHINGTON, "line", before=True) == BombingLine.NONE
    )
    if not heavy or already or not view.sat():
        return None
    return _made(
        "christmas",
        when,
        climaxes.title("christmas"),
        climaxes.christmas(int(view.after["talking"]) > 0),
        *_taken(view),
        map_acts.christmas(),
    )


def _mines(view: Seen, when: str) -> Climax | None:
    if view.act(WASHINGTON, "bombing") != Bombing.MINING or view.ever(
        WASHINGTON, "bombing", Bombing.MINING
    ):
        return None
    return _made(
        "mines",
        when,
        climaxes.title("mines"),
        climaxes.SENTENCES["mines"],
        *_taken(view),
        map_acts.mines(),
    )


def _session(view: Seen, when: str) -> Climax | None:
    if not view.whole or view.sat() or not int(view.after["talking"]):
        return None
    figure, _ = _dead(view)
    return _made(
        "session",
        when,
        climaxes.title("session"),
        climaxes.SENTENCES["session"],
        figure,
        "soldiers of America and of Saigon had died before they sat down",
        map_acts.session(),
    )


def _bombs(view: Seen, when: str) -> Climax | None:
    first = view.act(WASHINGTON, "bombing") > Bombing.HALT and not view.ever(
        WASHINGTON, "bombing", Bombing.RECONNAISSANCE
    )
    if not view.whole or not first:
        return None
    line = max(view.act(WASHINGTON, "line"), 0)
    return _made(
        "bombs",
        when,
        climaxes.title("bombs"),
        climaxes.bombs(line),
        *_taken(view),
        map_acts.bombs(line),
    )


def _door(view: Seen, when: str, doors: Sequence[int]) -> Climax | None:
    """The first of some sides' doors that opens or shuts."""
    for side in doors:
        was, now = (view.act(side, "posture", before=earlier) for earlier in (True, False))
        if min(was, now) >= 0 and (was >= OPEN_FROM) != (now >= OPEN_FROM):
            opens = now >= OPEN_FROM
            occasion = "door_open" if opens else "door_shut"
            return _made(
                occasion,
                when,
                climaxes.title(occasion, side),
                climaxes.door(side, now),
                *_quarter(view),
                map_acts.door(side, opens),
            )
    return None


def _ending(view: Seen, occasion: str, when: str) -> Climax:
    acts: MapActs = getattr(map_acts, occasion)()
    title = climaxes.title(occasion)
    figure, counted = {
        "signature": _prisoners,
        "saigon_falls": _saigon,
        "unsettled": _left,
    }.get(occasion, _dead)(view)
    made = _made(occasion, when, title, climaxes.SENTENCES[occasion], figure, counted, acts)
    if occasion != "signature":
        return made
    settled = [int(position) for position in view.after["settlement"]]
    return replace(made, terms=climaxes.settled_rows(settled))


# Whom the figure counts: people, as both sides' newspapers have them


def _quarter(view: Seen) -> tuple[str, str]:
    return f"{view.more('us_deaths', 'saigon_deaths'):,}", climaxes.BOTH_ARMIES


def _dead(view: Seen) -> tuple[str, str]:
    dead = int(view.after["us_deaths"]) + int(view.after["saigon_deaths"])
    return f"{dead:,}", "soldiers of America and of Saigon have died in this war"


def _saigon(view: Seen) -> tuple[str, str]:
    return f"{int(view.after['saigon_deaths']):,}", "soldiers of Saigon had died before it fell"


def _taken(view: Seen) -> tuple[str, str]:
    return f"{int(view.after['prisoners']):,}", "Americans have been taken prisoner so far"


def _prisoners(view: Seen) -> tuple[str, str]:
    return _taken(view)[0], "Americans were taken prisoner in this war"


def _left(view: Seen) -> tuple[str, str]:
    troops = float(view.after["troops"])
    if troops < FEW:
        return _prisoners(view)
    return plain.thousand(troops), "Americans stand in the South"


def _made(
    occasion: str, when: str, title: str, sentence: str, figure: str, counted: str, acts: MapActs
) -> Climax:
    record = climaxes.record(occasion, when)
    return Climax(
        occasion,
        when,
        title,
        PICTURES[occasion],
        sentence,
        figure,
        counted,
        acts,
        f"climax_{CUES.get(occasion, occasion)}",
        record.text if record else "",
        record.source if record else "",
    )
