"""The three questions at the terminal: shown, answered sheet by sheet, and scored after the war."""

from rich.console import Console

from game.desk import build_questions
from game.desk.chair import Chair
from game.problems import Problem
from game.text import show
from game.text.terminal import Terminal

HOW = "Three letters hand in a sheet, such as 'b c d'; '-' leaves one out, Enter goes on. "


def show_questions(console: Console, chair: Chair) -> None:
    """Print the three questions with their answers, and how many sheets there are."""
    model = build_questions.questions(chair.game)
    for number, one in enumerate(model.asked, 1):
        show.heading(console, f"{number}. {one.text}")
        show.lines(console, [f"{letter}  {text}" for letter, text in one.answers])
    show.say(console, model.handed)


def command(console: Console, chair: Chair, words: list[str]) -> None:
    """Show the questions, or hand in a sheet of letters."""
    if not words:
        show_questions(console, chair)
        return
    letters = words if len(words) > 1 else list(words[0])
    show.say(console, build_questions.hand_in(chair.game, letters))


def again(console: Console, terminal: Terminal, chair: Chair) -> None:
    """After the war, ask whoever answered before to answer again, then say how the group did."""
    if not build_questions.asked_before(chair.game):
        return
    show_questions(console, chair)
    while answer := terminal.ask(f"\n{HOW}"):
        try:
            command(console, chair, answer.split())
        except Problem as problem:
            show.say(console, str(problem))
    console.print(build_questions.results(chair.game), markup=False, highlight=False)
