"""A new game: what to play, how, as whom, against whom; and the briefing that opens it."""

from collections.abc import Callable
from dataclasses import replace

from game.desk import models as m
from game.desk.interface import Lobby
from game.ui import beds, theme
from game.ui.scene import Scene
from game.ui.scenes.common import (
    Verbs,
    attempt,
    boxed,
    defined,
    explain,
    screen,
    titled,
)
from game.ui.scenes.quarter.dossier import SENTENCES
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Centred, Column, Panel, Row, Wrapped
from game.ui.widgets.cards import CardRow
from game.ui.widgets.controls import Button, TextField
from game.ui.widgets.lists import ChoiceRow
from game.ui.widgets.picture import Picture
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.texts import Text

PICTURED = (1100, 700)  # pixels at 100 % text from which a briefing has its picture
TALLEST = 210  # pixels at 100 % text of that
TALLEST_WAR = 158  # pixels at 100 % text of a campaign's picture
BESIDE = 136  # pixels at 100 % text of a chair's
WARS = {
    "vietnam-1965-1973": "paddies",
    "pause-to-paris": "crowd",
    "road-to-paris": "table",
    "tet": "gate",
    "linebacker": "bombers",
}
CHAIRS = {"washington": "telephone", "hanoi": "trail"}
DESKS = {"washington": "telephone", "hanoi": "trail"}  # the picture of each side's briefing
LETTER = theme.Style("cable", 17)  # read once, and slowly


class NewGameScene(Scene):
    """Choices in rows; the summary says in one sentence what will begin."""

    title = "New game"
    bed = beds.THEME

    def __init__(self, lobby: Lobby, begin: Callable[[], None], back: Callable[[], None]) -> None:
        """Choose in ``lobby``; ``begin`` starts what is chosen."""
        super().__init__()
        self.lobby, self.begin, self.back = lobby, begin, back
        self.actions = {"help": explain(self), "menu": back}
        self.first_focus = "choice Campaign"
        self.more = False  # whether what few change is unfolded

    def build(self) -> Widget:
        model = self.lobby.new_game()
        summary = Column(Text(model.summary, theme.STRONG))
        if model.problem:
            summary.add(Text(model.problem, theme.BODY, theme.BAD, mark="cross"))
        summary.grow = 1.0
        buttons = Verbs(
            Button("&Back", self.back, cue="page"),
            Button(
                "B&egin",
                self._begin,
                kind="chosen",
                enabled=not model.problem,
                why_not=model.problem,
                cue="stamp",
                key="begin",
            ),
        )
        rows = Panel(self._choices(model), margin=9)
        return screen(
            self,
            titled("New game", ""),
            Scroll(Centred(rows, 1240, False), key="choices"),
            Panel(Row(summary, buttons, gap=16)),
        )

    def _choices(self, model: m.NewGame) -> Widget:
        """Return the rows: war and chair in pictures, then words; the rest is folded."""
        column = Column(gap=8)
        made = {
            row: (name, _told(offered) if row == "campaign" else offered, model.chosen[place])
            for row, name, offered, place in _offered(model, model.chosen[1] == "alone")
        }
        column.add(self._row("mode", made["mode"]))
        column.add(
            CardRow(*made["campaign"], self._choose("campaign"), WARS, "press", tallest=TALLEST_WAR)
        )
        if "side" in made:
            column.add(
                CardRow(*made["side"], self._choose("side"), CHAIRS, "door", beside=BESIDE),
                self._row("level", made["level"]),
            )
        if model.papers:
            column.add(
                ChoiceRow("How the game is kept", model.papers, model.kept, self._choose("papers"))
            )
        folded = self._folded(model, made)
        if folded:
            column.add(
                Button(
                    "Less" if self.more else "&More: opponent, clock, seed",
                    self._unfold,
                    kind="quiet",
                    key="more",
                    mark="down" if self.more else "right",
                    align="left",
                )
            )
        return column.add(*(folded if self.more else ()))

    def _row(self, row: str, made: tuple[str, tuple[m.Choice, ...], str]) -> Widget:
        return ChoiceRow(*made, self._choose(row))

    def _folded(
        self, model: m.NewGame, made: dict[str, tuple[str, tuple[m.Choice, ...], str]]
    ) -> list[Widget]:
        """Return what few change: the opponent's doctrine, a seminar's clock, the seed of luck."""
        rows: list[Widget] = []
        if "opponent" in made:
            rows.append(self._row("opponent", made["opponent"]))
        if model.sittings:
            rows.append(
                ChoiceRow("Seminar", model.sittings, model.sitting, self._choose("sitting"))
            )
        if model.chosen[1] != "watch":
            rows.append(self._seed(model.seed))
        return rows

    def _unfold(self) -> None:
        self.more = not self.more
        self.rebuild()

    def _seed(self, seed: str) -> Widget:
        field = TextField(
            "Seed",
            seed,
            260,
            act=self._choose_quietly,
            tip="Seed\nThe same seed and orders give the same war.",
        )
        return Column(
            Text("Seed: empty, or a number that repeats a war's luck", theme.SMALL, theme.DIM),
            field,
            gap=3,
        )

    def _choose(self, row: str) -> Callable[[str], None]:
        def act(choice: str) -> None:
            attempt(self, lambda: self.lobby.choose(row, choice))
            self.rebuild()

        return act

    def _choose_quietly(self, seed: str) -> None:
        attempt(self, lambda: self.lobby.choose("seed", seed))

    def _begin(self) -> None:
        attempt(self, self.begin)


def _told(campaigns: tuple[m.Choice, ...]) -> tuple[m.Choice, ...]:
    """Return the campaigns with what a card has room for: how long, and one sentence of what."""
    told = [SENTENCES.split(one.note)[:2] for one in campaigns]
    notes = [" ".join(f"{part.partition(':')[0].rstrip('.')}." for part in parts) for parts in told]
    return tuple(replace(one, note=note) for one, note in zip(campaigns, notes, strict=True))


def _offered(model: m.NewGame, alone: bool) -> list[tuple[str, str, tuple[m.Choice, ...], int]]:
    """Return a row's name for the lobby, its title, what it offers, and its place in ``chosen``."""
    rows = [("campaign", "Campaign", model.campaigns, 0), ("mode", "How", model.modes, 1)]
    if alone:
        rows += [
            ("side", "Your side", model.sides, 2),
            ("opponent", "Opponent", model.opponents, 3),
            ("level", "Level", model.levels, 4),
        ]
    return rows


class BriefingScene(Scene):
    """What a government is told at the start, on the screen only."""

    title = "Briefing"
    bed = beds.THEME

    def __init__(
        self,
        model: m.Briefing,
        go_on: Callable[[], None],
        ask: Callable[[], None] | None = None,
        back: Callable[[], None] | None = None,
    ) -> None:
        """Read ``model``, then ``go_on``; ``ask`` leads to the three questions, before play;
        ``back`` leaves for the title."""
        super().__init__()
        self.model, self.go_on, self.ask = model, go_on, ask
        self.back = back
        self.actions = {"help": explain(self)} | ({"menu": back} if back else {})
        self.first_focus = "go on"

    def build(self) -> Widget:
        model = self.model
        sheet = Column(
            Text("EYES ONLY", theme.SMALL_STRONG, theme.STAMP),
            Text(model.title, theme.Style("heading", 26), theme.INK),
            Text(model.date, theme.CABLE, theme.FADED),
            *(Text(p, LETTER, theme.INK) for p in model.paragraphs),
            gap=10,
        )
        facts = Column(
            *self._picture(),
            boxed("Your aims", *self._facts(model.aims)),
            boxed("Told to you alone", *self._facts(model.private)),
            gap=12,
        )
        body = Row(Panel(sheet, theme.PAPER, 18), facts, gap=14)
        for child in body.children:
            child.grow = 1.0
        button = Button("&Begin the quarter", self.go_on, kind="chosen", cue="page", key="go on")
        return screen(
            self,
            titled("Briefing", model.prompt),
            Panel(Scroll(Centred(body, 1120), key="briefing"), theme.NIGHT, 12, None),
            Panel(Wrapped(button, *self._asked(), *self._way_back())),
        )

    def _picture(self) -> list[Widget]:
        """Return the side's picture, where there is room for one."""
        if not self.app.roomy(*PICTURED):
            return []
        return [Picture(DESKS[self.model.side], TALLEST)]

    def _asked(self) -> list[Widget]:
        """Return the door to the three questions, where they can be answered."""
        if self.ask is None:
            return []
        return [
            Button(
                "Three &questions first",
                self.ask,
                cue="page",
                key="ask",
                tip="Three "
                "questions\nFor a class: asked before play and again after the debrief, "
                "without names. They can be left out.",
            )
        ]

    def _way_back(self) -> list[Widget]:
        if self.back is None:
            return []
        return [Button("Back", self.back, cue="page", key="back", kind="quiet")]

    @staticmethod
    def _facts(facts: tuple[m.Fact, ...]) -> list[Widget]:
        return [defined(fact, fact.tip) for fact in facts]
