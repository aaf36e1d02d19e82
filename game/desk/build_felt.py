"""After the war: what brought its end, what was decided beside history, and who read well."""

from game.desk import build_danger
from game.desk.build_pages import GOVERNMENTS
from game.desk.models import Fact
from game.engine.board import HANOI, WASHINGTON, quarter_name
from game.record import Game
from game.study.debrief import taken
from game.study.debrief.decided import decided as beside_history
from game.words import plain


def open_to_all(game: Game, side: int) -> tuple[Fact, ...]:
    """Return what may be told even where a facilitator keeps the rule hidden."""
    return (*build_danger.brought(game.dossier(_whose(game, side)), game.ending), *decided(game))


def _whose(game: Game, side: int) -> int:
    """Return whose papers tell best what broke: those of the side whose gauge it was."""
    kind = build_danger.AFTER.get(game.ending)
    return side if kind is None else build_danger.owner(kind)


def decided(game: Game) -> tuple[Fact, ...]:
    """Return every decision of both sides beside history's."""
    return tuple(Fact(one.title, one.text, one.source) for one in beside_history(game))


def read(game: Game) -> tuple[Fact, ...]:
    """Return both sides' cards of *How they took it* with the truth beside them, and the tally."""
    made, shares = [], []
    for side in (WASHINGTON, HANOI):
        found = taken.readings(game.book(), side)
        if not found:
            return ()
        shares.append(sum(one.right for one in found) / len(found))
        first = game.campaign.first
        told = "; ".join(taken.beside(one, quarter_name(first, one.quarter)) for one in found)
        made.append(
            Fact(
                f"How they took it, as {GOVERNMENTS[side]}'s people said",
                f"{taken.tally(found)} {plain.sentence(told)}",
            )
        )
    made.append(Fact("Who read well", taken.best((shares[0], shares[1]))))
    return tuple(made)
