"""What can be typed: the list of commands, an order explained, and how orders are written."""

from rich.console import Console

from game.desk import models
from game.text import show
from game.text.commands import COMMANDS, EXAMPLES, SHORT, ladders, names, usage, verb
from game.text.matching import meant


def commands(console: Console, shown: models.Quarter, words: list[str]) -> None:
    """List the commands, or explain an order."""
    if words:
        explain(console, shown, words[0])
        return
    show.heading(console, "Commands; each may be shortened to a unique beginning")
    table = show.grid("", "")
    for command in COMMANDS.values():
        table.add_row(command.usage, command.text)
    console.print(table)
    titles = ", ".join(names(shown))
    show.say(
        console,
        f"Orders by name: {titles}. Examples: {EXAMPLES[shown.header.side]}. One letter is "
        f"enough for {', '.join(f'{SHORT[key]} ({key})' for key in 'ersoq')}.",
    )


def explain(console: Console, shown: models.Quarter, word: str) -> None:
    """Explain a command, or show an order's ladder."""
    name = verb(word, shown)
    if name in COMMANDS:
        console.print(f"{COMMANDS[name].usage}: {COMMANDS[name].text}.")
        return
    orders(console, shown, [name])


def orders(console: Console, shown: models.Quarter, words: list[str]) -> None:
    """Show all orders, or one ladder with what each rung risks."""
    if not words:
        show.orders(console, shown)
        return
    name = meant(words[0], names(shown), "order")
    own = [one for key, one in ladders(shown).items() if key.split(".")[0] == name]
    for one in own if words[1:] else own[:1]:
        show.ladder(console, one)
    if len(own) > 1:
        for one in own:
            show.say(console, f"{one.id.replace('.', ' '):13}{show.rungs(one)}", 0, 13)
    show.say(console, f"Write for example: {usage(name, own[0])}")
