"""The end of the war: how it ended, both scores beside history's, and what mattered."""

from typing import Final

from game.desk.build_charts import charts
from game.desk.build_news import found, name_of
from game.desk.build_pages import GOVERNMENTS, NERVE, RESILIENCE
from game.desk.models import Debrief, Fact, Moment, SideScore
from game.engine.board import HANOI, ISSUES, PARIS, WASHINGTON
from game.engine.dossier import Dossier
from game.engine.view import Report
from game.record import Game, uses
from game.study.standing import Points, final_points, history_points
from game.words import closing, papers, plain, terms
from game.words.happenings import Happening

LOUD: Final = 58  # happenings from here on are moments; words.happenings.LOUDNESS
MOST: Final = 14  # moments shown, the loudest
OF_A_KIND: Final = 2  # moments of one kind; the third is no longer news


def debrief(game: Game, side: int) -> Debrief:
    """Return the end of a finished war; ``side`` says whose are ours."""
    played, recorded = final_points(game.past), history_points(game.campaign)
    dossier = game.dossier(side)
    return Debrief(
        title=closing.ending(game.ending)[0],
        sentences=(*closing.ending(game.ending), when(dossier)),
        scores=tuple(side_score(each, played, recorded, side) for each in (WASHINGTON, HANOI)),
        issues=issues(game),
        moments=moments(dossier),
        charts=charts(dossier),
        lessons=(*opened(game), *facilitated(game)),
    )


def when(dossier: Dossier) -> str:
    """Return when the war ended and what it had cost, in a sentence."""
    if not dossier.reports:
        return "It ended before a quarter had been played."
    quarter = name_of(dossier, dossier.reports[-1].quarter)
    view = dossier.view
    return (
        f"It ended in {plain.quarter_words(quarter)}. {view.us_deaths:,} Americans and "
        f"{view.saigon_deaths:,} of Saigon's soldiers had died; the other side's dead, as claimed, "
        f"were {view.deaths_claimed:,}."
    )


def side_score(
    each: int, played: tuple[Points, Points], recorded: tuple[Points, Points], side: int
) -> SideScore:
    """Return one side's score beside history's."""
    own, theirs = played[each], recorded[each]
    step = own.total - theirs.total
    verdict = ("better than history" if step >= 0.5 else "worse than history" if step <= -0.5
               else "as history did")  # fmt: skip
    return SideScore(
        government=GOVERNMENTS[each], mark="ours" if each == side else "theirs",
        total=own.total, aims=own.aims, people=own.people, history=theirs.total,
        verdict=f"{GOVERNMENTS[each]} did {verdict}.",
        parts=(Fact("Aims", f"{own.aims:.0f} of 60; history {theirs.aims:.0f}"),
               Fact("People", f"{own.people:.0f} of 40; history {theirs.people:.0f}")),
    )  # fmt: skip


def issues(game: Game) -> tuple[Fact, ...]:
    """Return the five issues as settled, beside the Paris Agreement; empty without a settlement."""
    places = game.dossier(WASHINGTON).view.settlement
    if places[0] < 0:
        return ()
    return tuple(
        Fact(terms.ISSUE_TITLES[issue], terms.position(issue, int(places[issue])),
             terms.position(issue, PARIS[issue]))
        for issue in range(len(ISSUES))
    )  # fmt: skip


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
        made.append(Moment(
            name_of(dossier, report.quarter), plain.variant(papers.HEADLINES[item.kind][0], place),
            papers.fact(item, dossier.views[place + 1], report), "", mark))  # fmt: skip
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
    return tuple(Fact("The facilitator", use) for use in uses(game))
