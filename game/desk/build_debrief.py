"""The end of the war: how it ended, both scores beside history's, and what mattered."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Final

from game.desk import build_felt
from game.desk.build_after import after
from game.desk.build_charts import charts
from game.desk.build_news import found, name_of
from game.desk.build_pages import GOVERNMENTS, NERVE, RESILIENCE
from game.desk.build_rule import is_hidden, why_hidden
from game.desk.models import (
    Chart,
    Debrief,
    Fact,
    Moment,
    Series,
    SideScore,
)
from game.engine.board import HANOI, ISSUES, PARIS, SIDES, WASHINGTON
from game.engine.dossier import Dossier
from game.engine.facts import AIMS, PEOPLE
from game.engine.view import Report
from game.record import Game, uses
from game.record.lesson import is_lesson
from game.study.debrief import bell
from game.study.debrief import text as debrief_text
from game.study.debrief import war as opened_war
from game.study.debrief import words as debrief_words
from game.study.debrief.references import EQUALS, HISTORY
from game.study.debrief.standing import Points, shown
from game.words import closing, dead, followed, papers, plain, terms
from game.words.happenings import Happening

LOUD: Final = 58  # happenings from here on are moments; words.happenings.LOUDNESS
MOST: Final = 14  # moments shown, the loudest
SHORT: Final = dict(zip(SIDES, GOVERNMENTS, strict=True))
CALENDAR: Final = "calendar"  # the engine's name of an end without a settlement
LOST: Final = "Nothing was signed, which is a loss; in points it"
BAR: Final = (
    "Beside each score: history's own settlement under the same rules. To do better than "
    "history is to win."
)
BAR_OF_EQUALS: Final = (
    "Beside each score: what equally strong players come to on average. "
    "History left these quarters without a settlement. To do better is to win."
)
LESSON: Final = (
    "A first game is for seeing what follows from what: its score wins and loses nothing."
)
BAR_OF_A_LESSON: Final = (
    "Beside each score: what equally strong players come to on average. In a first game it is no "
    "mark to reach."
)
BARS: Final = {HISTORY: BAR, EQUALS: BAR_OF_EQUALS}
BAR_AT_THE_BELL: Final = (
    "Beside each score: where history stood at the same date under the same "
    "rule, unsettled as this war is."
)
FACILITATOR: Final = "The facilitator"
READ: Final = ("beliefs", "costs")  # charts of what only the rule can read
OF_A_KIND: Final = 2  # moments of one kind; the third is no longer news


def debrief(game: Game, side: int, told: debrief_text.Opened | None = None) -> Debrief:
    """Return the end of a finished war; ``side`` says whose are ours, ``told`` is the war opened,
    which takes a second."""
    told = told or debrief_text.told(game)
    dossier, debrief_ = game.dossier(side), told.debrief
    felt = (*lessons(game, side), *build_felt.open_to_all(game, side))
    made = Debrief(
        title=closing.ending(game.ending)[0],
        sentences=(
            *closing.ending(game.ending),
            when(dossier),
            *(first.sentence for first in debrief_.first),
        ),
        scores=tuple(side_score(each, told, side) for each in (side, 1 - side)),
        issues=issues(game),
        moments=moments(dossier),
        charts=(
            scores(told, side),
            believed(debrief_, side),
            costs(debrief_, side),
            *charts(dossier)[:2],
        ),
        lessons=(
            *opened(game),
            *written(told),
            *facilitated(game),
            *acts(debrief_),
            *felt,
            *build_felt.read(game),
        ),
        after=after(game, told, side),
        stopped=bell.sentences(told.unfinished) if told.unfinished else (),
        bar=BAR_AT_THE_BELL
        if told.unfinished
        else BAR_OF_A_LESSON
        if is_lesson(game)
        else BARS[told.beside],
    )
    return without_the_rule(made, why_hidden(game), felt) if is_hidden(game) else made


def lessons(game: Game, side: int) -> tuple[Fact, ...]:
    """Return what followed from what in a first game; nothing of any other war."""
    if not is_lesson(game):
        return ()
    *steps, compared, ended = followed.whole(game.dossier(side))
    return (
        *(Fact("What followed from what", text) for text in steps),
        Fact("All in all", f"{compared} {ended}"),
    )


def without_the_rule(model: Debrief, why: str, told: tuple[Fact, ...] = ()) -> Debrief:
    """Return a debrief without what the rule read, and ``why`` it is kept hidden; ``told`` is what
    may be told all the same."""
    ends = model.sentences[: -len(SIDES)]
    return replace(
        model,
        sentences=(*ends, why),
        charts=tuple(chart for chart in model.charts if chart.id not in READ),
        lessons=(
            *model.lessons[: len(SIDES)],
            *(fact for fact in model.lessons if fact.term == FACILITATOR),
            *told,
        ),
        after=replace(model.after, verdicts=(), acts=(), meant=(), chairs=(), hidden=why),
    )


def by_side(
    name: Callable[[int], str], values: Callable[[int], Iterable[float]], side: int
) -> tuple[Series, ...]:
    """Return a line a government of what ``values`` gives for it; ``side`` says whose is ours."""
    return tuple(
        Series(name(each), tuple(values(each)), "ours" if each == side else "theirs")
        for each in (WASHINGTON, HANOI)
    )


def scores(told: debrief_text.Opened, side: int) -> Chart:
    """Return what each government would have scored, had the war stopped at a quarter's end."""
    return Chart(
        "points",
        "The score, had the war stopped there",
        "points of 100",
        told.debrief.quarters,
        by_side(
            lambda each: GOVERNMENTS[each],
            lambda each: (turn.total[each] for turn in told.turns),
            side,
        ),
        "An unsettled war is worth a part of the terms within reach: a signature is worth much.",
    )


def believed(told: opened_war.OpenedWar, side: int) -> Chart:
    """Return each government's belief that the other is highly resilient, as quarters opened."""
    return Chart(
        "beliefs",
        "What each believed of the other",
        "per cent",
        told.quarters,
        by_side(
            lambda each: f"{GOVERNMENTS[1 - each]}, that {GOVERNMENTS[each]} is resilient",
            lambda each: (100 * both[each].belief for both in told.course[:-1]),
            side,
        ),
        "What was shown moves it; an open hand lowers it while it is low.",
    )


def costs(told: opened_war.OpenedWar, side: int) -> Chart:
    """Return what talking cost each government, in hundredths of its war aims."""
    return Chart(
        "costs",
        "The cost of conversation",
        "per cent of war aims",
        told.quarters,
        by_side(
            lambda each: f"To {GOVERNMENTS[each]}",
            lambda each: (100 * both[each].conversation for both in told.course[:-1]),
            side,
        ),
        "Below nought a side would rather open. The weak would sooner than it is safe.",
    )


def acts(told: opened_war.OpenedWar) -> tuple[Fact, ...]:
    """Return every overture, answer, refusal, demonstration and escalation, read by the rule."""
    return tuple(
        Fact(
            f"{entry.quarter}. {debrief_words.title(entry)}",
            " ".join(entry.sentences),
            debrief_words.BRANCH_TITLES[entry.branch],
        )
        for entry in told.entries
    )


def written(told: debrief_text.Opened) -> tuple[Fact, ...]:
    """Return what each side wrote that it meant, what it was taken for, and how it forecast."""
    made = [
        Fact(
            f"{one.quarter}. What {SHORT[one.side]} meant, what it was taken for",
            f"{one.meant} {one.taken}",
        )
        for one in told.meanings
    ]
    made += [
        Fact(
            f"Forecasts of {one.by}, {SHORT[one.side]}",
            f"{plain.count(one.count)} in all, Brier's score {one.brier:.3f} (0 is a seer, "
            f"0.25 says one half each time); always saying how often it came would have "
            f"scored {one.always_base:.3f}.",
        )
        for one in told.calibrations
    ]
    return tuple(made)


def when(dossier: Dossier) -> str:
    """Return when the war ended and what it had cost, in a sentence."""
    if not dossier.reports:
        return "It ended before a quarter had been played."
    quarter = name_of(dossier, dossier.reports[-1].quarter)
    view = dossier.view
    return (
        f"It ended in {plain.quarter_words(quarter)}. {view.us_deaths:,} Americans and "
        f"{view.saigon_deaths:,} of Saigon's soldiers had died; {_northern(dossier)}."
    )


def _northern(dossier: Dossier) -> str:
    """Return the North's dead by its own count for its own eyes, else as Washington claims them."""
    view = dossier.view
    if dossier.side == HANOI:
        return f"of the North's and the Front's, {dead.about(int(view.hanoi_deaths))}"
    return f"the North's dead, as Washington claims, were {view.deaths_claimed:,}"


def side_score(each: int, told: debrief_text.Opened, side: int) -> SideScore:
    """Return one side's score beside the mark, by how the war ended."""
    own, theirs, beside = told.scores[each], told.history[each], told.beside
    total, aims, people = shown(own)
    mark, its_aims, its_people = shown(theirs)
    return SideScore(
        government=GOVERNMENTS[each],
        mark="ours" if each == side else "theirs",
        total=total,
        aims=aims,
        people=people,
        history=mark,
        verdict=verdict(GOVERNMENTS[each], own, theirs, told),
        parts=(
            Fact("Aims", f"{aims} of {AIMS:g}; {beside} {its_aims}"),
            Fact("People", f"{people} of {PEOPLE:g}; {beside} {its_people}"),
        ),
        beside=beside,
    )


def verdict(name: str, own: Points, theirs: Points, told: debrief_text.Opened) -> str:
    """Return how a side did beside the mark: at the bell at the same date, else at the end."""
    ending, whom = told.game.ending, told.beside
    if is_lesson(told.game):
        return LESSON
    if ending == bell.BELL:
        return bell.verdict(name, own, theirs)
    step = shown(own)[0] - shown(theirs)[0]
    did = (
        f"better than {whom}"
        if step > 0
        else f"worse than {whom}"
        if step < 0
        else f"as {whom} {'did' if whom == HISTORY else 'do'}"
    )
    return f"{LOST} did {did}." if ending == CALENDAR else f"{name} did {did}."


def issues(game: Game) -> tuple[Fact, ...]:
    """Return the five issues as settled, beside the Paris Agreement; empty without a settlement."""
    places = game.dossier(WASHINGTON).view.settlement
    if places[0] < 0:
        return ()
    return tuple(
        Fact(
            terms.ISSUE_TITLES[issue],
            terms.position(issue, int(places[issue])),
            terms.position(issue, PARIS[issue]),
        )
        for issue in range(len(ISSUES))
    )


def moments(dossier: Dossier) -> tuple[Moment, ...]:
    """Return the quarters that mattered, in order."""
    loud: list[tuple[int, int, Happening, Report]] = []
    for place, report in enumerate(dossier.reports):
        for item in found(dossier, place)[:2]:
            told = sum(row[2].kind == item.kind for row in loud)
            if item.loudness >= LOUD and item.kind != "ended" and told < OF_A_KIND:
                loud.append((item.loudness, place, item, report))
    loud = sorted(sorted(loud, key=lambda row: -row[0])[:MOST], key=lambda row: row[1])
    made = []
    for _, place, item, report in loud:
        mark = "none" if item.side < 0 else "ours" if item.side == dossier.side else "theirs"
        made.append(
            Moment(
                plain.quarter_title(name_of(dossier, report.quarter)),
                plain.variant(papers.HEADLINES[item.kind][0], place),
                papers.fact(item, dossier.views[place + 1], report),
                "",
                mark,
            )
        )
    return tuple(made)


def opened(game: Game) -> tuple[Fact, ...]:
    """Return what each government knew of itself, now that the book is open."""
    said = []
    for side in (WASHINGTON, HANOI):
        view = game.dossier(side).view
        text = f"{RESILIENCE[side][int(view.resilience)]} {NERVE[side][int(view.nerve)]}"
        said.append(Fact(GOVERNMENTS[side], text))
    return tuple(said)


def facilitated(game: Game) -> tuple[Fact, ...]:
    """Return every use that a facilitator made of the game."""
    return tuple(Fact(FACILITATOR, use) for use in uses(game))
