"""Where one may go from the end of a war: back into it, to the other chair, to the next scenario,
or one level harder."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from game.campaign import Campaign
from game.campaign.files import TUTORIAL
from game.cli import _seats
from game.cli._offers import offer
from game.desk.end_models import Onward
from game.desk.interface import GameDesk
from game.engine.board import HANOI, WASHINGTON
from game.problems import Problem
from game.record import Game, Seat, Seats
from game.record.wars import person_of
from game.study.debrief.level_titles import LEVEL_TITLES
from game.words import plain

if TYPE_CHECKING:
    from game.cli._lobby import GameLobby

AFTER_A_LESSON: Final = "tet"
HARDEST: Final = "There is no harder level."
PERSON: Final = Seat(name="A person", kind="person")


class Leading:
    """The ways on, as a lobby can go them."""

    def __init__(self, lobby: "GameLobby") -> None:
        """Lead through ``lobby``."""
        self.lobby = lobby

    def onward(self, game: Game, decided: int, why: str) -> tuple[Onward, ...]:
        """Return the ways on from a war that is over; none from one that a facilitator has led."""
        return () if game.log.facilitated() else tuple(_offered(game, decided, why))

    def lead(self, game: Game, way: str, decided: int) -> GameDesk:
        """Go one of them, by its id."""
        side = person_of(game)
        if way == "back" and side is not None:
            return self.lobby.entered(game, side, game.past.rows[decided].quarter)
        if way == "next":
            return self.lobby.begun(Game.new(following(game.campaign), None, _seated(game, side)))
        if way == "next chair" and side is not None:
            after = following(game.campaign)
            return self.lobby.begun(Game.new(after, None, _other_chair(game, side)))
        if way == "chair" and side is not None:
            return self.lobby.begun(Game.new(game.campaign, None, _other_chair(game, side)))
        if way == "harder" and side is not None:
            return self.lobby.begun(Game.new(game.campaign, None, _harder_seats(game, side)))
        raise Problem("There is no such way on from here.")


def _offered(game: Game, decided: int, why: str) -> Iterator[Onward]:
    side, lesson = person_of(game), game.campaign.name == TUTORIAL
    if side is not None and not lesson:
        if decided >= 0:
            quarter = game.past.rows[decided].quarter
            yield Onward(
                "back", f"Back to {plain.opening_words(quarter)}", f"{why}; with hindsight"
            )
        yield Onward("chair", "The other chair", f"the same war as {plain.SIDE_NAMES[1 - side]}")
    after = following(game.campaign)
    count = after.quarters - after.start_index
    yield Onward(
        "next", f"Next: {after.title}", f"{plain.count(count)} quarters", chairs=_chairs(side)
    )
    if side is not None and not lesson and game.seat(1 - side).level in _seats.LEVELS:
        harder = _harder(game, side)
        yield Onward(
            "harder",
            "One level harder",
            LEVEL_TITLES[harder] if harder else HARDEST,
            bool(harder),
            "" if harder else HARDEST,
        )


def _chairs(side: int | None) -> tuple[Onward, ...]:
    """Return the chairs the next war can be played in, the one that was had first; none for two."""
    if side is None:
        return ()
    return (
        Onward("next", f"{plain.SIDE_NAMES[side]}, as before", "the chair you had"),
        Onward("next chair", plain.SIDE_NAMES[1 - side], "the other chair"),
    )


def following(campaign: Campaign) -> Campaign:
    """Return the campaign that follows one in the list of a new game; after a first game Tet, which
    begins where its lessons end and needs no more than they taught."""
    listed = offer().campaigns
    names = [one.name for one in listed]
    if campaign.name not in names:
        return listed[names.index(AFTER_A_LESSON)]
    return listed[(names.index(campaign.name) + 1) % len(listed)]


def _harder(game: Game, side: int) -> str:
    """Return the next level of the machine that was played; empty at the highest."""
    place = _seats.LEVELS.index(str(game.seat(1 - side).level)) + 1
    return _seats.LEVELS[place] if place < len(_seats.LEVELS) else ""


def _seated(game: Game, side: int | None) -> Seats:
    """Return the same people as in a war, against the same machine where there was one."""
    if side is None:
        return Seats(washington=PERSON, hanoi=PERSON)
    return game.past.beginning.seats


def _other_chair(game: Game, side: int) -> Seats:
    level = game.seat(1 - side).level
    return _against(1 - side, _seats.seat(side, None, level))


def _harder_seats(game: Game, side: int) -> Seats:
    return _against(side, _seats.seat(1 - side, game.seat(1 - side).name, _harder(game, side)))


def _against(side: int, machine: Seat) -> Seats:
    both = [PERSON, PERSON]
    both[1 - side] = machine
    return Seats(washington=both[WASHINGTON], hanoi=both[HANOI])
