"""The room of cases: a story that stops before each decision, and readers who say what they would
do.

A reader is scored as the rule is: by whether what they would have done is what was done. Periods
that are neither open nor closed count for nobody. Any number of readers may go through a case one
after another; nothing is kept when the room is left.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from game.desk import build_cases, build_rule, codex
from game.desk.case_models import CaseAnswer, CasePage, CaseScore, CaseView
from game.desk.debrief_models import RuleSetting
from game.desk.models import Page, RulePage
from game.problems import Problem
from game.study.debrief.words import chance
from game.study.fit import case_story, cases

LONGEST: Final = 200  # letters of a reader's reason
SHOWN: Final = ("belief_high", "cost", "belief_dove", "guarantee")
"""The sliders beside an answer: what a case codes. The others are on the rule's page."""
LAST_QUARTER: Final = "1973Q1"  # of the war: whoever reads cases has seen one end
WOULD: Final = {True: "open", False: "refuse"}
FIRST_ANSWER: Final = "Say what you would do first."


@dataclass(frozen=True)
class Said:
    """A reader's answer: whether they would open, and why."""

    opens: bool
    why: str


class CaseRoom:
    """One case being read."""

    def __init__(self, name: str) -> None:
        """Open a case at its first page; Problem where the file is not good."""
        self.story = case_story.named(name)
        self.readers: list[list[Said]] = [[]]
        self.at = 0
        self._values: dict[str, float] = {}

    # --- what is done

    def answer(self, opens: bool, why: str = "") -> None:
        """Say what the reader would do at this stop, and why; it cannot be taken back."""
        if self.at >= len(self.story.stops) or self.answered:
            raise Problem("This stop has been answered.")
        self.readers[-1].append(Said(opens, " ".join(why.split())[:LONGEST]))
        self._values = {}

    def go_on(self) -> None:
        """Go on to the next stop; Problem until this one is answered."""
        if self.at < len(self.story.stops) and not self.answered:
            raise Problem(FIRST_ANSWER)
        self.at = min(self.at + 1, len(self.story.stops))
        self._values = {}

    def another(self) -> None:
        """Begin again with another reader, beside those who have read."""
        self.readers.append([])
        self.at, self._values = 0, {}

    def move(self, key: str, value: float) -> None:
        """Move one of the sliders beside the answer; the answer's own words stay as they are."""
        if not self.answered:
            raise Problem(FIRST_ANSWER)
        here = self._setting()
        moved = {**here.values, key: value}
        build_rule.page(RuleSetting(moved, here.held))  # refuses what lies outside a slider
        self._values = moved

    @property
    def answered(self) -> bool:
        """Whether the reader has said what they would do at this stop."""
        return len(self.readers[-1]) > self.at

    # --- what is shown

    def rule(self, setting: RuleSetting) -> RulePage:
        """Return the rule's page, with this case and the others as starting points."""
        return build_rule.page(setting, build_cases.courses())

    def terms(self) -> dict[str, str]:
        """Return the words of running text that lead to a page of the codex, with its id; none
        before an answer, since pages tell how things went on."""
        ended = self.at >= len(self.story.stops)
        return codex.terms(LAST_QUARTER) if ended or self.answered else {}

    def codex(self) -> tuple[Page, ...]:
        """Return the codex, its contents first."""
        first = codex.contents(LAST_QUARTER)
        return (first, *(codex.page(link, LAST_QUARTER) for link in first.links))

    def course(self) -> tuple[str, int]:
        """Return the name of this stop's starting point on the rule's page."""
        if not self.answered:
            raise Problem(FIRST_ANSWER)
        return build_cases.place_of(self.story.stops[self.at].period)

    def view(self) -> CaseView:
        """Return the room as it stands."""
        told, here = self.story, self.at < len(self.story.stops)
        stop = told.stops[self.at] if here else None
        made = CaseView(
            told.name,
            told.title,
            told.summary,
            self.at,
            len(told.stops),
            self._reader(),
            stop.sender if stop else "",
            stop.when if stop else "",
            _pages(stop.pages if stop else told.rest),
            stop.question if stop else "",
            self._people(),
            told.coding,
            self._scores(),
            build_cases.ground(told.ground),
        )
        return self._with_answer(made, stop) if stop is not None and self.answered else made

    def _reader(self) -> str:
        return f"Reader {len(self.readers)}"

    def _people(self) -> tuple[tuple[str, str, str], ...]:
        """Return the people whose entries tell nothing that is still to come at this stop."""
        stops = self.story.stops
        today = stops[self.at].period.first if self.at < len(stops) else "9999"
        return tuple(
            (name, text, source)
            for name, text, source, first in self.story.people
            if first <= today
        )

    def _setting(self) -> RuleSetting:
        start = build_cases.setting(self.story.stops[self.at].period.state)
        return RuleSetting({**start.values, **self._values}, start.held, start.first)

    def _with_answer(self, view: CaseView, stop: case_story.Stop) -> CaseView:
        page = build_rule.page(self._setting())
        start = build_cases.setting(stop.period.state).values
        sliders = tuple(
            build_cases.based(one, start[one.key]) for one in page.sliders if one.key in SHOWN
        )
        parts = vars(view) | {
            "answer": self._answer(stop),
            "sliders": sliders,
            "chances": page.answers,
            "reading": page.reading,
        }
        return CaseView(**parts)

    def _answer(self, stop: case_story.Stop) -> CaseAnswer:
        said, period = self.readers[-1][self.at], stop.period
        why = f": {said.why}" if said.why else ""
        rule = (
            f"By the rule a highly resilient sender opens here with {chance(period.p_open)}: "
            f"it says {period.predicted}."
        )
        return CaseAnswer(
            f"You would {WOULD[said.opens]}{why}",
            _right(said, period),
            stop.answer,
            stop.source,
            f"{rule} {_verdict(period.agrees)}",
            period.agrees,
            stop.why,
            stop.basis,
            stop.rival,
            stop.rival_source,
            stop.missing,
        )

    def _scores(self) -> tuple[CaseScore, ...]:
        """Return each reader's score, and the rule's and always closed's over the stops that this
        reader has answered."""
        done = [stop.period for stop in self.story.stops[: len(self.readers[-1])]]
        counted = [period for period in done if period.counted]
        rows = [self._score(number, said) for number, said in enumerate(self.readers, 1)]
        rule = sum(bool(one.agrees) for one in counted)
        closed = sum(one.recorded == "closed" for one in counted)
        return (
            *rows,
            CaseScore("The rule", rule, len(counted)),
            CaseScore("Always refuse", closed, len(counted)),
        )

    def _score(self, number: int, said: list[Said]) -> CaseScore:
        judged = [
            _right(one, stop.period) for one, stop in zip(said, self.story.stops, strict=False)
        ]
        counted = [one for one in judged if one is not None]
        return CaseScore(f"Reader {number}", sum(counted), len(counted))


def _right(said: Said, period: cases.Period) -> bool | None:
    return said.opens == (period.recorded == "open") if period.counted else None


def _verdict(agrees: bool | None) -> str:
    words: Mapping[bool | None, str] = {
        True: "That is what was done.",
        False: "That is wrong here.",
        None: "This period counts for nobody: the hand was neither open nor closed.",
    }
    return words[agrees]


def _pages(pages: tuple[case_story.StoryPage, ...]) -> tuple[CasePage, ...]:
    return tuple(CasePage(**vars(page)) for page in pages)
