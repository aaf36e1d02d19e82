"""How they took it: the quarter's card from one's own people, in words.

What we showed, how it seems to have been read, what came of it, and why their door opened or shut.
The reading is the side's own stored estimate and may be wrong; the rest is what both can see. No
belief, probability or condition of the rule is named.
"""

from dataclasses import dataclass
from typing import Final

from game.engine.board import HANOI, WASHINGTON
from game.engine.facts import MEN_SENT
from game.engine.ladders import LADDERS, OPEN_FROM, SLOTS, Bombing, Effort, Ladder
from game.engine.orders import NO_TERMS
from game.engine.view import Report, View
from game.words import plain, terms
from game.words.causes import attacked
from game.words.happenings import act, happenings

SCALE: Final = 0.3  # of a demonstration: from here on it is spoken of
MOST_RAISED: Final = 2  # of what went further that is named
MOST_STROKES: Final = 2  # of what they did that is named
MAJORITY: Final = 0.5  # of Americans behind their president: with it no war is dear at home
FEW: Final = 5.0  # thousand men: fewer are not what came of it
BODY: Final = ("The embassy", "The delegation")
"""Who speaks, an office that fits no single holder, by side."""
THEM: Final = ("Hanoi", "Washington")

READ: Final[dict[int, tuple[str, ...]]] = {
    -1: (
        "they took us for tired",
        "they think that we are giving way",
        "it was read as a wish to have done",
        "they see less will behind it than before",
    ),
    0: (
        "they made nothing new of it",
        "it changed no mind there",
        "they shrugged at it",
        "it told them what they thought already",
    ),
    1: (
        "they took us to mean it",
        "they see that we can stand this",
        "it was read as a will to stay",
        "they think us harder than before",
    ),
}
STOOD: Final = (
    (
        "We kept our door shut and went on.",
        "Our door stayed shut, and the front as it was.",
        "We showed them nothing new behind a shut door.",
    ),
    (
        "We kept our door open.",
        "Our door stayed open, and nothing else changed.",
        "We left the door as it stood, open.",
    ),
)
"""What a side showed that showed nothing new, with its door shut and open."""
STROKES: Final = {
    "broken": "broke the understanding on bombing",
    "mining": "mined our ports",
    "halt": "stopped bombing the North",
    "limit": "bombed less of the North",
    "unlimited": "bombed all of the North",
    "bombing_up": "bombed the North harder",
    "bombing_down": "bombed the North less hard",
    "border": "crossed the border of the South",
}
"""What the other side did that is news, by the kind of what happened, as it follows *They*: the
weightiest first."""
ANEW: Final = "began to bomb the North"
SENT: Final = (
    "{} more Americans came.",
    "{} more Americans landed in the South.",
    "Their strength grew by {}.",
)
SURE: Final = (
    ("It is only a guess, but", "On thin evidence,", "One voice says that"),
    ("As far as can be told,", "Several signs say that", "It seems that"),
    ("There is hardly a doubt:", "Every sign says that", "From more than one side we hear that"),
)


@dataclass(frozen=True)
class Card:
    """One quarter's card, a sentence each: ``door`` is empty where theirs did not move."""

    showed: str
    read: str
    came: str
    door: str

    @property
    def sentences(self) -> tuple[str, ...]:
        """All of it that says something."""
        return tuple(text for text in (self.showed, self.read, self.came, self.door) if text)


def card(before: View, after: View, report: Report) -> Card:
    """Return the card of the quarter between two views of one side."""
    return Card(
        _showed(before, after, report),
        _read(after),
        _came(before, after, report),
        _door(before, after, report),
    )


def _showed(before: View, after: View, report: Report) -> str:
    """What we did, the door first: a door that moved does not hide the blow beside it."""
    side, done = after.side, _blows(before, after, report)
    now, was = act(after, side, "posture") >= OPEN_FROM, act(before, side, "posture") >= OPEN_FROM
    if now != was:
        done.insert(0, "opened our door" if now else "shut our door")
    if done:
        return f"We {plain.listing(done)}."
    if side == WASHINGTON and report.withdrawn >= FEW:
        return f"{plain.thousand(report.withdrawn)} of our men came home."
    return plain.variant(STOOD[now], after.quarter)


def _blows(before: View, after: View, report: Report) -> list[str]:
    """What we did to them in the quarter, as it follows *We*."""
    side, done = after.side, []
    if side == HANOI and attacked(after):
        done.append(f"mounted {_offensive(report)}")
    if report.broken[side]:
        done.append("broke the understanding on bombing")
    raised = [
        plain.small(ladder.title)
        for ladder in LADDERS[side]
        if ladder.war and _louder(before, after, ladder)
    ]
    if side == WASHINGTON and report.sent >= MEN_SENT:  # what the world saw is bombs and men
        raised.insert(0, f"{plain.thousand(report.sent)} more men")
    if raised and not (side == HANOI and attacked(after)):
        done.append(f"went further: {plain.listing(raised[:MOST_RAISED])}")
    return done


def _offensive(report: Report) -> str:
    return "a general offensive" if report.offensive_scale > SCALE else "an offensive"


def _louder(before: View, after: View, ladder: Ladder) -> bool:
    side = after.side
    place = SLOTS[side][ladder.name]
    return bool((after.reached[place] > before.reached[place]).any())


def _read(view: View) -> str:
    words = READ[int(view.taken)]
    sure = SURE[int(view.taken_sure)]
    who = BODY[view.side]
    said = f"{plain.variant(sure, view.quarter)} {plain.variant(words, view.quarter)}"
    return f"{who}: {plain.small(said)}."


def _came(before: View, after: View, report: Report) -> str:
    """What the other side then did, as far as it can be seen: the weightiest that is news, or else
    how the war went on."""
    given = _at_the_table(before, after, report)
    done = _strokes(before, after, report)[:MOST_STROKES]
    if given and STROKES["broken"] not in done:
        done = done[:1]
    said = [f"They {plain.listing(done)}."] if done else []
    if given and len(done) < MOST_STROKES:
        said.append(given)
    elif len(done) < MOST_STROKES and (men := _men(after, report)):
        said.append(men)
    return " ".join(said) or _went_on(after, report)


def _strokes(before: View, after: View, report: Report) -> list[str]:
    """What they did that is news, as it follows *They*: an offensive, an understanding broken, and
    the rest, in the order of STROKES."""
    enemy, done = 1 - after.side, []
    if enemy == HANOI and attacked(after):
        done.append(f"mounted {_offensive(report)}")
    kinds = {item.kind for item in happenings(before, after, report) if item.side == enemy}
    anew = act(before, WASHINGTON, "bombing") <= Bombing.HALT
    for kind, words in STROKES.items():
        if kind in kinds:
            done.append(ANEW if kind == "bombing_up" and anew else words)
    return done


def _at_the_table(before: View, after: View, report: Report) -> str:
    enemy = 1 - after.side
    if after.tabled_in[enemy] != report.quarter:
        return ""
    if before.tabled[enemy, 0] == NO_TERMS:
        return "They laid a first package on the table."
    moved = terms.moved(enemy, before.tabled[enemy].tolist(), after.tabled[enemy].tolist())
    gave = moved.partition(" and hardened")[0].rstrip(".")  # what they gave is the news
    return f"At the table they {plain.small(gave)}." if gave else ""


def _men(view: View, report: Report) -> str:
    if view.side == WASHINGTON:
        men = float(view.seen_infiltration)
        return f"About {plain.thousand(men)} men came down the trail." if men >= FEW else ""
    if report.sent >= FEW:
        return plain.variant(SENT, view.quarter).format(plain.thousand(report.sent))
    if report.withdrawn >= FEW:
        return f"{plain.thousand(report.withdrawn)} Americans went home."
    return ""


def _went_on(view: View, report: Report) -> str:
    if view.side == WASHINGTON:
        return f"{report.us_deaths:,} Americans died in the quarter."
    flown = round(1000 * report.sorties)
    return f"They flew {flown:,} sorties." if flown else "No sortie was flown over the North."


def _door(before: View, after: View, report: Report) -> str:
    """Why their door opened or shut, as one's own people put it: by what both could see."""
    enemy = 1 - after.side
    now, was = act(after, enemy, "posture") >= OPEN_FROM, act(before, enemy, "posture") >= OPEN_FROM
    if now == was:
        return ""
    why = _opened(before, after) if now else _shut(before, after, report)
    return f"{THEM[after.side]} {'opened' if now else 'shut'} its door, our people think {why}."


def _opened(before: View, after: View) -> str:
    enemy = 1 - after.side
    if after.openness[after.side] >= 0.5 or before.openness[after.side] >= 0.5:
        return "because ours stood open"
    if enemy == HANOI and act(after, HANOI, "effort") == Effort.OFFENSIVE:
        return "after its blow in the South"
    if enemy == HANOI and act(after, WASHINGTON, "bombing") < act(before, WASHINGTON, "bombing"):
        return "because fewer bombs fall"
    tired = after.opposition > before.opposition and after.approval < MAJORITY
    if enemy == WASHINGTON and tired:
        return "because the war grows dear at home"
    return "for reasons of its own, which we do not see"


def _shut(before: View, after: View, report: Report) -> str:
    if any(report.leaked):
        return "because a channel leaked"
    if _pressed(before, after):
        return "because we went further while it stood open"
    if after.openness[after.side] < 0.5:
        return "because ours was shut"
    return "because it heard nothing that was worth staying for"


def _pressed(before: View, after: View) -> bool:
    return any(ladder.war and _louder(before, after, ladder) for ladder in LADDERS[after.side])
