"""Cables: the quarter as the staffs report it, each about one place, in the order of play."""

from dataclasses import dataclass
from typing import Final

from game.engine.board import CORPS, HANOI, NORTH, WASHINGTON, ZONES
from game.engine.ladders import Bombing, BombingLine
from game.engine.view import Report, View
from game.words import closing, plain
from game.words.happenings import Happening, act
from game.words.rungs import rung_name


@dataclass(frozen=True)
class CableWords:
    """A cable: heading, body of at most sixty words, who signs, the zone it is about (or empty),
    and its kind: ``men``, ``air``, ``ground``, ``signal``, ``table``, ``event`` or ``end``."""

    heading: str
    body: str
    signature: str
    zone: str
    kind: str


STAFFS: Final = (
    {
        "men": "MACV",
        "air": "CINCPAC",
        "ground": "MACV",
        "signal": "State, Intelligence",
        "table": "The delegation",
        "end": "The Situation Room",
    },
    {
        "men": "General Staff",
        "air": "Air Defence Command",
        "ground": "COSVN",
        "signal": "Foreign Ministry",
        "table": "The delegation",
        "end": "The Politburo's office",
    },
)
"""Who signs a cable of each kind, by side."""

ENDED: Final[dict[str, str]] = {
    "settlement": "AGREEMENT SIGNED",
    "collapse of Saigon": "SAIGON HAS FALLEN",
    "collapse of American consent": "CONGRESS HAS CUT OFF THE MONEY",
    "collapse of the North's power to go on": "THE NORTH CANNOT GO ON",
    "calendar": "NOTHING IS SETTLED",
    "bell": "UNFINISHED",
}
"""The heading of the last cable, by the engine's name of the ending."""

PACE: Final = (
    (0.06, "quiet"),
    (0.13, "scattered contact"),
    (0.22, "steady contact"),
    (0.34, "heavy fighting"),
    (0.5, "very heavy fighting"),
    (99.0, "fighting without pause"),
)
"""A corps's tempo in words: a quarter of a full effort is heavy fighting. Calibrated by hand."""


def cables(found: list[Happening], before: View, after: View, report: Report) -> list[CableWords]:
    """Return the cables that the views' side receives about the quarter of ``report``."""
    side = report.side
    made = [_men(side, before, after, report), _air(side, after, report)]
    made.extend(_beyond(side, after))
    made.append(_ground(side, report))
    made.extend(_corps(side, found, report))
    made.extend(_signals(side, found, before, after))
    if report.ended != "running":
        made.append(
            CableWords(
                ENDED[report.ended],
                " ".join(closing.ending(report.ended)),
                STAFFS[side]["end"],
                "",
                "end",
            )
        )
    return [dispatch for dispatch in made if dispatch.body]


def corps_line(tempo: float) -> str:
    """Return a corps's fighting in words, from its tempo as a share of a full effort."""
    return next(word for bound, word in PACE if tempo < bound)


def _men(side: int, before: View, after: View, report: Report) -> CableWords:
    parts = []
    if report.sent > 0:
        parts.append(f"{plain.thousand(report.sent)} American soldiers arrived.")
    if report.withdrawn > 0:
        parts.append(f"{plain.thousand(report.withdrawn)} American soldiers left.")
    parts.append(f"In country at the quarter's end: {plain.thousand(after.troops)}.")
    if side == HANOI and report.own_infiltration is not None:
        parts.append(
            f"Down the trail went {plain.thousand(report.own_infiltration)} men; "
            f"{plain.thousand(report.own_recruits or 0.0)} were recruited in the South."
        )
    if side == WASHINGTON:
        parts.append(f"Infiltration is put at {plain.thousand(after.seen_infiltration)}.")
    return CableWords("MEN AND MOVEMENTS", " ".join(parts), STAFFS[side]["men"], "trail", "men")


def _air(side: int, after: View, report: Report) -> CableWords:
    rung, line = act(after, WASHINGTON, "bombing"), act(after, WASHINGTON, "line")
    zone = (
        NORTH[0]
        if line < BombingLine.NONE
        else NORTH[2]
        if rung >= Bombing.UNRESTRICTED
        else NORTH[1]
    )
    if report.sorties < 0.05:
        body = "No attack sorties over the North this quarter."
    else:
        flown = f"{round(1000 * report.sorties, -2):,.0f} attack sorties over the North"
        where = ("below the 19th parallel", "below the 20th parallel", "no line")[line]
        cost = (
            f"{plain.count(report.aircraft_lost)} aircraft lost, "
            f"{plain.count(report.prisoners)} men taken prisoner"
        )
        body = f"{flown}, {where}; {cost}."
        if rung == Bombing.MINING:
            body += " The ports are closed by mines."
        if side == HANOI:
            body += f" War industry and transport stand at {plain.percent(_function(after))}."
        else:
            put = plain.percent(min(float(after.seen_capacity), 1.0))
            body += f" The North's capacity is put at {put}."
    return CableWords("AIR WAR OVER THE NORTH", body, STAFFS[side]["air"], zone, "air")


def _function(view: View) -> float:
    """Return the mean function of the North's three zones."""
    return float(view.function.mean())


def _beyond(side: int, after: View) -> list[CableWords]:
    made = []
    crossing = act(after, WASHINGTON, "border")
    if crossing > 0:
        into, zone = (("Laos", "trail"), ("Cambodia", "cambodia"))[crossing - 1]
        made.append(
            CableWords(
                "ACROSS THE BORDER",
                f"Columns entered {into} and destroyed depots. They are to come "
                "back by the quarter's end; the depots will be filled again.",
                STAFFS[side]["ground"],
                zone,
                "ground",
            )
        )
    raids = act(after, WASHINGTON, "cambodia")
    if raids > 0:
        made.append(
            CableWords(
                "RAIDS IN CAMBODIA",
                f"Raids on the sanctuaries: {rung_name(0, 'cambodia', raids)}.",
                STAFFS[side]["air"],
                "cambodia",
                "air",
            )
        )
    return made


def _ground(side: int, report: Report) -> CableWords:
    lines = [f"{name} Corps {corps_line(report.tempo[c])}" for c, name in enumerate(CORPS)]
    body = f"{plain.sentence('; '.join(lines))} American dead {report.us_deaths:,}, Saigon's "
    body += f"{report.saigon_deaths:,}. "
    if side == HANOI and report.own_deaths is not None:
        body += f"Our dead {report.own_deaths:,}; the enemy claims {report.deaths_claimed:,}."
    else:
        body += f"Enemy dead as claimed {report.deaths_claimed:,}."
    return CableWords("GROUND WAR BY CORPS", body, STAFFS[side]["ground"], "", "ground")


def _corps(side: int, found: list[Happening], report: Report) -> list[CableWords]:
    """Return one cable for a general offensive, in however many corps it is."""
    offensive = next((item for item in found if item.kind == "offensive"), None)
    if offensive is None:
        return []
    paces: dict[str, list[str]] = {}
    for corps in offensive.corps:
        paces.setdefault(corps_line(report.tempo[corps]), []).append(CORPS[corps])
    where = "; ".join(f"{plain.listing(names)} Corps, {pace}" for pace, names in paces.items())
    body = f"General offensive: {where}. " + (
        "Towns and headquarters were hit on one night; the attackers' losses are heavy."
        if side == WASHINGTON
        else "The enemy was hit in his towns on one night; our losses are heavy."
    )
    return [
        CableWords(
            "GENERAL OFFENSIVE",
            body,
            STAFFS[side]["ground"],
            ZONES[5 + offensive.corps[0]],
            "ground",
        )
    ]


def _signals(side: int, found: list[Happening], before: View, after: View) -> list[CableWords]:
    made = []
    for item in found:
        text = _signal(side, item, before, after)
        if text:
            kind = "table" if item.kind.startswith(("talks", "package")) else "signal"
            made.append(CableWords(_HEADINGS[item.kind], text, STAFFS[side][kind], "", kind))
    return made


_HEADINGS: Final = {
    "offensive": "HOW IT IS READ",
    "reinforcement": "HOW IT IS READ",
    "withdrawal": "THE WITHDRAWAL",
    "broken": "UNDERSTANDING BROKEN",
    "leak": "A LEAK",
    "talks_begin": "THE TABLE",
    "talks_go_on": "THE TABLE",
    "talks_end": "THE TABLE",
    "step_in": "THE PATRONS",
    "hold_back": "THE PATRONS",
    "package": "THE TABLE",
    "deadline": "A DEADLINE",
}


def _signal(side: int, item: Happening, before: View, after: View) -> str:
    ours, name = item.side == side, plain.SIDE_NAMES[max(item.side, 0)]
    if item.kind in ("offensive", "reinforcement"):
        return _demonstration(item, ours)
    if item.kind == "withdrawal":
        gone = plain.thousand(item.amount)
        return (
            f"{gone} men have left. Saigon counts them, and so does Hanoi."
            if side == 0
            else f"{gone} men have left. What has left does not easily return."
        )
    if item.kind == "broken":
        return (
            f"{name} has broken the understanding. It no longer holds for either side; what "
            "was kept back under it is free."
        )
    if item.kind == "leak":
        return (
            f"The channel that {name} used has come out in print. It is closed for good; what "
            "it had covered is now read by everybody, and its user pays for it at home."
        )
    if item.kind == "package":
        return "" if ours else "The other side has tabled a package. It binds once it is accepted."
    if item.kind == "deadline":
        return (
            f"{name} has announced a deadline: an open door by next quarter, or worse. If "
            "neither comes, the word is worth less."
        )
    if item.kind == "talks_begin" and item.amount:
        return "The delegations sat for the first time. Statements were read and seats agreed."
    return _SAID.get(item.kind, "")


_SAID: Final = {
    "step_in": "Moscow and Peking have stepped in: volunteers, aircraft and aid go to the North, "
    "and the thaw with Washington has turned to frost for years. It was too much.",
    "hold_back": "Moscow and Peking have taken fright at the invasion. They send the North less "
    "from now on.",
    "talks_begin": "The delegations sat. Statements were read and seats agreed.",
    "talks_go_on": "Sessions were held. What is on the table stands until it is changed.",
    "talks_end": "No session was held. What was tabled stays on the table.",
}


def _demonstration(item: Happening, ours: bool) -> str:
    if item.kind == "reinforcement":
        return (
            "A build-up of this size is read abroad as meaning to stay."
            if ours
            else "A build-up of this size says that the enemy means to stay."
        )
    size = (
        "small; a blow so weak may tell the world the wrong thing"
        if item.amount < 0.35
        else "large; the world notes that it could be mounted at all"
        if item.amount < 0.7
        else "very large; few abroad had thought it possible, whatever it has cost"
    )
    return f"The scale of the offensive is judged {size}."
