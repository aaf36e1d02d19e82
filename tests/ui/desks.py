"""Stand-ins for the desk, which change the sample models as a player would."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from game.desk import models as m
from game.desk.build_rule import page
from game.desk.case_models import CaseCard
from game.desk.case_room import CaseRoom
from game.desk.debrief_models import Asked, Foreseen, Questions, RuleSetting, Sealing
from game.desk.desktops import Overview
from game.desk.end_models import WarsPage
from game.desk.interface import Facilitator, Passphrases, Refusal, SittingState
from game.desk.public import Public
from tests.ui import samples, samples_end, samples_more

SHELF = (
    CaseCard("korea", "Korea, 1950 to 1953", "A war of movement, then of trenches."),
    CaseCard("broken", "broken", "", "broken.toml: 1 problem\n  case: missing; add it"),
)


class SampleDesk:
    """A running game of two people that resolves to the same cables every quarter."""

    def __init__(self, hotseat: bool = True) -> None:
        """Start at the first quarter of 1968."""
        self.model = replace(samples.QUARTER, hotseat=hotseat)
        self.past: list[m.Quarter] = []
        self.curtains = hotseat
        self.ended = 0
        self.seals = Sealing(
            "",
            (
                Foreseen("open", "Hanoi will be open to talks"),
                Foreseen("offer", "Hanoi will send an offer", 0.7),
            ),
        )
        self.sheets = 0
        self.taught = -1  # no lessons, until a tutorial sets this to 0
        self.over = 3
        self.unseen = False
        self.clock = samples_more.NO_CLOCK

    def quarter(self) -> m.Quarter:
        return self.model

    def briefing(self) -> m.Briefing:
        return samples_more.BRIEFING

    def curtain(self) -> m.Curtain | None:
        return samples_more.CURTAIN if self.curtains else None

    def draw(self) -> None:
        self.curtains = True

    def lift(self) -> None:
        self.curtains = False

    def _set(self, **changes: Any) -> None:
        self.past.append(self.model)
        self.model = replace(self.model, **changes)

    def order(self, ladder: str, rung: str) -> None:
        changed = []
        for one in self.model.orders.ladders:
            ids = [r.id for r in one.rungs]
            changed.append(
                replace(one, chosen=ids.index(rung)) if one.id == ladder and rung in ids else one
            )
        talk = self.model.diplomacy
        for name in ("posture", "message", "deadline"):
            one = getattr(talk, name)
            if one.id == ladder:
                talk = replace(
                    talk, **{name: replace(one, chosen=[r.id for r in one.rungs].index(rung))}
                )
        orders = replace(self.model.orders, ladders=tuple(changed), can_undo=True)
        self._set(orders=orders, diplomacy=talk)

    def amount(self, ladder: str, value: float) -> None:
        ladders = tuple(
            replace(one, amount=replace(one.amount, value=value))
            if one.id == ladder and one.amount
            else one
            for one in self.model.orders.ladders
        )
        self._set(orders=replace(self.model.orders, ladders=ladders))

    def channel(self, channel: str) -> None:
        if channel == "moscow":
            raise Refusal("Moscow has closed this way.")
        channels = tuple(replace(c, chosen=c.id == channel) for c in self.model.diplomacy.channels)
        self._set(diplomacy=replace(self.model.diplomacy, channels=channels))

    def term(self, issue: str, position: int) -> None:
        issues = tuple(
            replace(i, draft=position) if i.id == issue else i for i in self.model.table.issues
        )
        self._set(table=replace(self.model.table, issues=issues))

    def table(self, tabling: bool) -> None:
        self._set(table=replace(self.model.table, tabling=tabling))

    def accept(self, accepting: bool) -> None:
        self._set(table=replace(self.model.table, accepting=accepting))

    def note(self, text: str) -> None:
        self.model = replace(self.model, dossier=replace(self.model.dossier, note=text))

    def sealing(self) -> Sealing:
        return self.seals

    def mean(self, text: str) -> None:
        self.seals = replace(self.seals, reason=text)

    def foresee(self, question: str, chance: float | None) -> None:
        self.seals = replace(
            self.seals,
            forecasts=tuple(
                replace(one, chance=chance) if one.question == question else one
                for one in self.seals.forecasts
            ),
        )

    def seal(self) -> None:
        """Seal nothing: what was said is kept at every change."""

    def undo(self) -> None:
        if not self.past:
            raise Refusal("Nothing has been changed this quarter.")
        self.model = self.past.pop()

    def forget_undo(self) -> None:
        self.past.clear()

    def end(self) -> None:
        self.ended += 1
        self.past.clear()
        self.unseen = True
        self.curtains = self.model.hotseat

    def run_one(self) -> bool:
        self.end()
        return False

    def papers_ready(self) -> bool:
        return True

    def answer_ready(self) -> bool:
        return True

    def again(self) -> "SampleReplay":
        return SampleReplay()

    def entered(self) -> None:
        """A sample is kept nowhere."""

    def as_left(self) -> str:
        return "The game is kept as it stands."

    def leave(self) -> str:
        return "The game is kept."

    def save_name(self) -> str:
        return "1968Q1"

    def resolution(self) -> m.Resolution | None:
        return samples.RESOLUTION if self.unseen else None

    def resolution_seen(self) -> None:
        self.unseen = False

    def climaxes(self) -> tuple[m.Climax, ...]:
        return ()

    def climaxes_seen(self) -> None:
        pass

    def questions(self) -> Questions:
        scored = self.sheets > 1
        rows = ("1 of 2", "2 of 2", "Because going further is dear.") if scored else ()
        answers = (("a", "When winning."), ("b", "When its enemy finds it too costly to go on."))
        return Questions(
            "after",
            (Asked("When is it safe to talk?", answers, *rows),),
            f"{self.sheets} sheets.",
            scored,
        )

    def hand_in(self, letters: list[str]) -> str:
        self.sheets += 1
        return "Handed in."

    def rule_open(self) -> bool:
        return self.ended >= self.over

    def rule(self, setting: RuleSetting) -> m.RulePage:
        return page(setting)

    def lead(self, way: str) -> "SampleDesk":
        return SampleDesk(hotseat=False)

    def debrief(self) -> m.Debrief | None:
        return samples_more.DEBRIEF if self.ended >= self.over else None

    def codex(self, page: str) -> m.Page:
        return next((p for p in samples_more.CODEX if p.id == page), samples_more.CODEX[0])

    def terms(self) -> dict[str, str]:
        return {"Mai Van Bo": "bo", "Tet": "dmz"}

    def notices(self) -> tuple[str, ...]:
        return ()

    def strip(self) -> tuple[str, str]:
        return ("", "")

    def can_take_back(self) -> bool:
        return False

    def take_back(self) -> None:
        raise Refusal("No orders of this quarter can be taken back.")

    def standing(self) -> SittingState:
        return self.clock

    def day(self) -> str:
        return "1968-04-30"

    def due(self) -> str:
        return ""

    def preset(self) -> None:
        return None

    hotseat = False

    def propose(self, pin: str) -> None:
        raise Refusal("Nobody proposes here.")

    def proposed(self) -> bool:
        return False

    def agree(self) -> None:
        raise Refusal("Nothing was proposed.")

    def write_down(self) -> str:
        return "Written: report.html."

    def untold(self) -> bool:
        return False

    def told(self) -> tuple[str, ...]:
        return ()

    def facilitate(self, act: Callable[[Facilitator], None]) -> str:
        return "It is done."

    def rule_pages(self) -> tuple[m.Page, ...]:
        return ()

    def public(self) -> Public:
        fact = m.Fact("Washington", "Accept contacts")
        return Public(
            "Tet",
            "January to March 1968",
            "bell in 12:00",
            "Fighting in Saigon.",
            ("Talks have begun.",),
            (fact,),
            "Talks sit.",
            (fact,),
            None,
        )

    def overview(self) -> Overview:
        return samples_more.OVERVIEW

    def overview_state(self) -> int:
        return self.ended

    def lesson(self) -> m.Lesson | None:
        teaches = 0 <= self.taught < len(samples_more.LESSONS)
        return samples_more.LESSONS[self.taught] if teaches else None

    def lesson_done(self) -> None:
        self.taught += 1

    def skip_lessons(self) -> None:
        self.taught = -1

    def save(self, title: str) -> str:
        return f"Saved as {title}."

    def save_over(self, title: str) -> str:
        return f"Saved as {title}, in place of what stood there."


class SampleReplay:
    """A replay that can be walked through."""

    def __init__(self) -> None:
        """Stand at the first quarter of 1968."""
        self.model = samples.REPLAY

    def replay(self) -> m.Replay:
        return self.model

    def go(self, at: int) -> None:
        self.model = replace(self.model, at=at, date=samples.QUARTERS[at])

    def look(self, eyes: str) -> None:
        self.model = replace(self.model, eyes=eyes)

    def step_in(self, side: str) -> SampleDesk:
        return SampleDesk(hotseat=False)

    def turning(self, at: int) -> m.Turning | None:
        return None

    def answer(self, at: int, answer: int | None) -> None:
        return None

    def closing(self) -> tuple[str, ...]:
        return ()


class SampleLobby:
    """Everything that can be started."""

    def __init__(self) -> None:
        """Offer the full war."""
        self.model = samples_more.NEW_GAME
        self.kept_games = list(samples_more.SAVES)

    def new_game(self) -> m.NewGame:
        return self.model

    def choose(self, row: str, choice: str) -> None:
        if row in ("seed", "sitting"):
            self.model = replace(self.model, **{row: choice})
            return
        if row == "papers":
            self.model = replace(self.model, kept=choice)
            return
        rows = ("campaign", "mode", "side", "opponent", "level")
        chosen = list(self.model.chosen)
        chosen[rows.index(row)] = choice
        campaign, mode, side, opponent, level = chosen
        self.model = replace(self.model, chosen=(campaign, mode, side, opponent, level))

    def start(
        self, passphrases: Passphrases | None = None, pin: str = ""
    ) -> SampleDesk | SampleReplay:
        mode = self.model.chosen[1]
        return SampleReplay() if mode == "watch" else SampleDesk(mode == "two")

    def tutorial(self) -> SampleDesk:
        desk = SampleDesk(hotseat=False)
        desk.taught = 0
        return desk

    def history(self) -> SampleReplay:
        return SampleReplay()

    def saves(self) -> tuple[m.SavedGame, ...]:
        return tuple(self.kept_games)

    def load(self, save: str, passphrases: Passphrases | None = None) -> SampleDesk | SampleReplay:
        return SampleDesk()

    def newest_good(self) -> m.SavedGame | None:
        return self.kept_games[0] if self.kept_games else None

    def record_line(self) -> str:
        return samples_end.LINE

    def wars(self) -> WarsPage:
        return samples_end.WARS

    def kept(self) -> tuple[str, ...]:
        return tuple(f"/home/somebody/saves/{save.id}.overture" for save in self.kept_games)

    def forget(self) -> str:
        self.kept_games = []
        return "All files were deleted."

    def delete(self, save: str) -> None:
        self.kept_games = [s for s in self.kept_games if s.id != save]

    def rule_why_not(self) -> str:
        return "The rule is opened when a war is over."

    def rule(self, setting: RuleSetting) -> m.RulePage:
        return page(setting)

    def cases(self) -> tuple[CaseCard, ...]:
        return SHELF

    def case(self, name: str) -> CaseRoom:
        return CaseRoom(name)

    def pages(self) -> tuple[m.Page, ...]:
        return samples_more.CODEX
