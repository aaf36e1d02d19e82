"""``transcript.txt``: a war told in order, as its governments read it: news, orders, cables, notes.

One side's transcript is made from its dossier; both sides' stand together once the war is over.
"""

from collections.abc import Iterable, Iterator, Sequence
from textwrap import fill

from game.engine.board import SIDES, quarter_name
from game.engine.dossier import Dossier
from game.engine.ladders import Ladder, slot_of
from game.record import Game
from game.study.debrief.words import NAMES
from game.words import cables, happenings, messages, plain
from game.words import ordered as in_words

WIDTH = 88  # columns


def transcript(game: Game, sides: Sequence[int]) -> str:
    """Return the war as ``sides`` knew it, quarter by quarter; both only when it is over."""
    said = [game.campaign.title, "=" * len(game.campaign.title), ""]
    for place, report in enumerate(game.dossier(sides[0]).reports):
        name = quarter_name(game.dossier(sides[0]).tables.first, report.quarter)
        said += [f"{name}, {plain.quarter_title(name)}", "-" * (len(name) + 24), ""]
        for side in sides:
            said += [*_side(game, side, place, name), ""]
    return "\n".join(said).rstrip() + "\n"


def _side(game: Game, side: int, place: int, name: str) -> Iterator[str]:
    dossier = game.dossier(side)
    yield f"[{NAMES[SIDES[side]]}]"
    for news in game.news(side, name):
        if not news.to_come:
            yield _line(f"News, {plain.dated(news.date, news.learnt)}: {news.title}. {news.text}")
    for entry in game.entries:
        if entry.side == SIDES[side] and entry.quarter == name and entry.what in NOTED:
            yield _line(f"{NOTED[entry.what]}: {_entry(entry.text, entry.data)}")
    yield _line(f"Orders: {ordered(dossier, place)}")
    before, after, report = dossier.views[place], dossier.views[place + 1], dossier.reports[place]
    found = happenings.happenings(before, after, report, dossier.views[:place])
    for cable in cables.cables(found, before, after, report):
        yield _line(f"{cable.heading} ({cable.signature}): {cable.body}")
    yield _line(f"From {NAMES[SIDES[1 - side]]}: {_heard(dossier, place)}")


NOTED = {"note": "A note", "forecast": "A forecast"}


def _entry(text: str, data: dict[str, object]) -> str:
    question, chance = data.get("question"), data.get("chance")
    said = f"{question} {chance:.0%}" if isinstance(chance, int | float) else ""
    return ". ".join(part for part in (said, text) if part) or "taken away"


def _heard(dossier: Dossier, place: int) -> str:
    enemy, view = 1 - dossier.side, dossier.views[place + 1]
    posture = int(view.acts[enemy][slot_of(enemy, "posture")])
    sent = int(view.acts[enemy][slot_of(enemy, "message")])
    stood = messages.ground(dossier.views[place], view, enemy)
    return messages.message(enemy, posture, sent, dossier.reports[place].quarter, stood)


def ordered(dossier: Dossier, place: int) -> str:
    """Return what a side's orders changed in a quarter, in words."""
    names = dossier.tables.channels.names
    said = in_words.changes(dossier.orders[place], dossier.views[place], names)
    return plain.sentence("; ".join(said) if said else "what stood goes on")


def changed(dossier: Dossier, place: int, ladders: Iterable[Ladder]) -> list[str]:
    """Return a phrase for each rung of ``ladders`` that a side's orders of a quarter moved."""
    return in_words.moved(dossier.orders[place], dossier.views[place], ladders)


def _line(text: str) -> str:
    return fill(" ".join(text.split()), WIDTH, initial_indent="  ", subsequent_indent="    ")
