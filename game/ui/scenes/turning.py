"""A turning point of the history: the question first, then what was done, and the ways on."""

from collections.abc import Callable, Sequence

from game.desk.models import Turning
from game.ui import theme
from game.ui.scenes.common import Modal, Rule
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Column
from game.ui.widgets.controls import Button
from game.ui.widgets.texts import Text

LETTERS = "abcd"


class TurningPoint(Modal):
    """Asks what one would do; ``answered`` hears it, ``on`` shows the quarter, ``enter`` plays on
    from it as a side."""

    width = 720.0

    def __init__(
        self,
        turning: Turning,
        answered: Callable[[int | None], None],
        on: Callable[[], None],
        enter: Callable[[str], None],
    ) -> None:
        """Ask ``turning``."""
        super().__init__()
        self.turning, self.answered, self.on, self.enter_as = turning, answered, on, enter
        self.title = turning.title
        self.given: int | None = None
        self.first_focus = "answer a"

    def body(self) -> Widget:
        turning = self.turning
        where = f"{turning.government}, {turning.date}"
        column = Column(Text(where, theme.STRONG, theme.GOLD), Text(turning.question), gap=10)
        if self.given is None:
            column.add(
                *(
                    Button(
                        f"{letter}  {text}",
                        self._choose(number),
                        key=f"answer {letter}",
                        cue="page",
                    )
                    for number, (letter, text) in enumerate(self._lettered())
                )
            )
            return column
        same = self.given == turning.did
        did = turning.answers[turning.did]
        return column.add(
            Rule(),
            Text(f"You would have: {turning.answers[self.given]}."),
            Text("So did they." if same else f"They did: {did}.", theme.STRONG),
            Text(turning.told),
            Text(f"Source: {turning.source}", theme.SMALL, theme.DIM),
        )

    def _lettered(self) -> list[tuple[str, str]]:
        return list(zip(LETTERS, self.turning.answers, strict=False))

    def buttons(self) -> Sequence[Button]:
        if self.given is None:
            return (Button("&Pass it by", self.close, cue="page", key="pass"),)
        return (
            Button("&Go on", self.close, kind="chosen", cue="page", key="go on"),
            *(
                Button(f"Play on as {name}", self._enter(name), key=f"enter {name.lower()}")
                for name in ("Washington", "Hanoi")
            ),
        )

    def _choose(self, number: int) -> Callable[[], None]:
        def chosen() -> None:
            self.given = number
            self.answered(number)
            self.rebuild()
            self.focus_on("go on")

        return chosen

    def _enter(self, name: str) -> Callable[[], None]:
        return lambda: self.enter_as(name.lower())

    def close(self) -> None:
        """Show the quarter; what was passed by is not asked again."""
        if self.given is None:
            self.answered(None)
        super().close()
        self.on()
