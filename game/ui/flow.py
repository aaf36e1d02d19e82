"""How one screen leads to the next: title, new game, curtain, briefing, quarters, debrief."""

from collections.abc import Sequence

from game.desk.interface import GameDesk, Lobby, ReplayDesk
from game.ui.app import App
from game.ui.scenes.common import Modal, Notice, attempt
from game.ui.scenes.curtain import CurtainScene
from game.ui.scenes.debrief import DebriefScene
from game.ui.scenes.newgame import BriefingScene, NewGameScene
from game.ui.scenes.quarter import QuarterScene
from game.ui.scenes.reading import Reading
from game.ui.scenes.replay import ReplayScene
from game.ui.scenes.resolution import ResolutionScene
from game.ui.scenes.saves import SavesScene
from game.ui.scenes.settings import SettingsScene
from game.ui.scenes.title import Title
from game.ui.scenes.waiting import AtWork
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Column
from game.ui.widgets.controls import Button, TextField
from game.ui.widgets.texts import Text


class Menu(Modal):
    """The menu of a running game."""

    title = "Menu"
    width = 380.0

    def __init__(self, flow: "Flow", desk: GameDesk) -> None:
        """Offer what can be done with the game of ``desk``."""
        super().__init__()
        self.flow, self.desk = flow, desk
        self.first_focus = "Back to the game"

    def body(self) -> Widget:
        flow = self.flow
        return Column(
            Button("&Save", self._save, cue="stamp"),
            Button("Se&ttings", lambda: self.app.push(SettingsScene()), cue="page"),
            Button("&Help", flow.help, cue="page"),
            Button("Leave for the title", flow.title, kind="final", cue="page",
                   note="The game is kept as it stands"),
            gap=7,
        )  # fmt: skip

    def buttons(self) -> Sequence[Button]:
        return (Button("&Back to the game", self.close, key="Back to the game"),)

    def _save(self) -> None:
        self.app.push(SaveAs(self.desk))


class SaveAs(Modal):
    """Asks for the name of a save."""

    title = "Save a copy"

    def __init__(self, desk: GameDesk) -> None:
        """Save the game of ``desk`` under a name."""
        super().__init__()
        self.desk, self.name = desk, desk.save_name()
        self.first_focus = "Name"

    def body(self) -> Widget:
        return Column(
            Text("The game is kept as it is played. A copy under a name of its own stays as it is "
                 "now."),
            TextField("Name", self.name, 420, longest=60, act=self._named),
            gap=7,
        )  # fmt: skip

    def buttons(self) -> Sequence[Button]:
        return (Button("&Save the copy", self._save, kind="chosen", cue="stamp", key="save"),
                Button("&Back", self.close, cue="page"))  # fmt: skip

    def _named(self, text: str) -> None:
        self.name = text

    def _save(self) -> None:
        said: list[str] = []
        if attempt(self, lambda: said.append(self.desk.save(self.name))):
            self.close()
            self.app.push(Notice("Saved", said[0]))


class Flow:
    """Leads from screen to screen in one window. ``version`` is shown on the title."""

    def __init__(self, app: App, lobby: Lobby, version: str) -> None:
        """Begin nowhere; call ``title``."""
        self.app, self.lobby, self.version = app, lobby, version
        self.briefed: set[tuple[int, str]] = set()
        self.desk: GameDesk | None = None

    def title(self) -> None:
        """Show the title; a game that was played is kept as it stands."""
        self.leave()
        doors = {
            "tutorial": self.tutorial, "new": self.new_game, "load": self.saves,
            "settings": lambda: self.app.push(SettingsScene()), "help": self.help,
            "quit": self.quit,
        }  # fmt: skip
        newcomer = not self.lobby.saves()
        self.app.replace(Title(self.lobby, doors, self.version, newcomer))

    def leave(self) -> None:
        """Keep the game on the desk, with what is drafted, and clear the desk."""
        desk, self.desk = self.desk, None
        if desk is not None:
            desk.leave()

    def quit(self) -> None:
        """Close the window."""
        self.leave()
        self.app.running = False

    def tutorial(self) -> None:
        """Start the first game, or take it up again."""
        self.play(self.lobby.tutorial())

    def new_game(self) -> None:
        """Show the choices of a new game."""
        self.app.replace(
            NewGameScene(self.lobby, lambda: self.play(self.lobby.start()), self.title)
        )

    def saves(self) -> None:
        """Show the saved games."""
        self.app.replace(
            SavesScene(self.lobby, lambda save: self.play(self.lobby.load(save)), self.title)
        )

    def help(self) -> None:
        """Show the help over whatever is there."""
        self.app.push(Reading("Help", self.lobby.pages(), self.app.pop, True))

    def play(self, desk: GameDesk | ReplayDesk) -> None:
        """Play a game, or watch a war."""
        if isinstance(desk, ReplayDesk):
            self.desk = None
            self.app.replace(ReplayScene(desk, self.play, self.title))
        else:
            self.desk = desk
            self.turn(desk)

    def turn(self, desk: GameDesk) -> None:
        """Show what comes next for the side to move: curtain, cables, end, briefing, quarter."""
        curtain = desk.curtain()
        if curtain is not None:
            self.hide(desk)
            return
        unseen = desk.resolution()
        if unseen is not None:
            self.app.replace(ResolutionScene(unseen, lambda: self._seen(desk)))
            return
        debrief = desk.debrief()
        if debrief is not None:
            doors = {"replay": lambda: self.play(desk.again()), "title": self.title}
            self.app.replace(DebriefScene(debrief, doors))
            return
        if not desk.papers_ready():
            self.app.replace(AtWork(desk.papers_ready, lambda: self.turn(desk)))
            return
        key = (id(desk), desk.quarter().header.side)
        if key not in self.briefed:
            self.briefed.add(key)
            self.app.replace(BriefingScene(desk.briefing(), lambda: self.turn(desk)))
            return
        self.app.replace(
            QuarterScene(
                desk, lambda: self.turn(desk), lambda: self.app.push(Menu(self, desk)),
                lambda page: self._codex(desk, page), lambda: self._draw(desk),
            )
        )  # fmt: skip

    def _seen(self, desk: GameDesk) -> None:
        desk.resolution_seen()
        self.turn(desk)

    def hide(self, desk: GameDesk) -> None:
        """Hang the curtain that is due; nothing of the last side stays in the stack."""
        curtain = desk.curtain()
        if curtain is None:
            return
        desk.forget_undo()

        def confirmed() -> None:
            desk.lift()
            self.turn(desk)

        self.app.replace(CurtainScene(curtain, confirmed))

    def _draw(self, desk: GameDesk) -> None:
        """Draw the curtain by hand, or on losing the focus; the same side takes up its quarter."""
        desk.draw()
        self.hide(desk)

    def _codex(self, desk: GameDesk, page: str) -> None:
        first = desk.codex("")
        pages = (first, *(desk.codex(link) for link in first.links))
        self.app.push(Reading("Codex", pages, self.app.pop, page=page))
