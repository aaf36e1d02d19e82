"""Consoles of rich that pass the one cleaner: for tables and for bars that show how far work is.

Apart from ``printing``, since rich takes longer to import than most commands take to answer.
"""

from collections.abc import Iterable
from typing import Any, NoReturn

from rich.console import Console, ConsoleOptions, ConsoleRenderable, RenderableType, RenderHook
from rich.segment import Segment

from game.letters import shown


def printer(**options: Any) -> Console:
    """Return a console of rich with its own options, which cleans all that it prints."""
    made = Pipe(**options)
    made.push_render_hook(Cleaner())
    return made


class Pipe(Console):
    """A console to which a reader that has gone is no error of its own."""

    def on_broken_pipe(self) -> NoReturn:
        """Raise BrokenPipeError, where rich would end the program with exit code 1."""
        raise BrokenPipeError


class Cleaned:
    """Something printable whose letters are cleaned on their way."""

    def __init__(self, inner: RenderableType) -> None:
        """Print ``inner``."""
        self.inner = inner

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterable[Segment]:
        for segment in console.render(self.inner, options):
            yield segment if segment.control else Segment(shown(segment.text), segment.style)


class Cleaner(RenderHook):
    """Cleans all that a console prints."""

    def process_renderables(self, renderables: list[ConsoleRenderable]) -> list[ConsoleRenderable]:
        """Return what is printed, cleaned."""
        return [Cleaned(one) for one in renderables]
