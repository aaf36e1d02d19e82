"""How one screen leads to the next: title, new game, curtain, briefing, quarters, debrief."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game import late
from game.desk.interface import GameDesk, Lobby, Refusal, ReplayDesk
from game.ui import away, work
from game.ui.afterwards import AfterwardsFlow
from game.ui.app import App
from game.ui.scene import Scene
from game.ui.scenes.common import Notice
from game.ui.scenes.title import Title, unfinished
from game.ui.seminar import Seminar
from game.ui.timekeeper import Timekeeper

if TYPE_CHECKING:
    from game.desk import build_climax
    from game.desk import models as m
    from game.desk.interface import Passphrases
    from game.ui.scenes import (
        climax,
        curtain,
        forget,
        menu,
        newgame,
        paused,
        quarter,
        reading,
        replay,
        resolution,
        saves,
        secrets,
        settings,
        waiting,
    )
else:
    m = late.Module("game.desk.models")
    build_climax = late.Module("game.desk.build_climax")
    (
        newgame,
        reading,
        settings,
        saves,
        secrets,
        forget,
        curtain,
        quarter,
        menu,
        resolution,
        waiting,
        paused,
        replay,
        climax,
    ) = late.modules(
        "game.ui.scenes",
        "newgame reading settings saves secrets forget curtain "
        "quarter menu resolution waiting paused replay climax",
    )

COVERED = ("Overture", "The papers are covered. Nothing was changed.", "Take the papers up again")
NEW_PIN = (
    "A seminar has a facilitator, whose PIN opens its clock and commands. Choose one while "
    "the players look away; it cannot be changed in this game."
)
NO_FORGETTING = "Leave the game first: what is being played would be kept again."


class Flow:
    """Leads from screen to screen in one window. ``version`` is shown on the title."""

    def __init__(self, app: App, lobby: Lobby, version: str) -> None:
        """Begin nowhere; call ``title``."""
        self.app, self.lobby, self.version = app, lobby, version
        self.briefed: set[tuple[int, str]] = set()
        self.desk: GameDesk | None = None
        self.said: list[str] = []  # what is to be said with the next screen
        self.seminar, self.after = Seminar(self), AfterwardsFlow(self)
        app.timekeeper = Timekeeper(self)
        app.think = self._go_on
        app.private = self._private
        app.actions |= {
            "panic": self.cover_all,
            "facilitator": self.seminar.open,
            "save": self.save,
            "settings": self.settings,
            "menu": lambda: away.step(self),
            "handbook": self.help,
            "focus_lost": self._focus_lost,
        }

    def _go_on(self) -> bool:
        """Do a slice of the thinking of whoever plays, where no thread does it."""
        return self.desk is not None and self.desk.go_on()

    def _private(self) -> bool:
        """Whether one of two people sits at the screen, whose play the other may not hear."""
        return self.desk is not None and self.desk.hotseat and self.desk.curtain() is None

    # --- before and after a game

    def title(self) -> None:
        """Show the title; a game that was played is kept as it stands."""
        self.leave()
        doors = {
            "tutorial": self.tutorial,
            "new": self.new_game,
            "history": self.history,
            "load": self.saves,
            "settings": self.settings,
            "help": self.help,
            "quit": self.quit,
            "rule": self.after.rule_alone,
            "cases": self.after.cases,
            "wars": self.after.wars,
            "continue": self.resume,
        }
        newcomer = not self.lobby.saves()
        self.app.replace(Title(self.lobby, doors, self.version, newcomer))

    def leave(self) -> None:
        """Keep the game on the desk, with what is drafted, and clear the desk."""
        desk, self.desk = self.desk, None
        self.said.clear()
        self.seminar.close()
        if desk is not None:
            desk.leave()

    def quit(self) -> None:
        """Close the window."""
        self.leave()
        self.app.running = False

    def tutorial(self) -> None:
        """Start the first game, or take it up again."""
        self.play(self.lobby.tutorial())

    def history(self) -> None:
        """Show the recorded war, which stops at its turning points and asks."""
        work.ask(self.app, work.OPENING, lambda: self.play(self.lobby.history()))

    def new_game(self) -> None:
        """Show the choices of a new game."""
        self.app.replace(newgame.NewGameScene(self.lobby, self.begin, self.title))

    def begin(self) -> None:
        """Begin what was chosen, once passphrases and PIN are there that it needs."""
        model = self.lobby.new_game()
        if model.papers and model.kept == "sealed":
            self.app.replace(secrets.ChoosePassphrases(self._appoint, self.new_game))
        else:
            self._appoint(None)

    def _appoint(self, passphrases: Passphrases | None) -> None:
        """Ask for the facilitator's PIN where a seminar begins, and begin."""
        model = self.lobby.new_game()
        if not model.sittings or model.sitting == "none":
            self.play(self.lobby.start(passphrases))
            return
        if passphrases is not None:
            self.app.replace(newgame.NewGameScene(self.lobby, self.begin, self.title))
        self.app.push(
            secrets.AskPin(
                NEW_PIN,
                "Set the PIN",
                lambda pin: self.play(self.lobby.start(passphrases, pin)),
                new=True,
            )
        )

    def saves(self) -> None:
        """Show the saved games."""
        self.app.replace(saves.SavesScene(self.lobby, self.load, self.title))

    def load(self, save: m.SavedGame) -> None:
        """Load a saved game; a sealed one is asked for its passphrases first."""
        from game.desk.interface import Locked  # late: it brings the records

        try:
            self.play(self.lobby.load(save.id))
        except Locked:
            self.app.replace(
                secrets.Unlock(
                    save, lambda typed: self.play(self.lobby.load(save.id, typed)), self.saves
                )
            )

    def resume(self) -> None:
        """Take up the game in play that was played last; where it cannot be, show the saves."""
        work.ask(self.app, work.OPENING, self._resume)

    def _resume(self) -> None:
        save = unfinished(self.lobby)
        try:
            if save is not None:
                self.load(save)
        except Refusal as refusal:
            self.saves()
            self.app.push(Notice("This game cannot be played", str(refusal)))

    def help(self) -> None:
        """Show the help over whatever is there."""
        self.app.push(reading.Reading("Help", self.lobby.pages(), self.app.pop, True))

    def settings(self) -> None:
        """Show the settings over whatever is there."""
        if any(isinstance(scene, settings.SettingsScene) for scene in self.app.stack):
            return
        why_not = NO_FORGETTING if self.desk is not None else ""
        self.app.push(settings.SettingsScene(self.seminar.why_locked, self._forget, why_not))

    def save(self) -> None:
        """Ask for the name of a copy of the game in play; refused where nothing may be read."""
        away.save(self)

    def _forget(self) -> None:
        def forgotten() -> None:
            self.app.keep = False  # else leaving would write the settings again
            self.title()

        self.app.push(forget.Forget(self.lobby, forgotten))

    # --- a game

    def play(self, desk: GameDesk | ReplayDesk) -> None:
        """Play a game, or watch a war."""
        self.seminar.close()
        if isinstance(desk, ReplayDesk):
            self.desk = None
            self.app.replace(replay.ReplayScene(desk, self.play, self.title))
        else:
            self.desk = desk
            self.said = list(desk.notices())
            self.turn(desk)

    def turn(self, desk: GameDesk) -> None:
        """Show what comes next for the side to move: a pause, what both watch, the curtain, cables,
        the end, a briefing, or the quarter."""
        if desk.standing().paused:
            desk.draw()
            self.app.replace(paused.Paused(self.seminar.go_on, self.title))
        elif common := desk.climaxes():
            self.app.replace(climax.ClimaxScene(common, lambda: self._watched(desk)))
        elif desk.curtain() is not None:
            self.hide(desk)
        elif (unseen := desk.resolution()) is not None:
            self._resolved(desk, unseen)
        elif (debrief := desk.debrief()) is not None:
            self._show(self.after.scene(desk, debrief))
        elif not desk.papers_ready():
            self.app.replace(waiting.AtWork(desk.papers_ready, lambda: self.turn(desk)))
        else:
            self._papers(desk)

    def _papers(self, desk: GameDesk) -> None:
        """Show the quarter, after the briefing where that has not been read."""
        key = (id(desk), desk.quarter().header.side)

        def read() -> None:
            self.briefed.add(key)
            self.turn(desk)

        if key not in self.briefed:
            ask = (lambda: self.after.ask(desk)) if desk.questions().when else None
            self._show(newgame.BriefingScene(desk.briefing(), read, ask, self.title))
            return
        desk.entered()
        doors = {
            "settings": self.settings,
            "help": self.help,
            "title": self.title,
            "facilitator": self.seminar.open,
        }
        self._show(
            quarter.QuarterScene(
                desk,
                lambda: self.turn(desk),
                lambda: self.app.push(menu.Menu(desk, doors)),
                lambda page: self._codex(desk, page),
                lambda: self._draw(desk),
            )
        )
        self.seminar.ask_consent(desk)

    def _show(self, scene: Scene) -> None:
        """Show a screen, and over it what is to be said with it."""
        said, self.said = [*self.said, *self._told()], []
        self.app.replace(scene)
        if said:
            self.app.push(Notice("Before you go on", *said))

    def _told(self) -> tuple[str, ...]:
        """Return what the side to move has not been told of the facilitator's doings."""
        return () if self.desk is None else self.desk.told()

    def _watched(self, desk: GameDesk) -> None:
        desk.climaxes_seen()
        self.turn(desk)

    def _resolved(self, desk: GameDesk, unseen: m.Resolution) -> None:
        """Show the quarters resolved: a climax first, then the cables. Where two sit in the room
        only what is one side's own is still to come, and nothing of it is heard."""
        cables = resolution.ResolutionScene(unseen, lambda: self._seen(desk))
        alone = not desk.hotseat
        own = unseen.climaxes if alone else build_climax.after_curtain(unseen.climaxes)
        if own:
            self.app.replace(climax.ClimaxScene(own, lambda: self._show(cables)))
        else:
            self._show(cables)

    def _seen(self, desk: GameDesk) -> None:
        desk.resolution_seen()
        self.turn(desk)

    # --- the curtain

    def hide(self, desk: GameDesk) -> None:
        """Hang the curtain that is due; nothing of the last side stays in the stack."""
        due = desk.curtain()
        if due is None:
            return
        desk.forget_undo()
        said, self.said = [*self.said, *self._told()], []

        def confirmed() -> None:
            desk.lift()
            self.turn(desk)

        back = self._back(desk) if desk.can_take_back() else None
        self.app.replace(curtain.CurtainScene(due, confirmed, said, back))

    def _back(self, desk: GameDesk) -> Callable[[], None]:
        def back() -> None:
            desk.take_back()
            self.turn(desk)

        return back

    def cover_all(self) -> None:
        """Cover everything at once: by the curtain where two people play, by a plain page else."""
        desk = self.desk
        if desk is None or any(scene.curtain for scene in self.app.stack):
            return
        desk.draw()
        if desk.curtain() is not None:
            self.hide(desk)
            return
        quarters = (scene for scene in self.app.stack if isinstance(scene, quarter.QuarterScene))
        place = next(((one.page, one.lens, one.zone) for one in quarters), None)

        def uncover() -> None:
            self.turn(desk)
            top = self.app.top()
            if place is not None and isinstance(top, quarter.QuarterScene):
                top.page, top.lens, top.zone = place
                top.rebuild()

        self.app.replace(curtain.CurtainScene(m.Curtain(*COVERED), uncover))

    def _focus_lost(self) -> None:
        """Draw the curtain in a game of two, where the settings ask for it."""
        desk = self.desk
        if desk is None or not self.app.settings.curtain_on_focus_loss:
            return
        desk.draw()
        if desk.curtain() is not None and not any(scene.curtain for scene in self.app.stack):
            self.hide(desk)

    def _draw(self, desk: GameDesk) -> None:
        """Draw the curtain by hand; the same side takes up its quarter."""
        desk.draw()
        self.hide(desk)

    def _codex(self, desk: GameDesk, page: str) -> None:
        self.after.codex(desk, page)
