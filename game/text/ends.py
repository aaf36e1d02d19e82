"""The end of a war at the terminal: verdict, terms, the road not taken, scores; then the rule; then
the dead. And the record of one's wars."""

from rich.console import Console

from game.desk import end_models as e
from game.desk import models
from game.desk.help import PARTS
from game.text.show import grid, heading, lines

DEAD = ("", "", "people", "held by")


def debrief(console: Console, shown: models.Debrief) -> None:
    """Print the end of the war: what came, what could have come, and what each side knew."""
    heading(console, shown.title)
    lines(console, (*shown.sentences[1:2], *shown.stopped, *shown.sentences[2:3]), 0)
    heading(console, "The terms")
    for fact in shown.issues:
        lines(console, [f"{fact.term}: {fact.text}. ({fact.tip})"], 0)
    if not shown.issues:
        lines(console, ["Nothing was signed."], 0)
    if shown.end is not None:
        for road in shown.end.roads:
            _road(console, road)
    _scores(console, shown)
    if shown.end is not None:
        _record(console, shown.end)
    if shown.sentences[3:]:
        heading(console, "When talking was safe")
        lines(console, shown.sentences[3:], 0)
    if shown.moments:
        heading(console, "Quarters that mattered")
        for moment in shown.moments:
            lines(console, [f"{moment.quarter}  {moment.title}. {moment.text}"], 0)
    heading(console, "What each government knew of itself")
    for place, fact in enumerate(shown.lessons):
        if place == 2:
            heading(console, "Why each did what it did")
        lines(console, [f"{fact.term}: {fact.text}"], 0)
    if shown.end is not None:
        _dead(console, shown.end)


def _scores(console: Console, shown: models.Debrief) -> None:
    beside = shown.scores[0].beside if shown.scores else "history"
    then = "at the same date" if shown.stopped else "own under the same rules"
    marks = f"history's {then}" if beside == "history" else f"what {beside} come to on average"
    heading(console, f"The score, beside {marks}")
    table = grid("", "score", beside, *PARTS, "")
    for score in shown.scores:
        table.add_row(
            score.government,
            f"{score.total:.0f}",
            f"{score.history:.0f}",
            f"{score.aims:.0f}",
            f"{score.people:.0f}",
            score.verdict,
        )
    console.print(table)


def _road(console: Console, road: e.EndRoad) -> None:
    heading(console, f"The road {road.government} did not take")
    for one in road.points:
        lines(console, [f"{one.when}. {one.title}. {one.text}"], 0)
        lines(console, [f"  {fact.term}: {fact.text}" for fact in one.terms], 0)
    if road.said:
        lines(console, [road.said], 0)


def _record(console: Console, end: e.End) -> None:
    heading(console, "Your record")
    lines(console, [said for said in (end.counts, end.best, end.told) if said], 0)
    for feat in end.feats:
        lines(console, [f"{feat.title}. {feat.text}"], 0)


def _dead(console: Console, end: e.End) -> None:
    heading(console, "The dead")
    lines(console, end.dead, 0)
    table = grid(*DEAD)
    for toll in end.tolls:
        table.add_row(toll.who, toll.span, toll.range, toll.source)
    console.print(table)


def wars(console: Console, shown: e.WarsPage) -> None:
    """Print the record of one's wars: the best by side, scenario and level, and the feats."""
    heading(console, "Your wars")
    if shown.said:
        lines(console, [shown.said], 0)
    if not shown.count:
        lines(
            console,
            [
                "No war of yours that counts has ended yet: a whole one, alone, against a "
                "machine at one of its levels."
            ],
            0,
        )
    else:
        table = grid("scenario", "as", "level", "best", "mark", "wars")
        for row in shown.best:
            table.add_row(
                row.campaign,
                row.government,
                row.level,
                f"{row.score:.0f}",
                f"{row.mark:.0f}",
                str(row.wars),
            )
        console.print(table)
    heading(console, f"Feats: {sum(feat.times > 0 for feat in shown.feats)} of {len(shown.feats)}")
    for feat in shown.feats:
        times = f" ({feat.times})" if feat.times else ""
        lines(console, [f"{'*' if feat.times else '-'} {feat.title}{times}. {feat.text}"], 0)
