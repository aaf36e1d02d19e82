"""The three questions at the screen: a sheet a person, without a name, and how the group did."""

from collections.abc import Sequence

from game.desk.build_rule import is_open
from game.desk.debrief_models import Asked, Questions
from game.record import Game
from game.record.lesson import is_lesson
from game.study.debrief.section import lines
from game.study.papers import sheets
from game.study.papers.pack_questions import QUESTIONS, section


def questions(game: Game) -> Questions:
    """Return the questions as they stand; answers are told when the war is over, the rule is not
    kept hidden, and somebody has answered again. A first game asks none: each names the rule."""
    now, found = "" if is_lesson(game) else sheets.when(game), sheets.sheets_of(game)
    told = game.over and is_open(game) and found[sheets.AFTER].count > 0
    rows = section(found).rows if told else ()
    asked = tuple(
        Asked(question.text, tuple(question.answers.items()), *(rows[place][1:4] if told else ()))
        for place, question in enumerate(() if is_lesson(game) else QUESTIONS)
    )
    counts = [f"{found[moment].count} {moment} play" for moment in found]
    return Questions(now, asked, f"Handed in so far: {' and '.join(counts)}.", told)


def hand_in(game: Game, letters: Sequence[str]) -> str:
    """Keep one person's sheet without a name; return one sentence that says so."""
    return sheets.hand_in(game, letters)


def asked_before(game: Game) -> bool:
    """Return whether anybody answered before play."""
    return sheets.sheets_of(game)[sheets.BEFORE].count > 0


def results(game: Game) -> str:
    """Return how the group did as lines for a terminal; empty while it is not told."""
    found = sheets.scored(game) if questions(game).scored else None
    return "\n".join(lines((found,))) if found is not None else ""
