"""The desk's models as text: plain words in narrow tables, nothing by colour alone."""

from collections.abc import Iterable
from textwrap import fill

from rich import box
from rich.console import Console
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from game.desk import models
from game.desk.maplens import MapLens

BOLD = "bold"
FRAMED = 76  # columns of a framed paragraph at most


def heading(console: Console, text: str) -> None:
    """Print a heading with a rule under it."""
    console.print()
    console.print(Text(text.upper(), style=BOLD))
    console.print("-" * min(console.width, len(text)))


def lines(console: Console, texts: Iterable[str], indent: int = 2) -> None:
    """Print paragraphs, indented."""
    for text in texts:
        say(console, text, indent)


def say(console: Console, text: str, indent: int = 0, hang: int | None = None) -> None:
    """Print one paragraph, wrapped; further lines hang at ``hang``."""
    rest = indent if hang is None else hang
    console.print(
        fill(
            text,
            console.width,
            initial_indent=" " * indent,
            subsequent_indent=" " * rest,
            break_on_hyphens=False,
        )
    )


def grid(*titles: str) -> Table:
    """Return an empty table with column titles."""
    made = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for title in titles:
        made.add_column(title, overflow="fold")
    return made


def quarter(console: Console, shown: models.Quarter) -> None:
    """Print what a side reads when its quarter opens."""
    header(console, shown)
    dangers(console, shown.dangers)
    lines(console, [text for text in (shown.calm, shown.table.offer) if text], 0)
    newspaper(console, shown.newspaper)
    taken(console, shown.taken)
    if shown.dossier.received:
        message(console, shown.dossier.received)
    gauges(console, shown.gauges)
    standing(console, shown)
    if shown.decisions:
        decisions(console, shown.decisions)


def dangers(console: Console, found: Iterable[models.Danger]) -> None:
    """Print what may end the war soon, each with a sign before it."""
    for one in found:
        sign = "!!" if one.now else "! "
        say(console, f"{sign} {one.title.upper()}. {one.text}", 0, 3)


def taken(console: Console, sentences: Iterable[str]) -> None:
    """Print how the last quarter seems to have been taken."""
    told = " ".join(sentences)
    if told:
        heading(console, "How they took it")
        lines(console, [told])


def decisions(console: Console, asked: Iterable[models.Decision]) -> None:
    """Print what is to be decided: question, answers with price and what is known, and how to
    answer."""
    rows = list(asked)
    for count, row in enumerate(rows, 1):
        heading(console, f"To be decided: {row.title}")
        lines(console, [row.text, *row.recalls])
        for one in row.answers:
            mark = "*" if one.chosen else " "
            why = f" NOT NOW: {one.why_not}" if one.why_not else ""
            say(
                console,
                f"{mark}{one.letter}  {one.text} {one.price}. {' '.join(one.known)}{why}",
                1,
                5,
            )
        number = f"{count} " if len(rows) > 1 else ""
        lines(console, [f"'decide {number}a' answers. {row.left_open}"])
    if not rows:
        console.print("Nothing is to be decided this quarter.")


def header(console: Console, shown: models.Quarter) -> None:
    """Print whose papers these are, the date and the purse."""
    top = shown.header
    console.print()
    console.print("=" * console.width)
    console.print(Text(f"{top.government.upper()}   {top.date}   {top.quarter}", style=BOLD))
    say(
        console,
        f"Capital {shown.orders.capital} points. Score as things stand: "
        f"{shown.scores.own_text}; {shown.scores.other_text}, as our staffs put it.",
    )
    put = shown.scores
    if put.mark is not None:
        stood = f"Equals end at {put.mark} on average. {put.beside_tip}"
        if put.history is not None:
            stood = f"History stood at {put.history} and ended at {put.mark}."
        signed = "; signed today at the terms thought within reach it would be about "
        reach = "" if put.reach is None else f"{signed}{put.reach}"
        text = f"An unsettled end would leave it at that, {round(put.own)}{reach}. {stood}"
        say(console, text)
    console.print("=" * console.width)


def newspaper(console: Console, paper: models.Newspaper) -> None:
    """Print the front page."""
    heading(console, f"{paper.masthead}, {paper.date}")
    for story in paper.stories:
        console.print(Text(story.heading, style=BOLD))
        lines(console, [story.body])


def message(console: Console, told: models.Message) -> None:
    """Print a message of the other side."""
    heading(console, told.heading)
    lines(console, [told.body])


def gauges(console: Console, shown: Iterable[models.Gauge]) -> None:
    """Print the gauges: value, change, and the cause of the change."""
    console.print()
    for gauge in shown:
        change = f" ({gauge.change})" if gauge.change else ""
        say(console, f"{gauge.title}: {gauge.text}{change}. {gauge.cause}", 0, 4)


def standing(console: Console, shown: models.Quarter) -> None:
    """Print what is in force, what comes, what is ordered, and what the game waits for."""
    console.print()
    for stance in (lens for lens in shown.lenses if lens.id == "diplomacy"):
        say(console, stance.summary)
    for item in shown.in_force:
        lines(console, [f"In force: {item.title}, since {item.since}. {item.explanation}"], 0)
    if shown.next_event:
        lines(console, [f"To come, {shown.next_event.date}: {shown.next_event.title}."], 0)
    if shown.dossier.note:
        lines(console, [f"Your note: {shown.dossier.note}"], 0)
    lines(console, [f"Ordered: {shown.orders.summary}", shown.header.prompt], 0)


def climax(console: Console, shown: models.Climax) -> None:
    """Print a climax: one paragraph in a frame."""
    body = [
        shown.sentence,
        *(f"{issue}: {position}." for issue, position in shown.terms),
        f"{shown.figure} {shown.counted}.",
    ]
    if shown.record:
        body.append(f"{shown.record} ({shown.source})")
    title, wide = f"{shown.title}, {shown.when}", min(FRAMED, console.width)
    console.print(
        Panel(Text("\n".join(body)), box.SQUARE, title=title, title_align="left", width=wide)
    )


def cables(console: Console, told: models.Resolution) -> None:
    """Print the quarter as it was resolved."""
    heading(console, f"Cables, {told.title}")
    for cable in told.cables:
        lines(console, [f"{cable.heading}. {cable.body} {cable.signature}."], 0)


def orders(console: Console, shown: models.Quarter) -> None:
    """Print all ladders: what is ordered in brackets, what else there is with its price."""
    diplomacy = shown.diplomacy
    group = ""
    for ladder in (*shown.orders.ladders, diplomacy.posture, diplomacy.message, diplomacy.deadline):
        if ladder.group != group:
            group = ladder.group
            console.print(Text(f"\n{group.upper()}", style=BOLD))
        say(console, f"{ladder.id.replace('.', ' '):15}{rungs(ladder)}", 2, 17)
    channel = next(row for row in diplomacy.channels if row.chosen)
    say(console, f"{'channel':15}[{channel.id}]  'channels' lists them", 2)
    console.print()
    say(
        console,
        f"{shown.orders.price} of {shown.orders.capital} points are ordered. [what is "
        "ordered], (price in points), -not now-. 'orders bombing' tells what each rung "
        "does and risks.",
    )
    say(console, f"Ordered: {shown.orders.summary}")


def rungs(ladder: models.LadderRow) -> str:
    """Return a ladder's rungs in one line; the number of men goes with the rung ordered."""
    said = []
    for place, rung in enumerate(ladder.rungs):
        if place == ladder.chosen:
            men = f" {abs(ladder.amount.value):.0f}" if ladder.amount else ""
            price = f" ({_price(rung)})" if rung.price or rung.upkeep else ""
            said.append(f"[{rung.id}{men}]{price}")
        elif rung.enabled:
            said.append(f"{rung.id} ({_price(rung)})")
        else:
            said.append(f"-{rung.id}-")
    return "  ".join(said)


def _price(rung: models.Rung) -> str:
    """Return a rung's price in points, and what it brings or costs while it stands."""
    return f"{rung.price}; {rung.upkeep}" if rung.upkeep else str(rung.price)


def ladder(console: Console, shown: models.LadderRow) -> None:
    """Print one ladder with what each rung risks."""
    heading(console, shown.title)
    table = grid("", "rung", "points", "what it does and risks")
    for place, rung in enumerate(shown.rungs):
        mark = "ordered" if place == shown.chosen else "stands" if place == shown.standing else ""
        text = rung.risk if rung.enabled else f"{rung.risk} NOT NOW: {rung.why_not}"
        table.add_row(mark, rung.id, str(rung.price), f"{rung.title}. {text}")
    console.print(table)


def channels(console: Console, shown: models.Diplomacy) -> None:
    """Print the channels that can be used now, and by name those that are gone."""
    heading(console, "Channels")
    for row in shown.channels:
        if row.enabled:
            mark = "  <- chosen" if row.chosen else ""
            console.print(Text(f"{row.id}: {row.title}{mark}", style=BOLD))
            lines(console, [f"{row.carrier} {row.known} {row.leak}"])
    gone = [row.id for row in shown.channels if not row.enabled]
    if gone:
        lines(console, [f"Gone: {', '.join(gone)}."], 0)


def diplomacy(console: Console, shown: models.Diplomacy) -> None:
    """Print posture, message and deadline with their risks, and what would go out."""
    for one in (shown.posture, shown.message, shown.deadline):
        ladder(console, one)
    heading(console, f"What would go out: {shown.draft.channel}")
    lines(console, [shown.draft.body, shown.leaked])


def the_table(console: Console, shown: models.TablePage) -> None:
    """Print both packages on five issues, how far apart, and what may be done."""
    heading(console, "The table")
    table = grid("issue", "position", "points", "", "")
    for issue in shown.issues:
        for place, position in enumerate(issue.positions):
            whose = [
                name for name, at in (("ours", issue.ours), ("theirs", issue.theirs)) if at == place
            ]
            drafted = "to be tabled" if shown.tabling and issue.draft == place else ""
            points = f"{issue.points[place]:+d}" if issue.points and issue.points[place] else ""
            table.add_row(
                issue.title if place == 0 else "",
                f"{place} {position}",
                points,
                ", ".join(whose),
                drafted,
                end_section=place == 3,
            )
    console.print(table)
    lines(
        console,
        [
            "Points: for us, beside the package drafted.",
            *(f"{row.title}: {row.total}. {row.text}" for row in shown.packages),
        ],
        0,
    )
    lines(console, [shown.distance, shown.verdict], 0)
    lines(console, [shown.why_not] if shown.why_not else ["Talks sit."], 0)
    accept = shown.accept
    if shown.accepting:
        lines(console, ["ORDERED: their package is accepted; the war ends with it."], 0)
    elif accept.enabled:
        lines(console, [f"'accept': {accept.title}. {accept.note}"], 0)
    lines(
        console,
        [
            "'table 2 2 1 2 1' tables a package: forces, the North's army, Saigon, "
            "bombing, prisoners."
        ],
        0,
    )


def advisers(console: Console, shown: Iterable[models.Adviser], everything: bool) -> None:
    """Print what the advisers say: what each leads on; of everything, where they agree too."""
    council: tuple[models.Fact, ...] = ()
    for adviser in shown:
        heading(console, f"{adviser.name}, {adviser.office}")
        advised = f"Recommends: {adviser.recommends}" if adviser.recommends else ""
        said = (adviser.line, advised, adviser.estimate, adviser.advice, adviser.record)
        lines(console, [text for text in said if text])
        council = adviser.council if everything else ()
    if council:
        heading(console, "Question by question")
        lines(console, [f"{fact.term}. {fact.text}" for fact in council])


def charts(console: Console, shown: Iterable[models.Chart]) -> None:
    """Print the series of the charts as tables, one row a quarter."""
    for chart in shown:
        heading(console, f"{chart.title}{', ' + chart.unit if chart.unit else ''}")
        table = grid("", *(series.title for series in chart.series))
        for place, label in enumerate(chart.labels):
            table.add_row(label, *(_value(series, place) for series in chart.series))
        console.print(table)
        lines(console, [chart.caption], 0)


def _value(series: models.Series, place: int) -> str:
    value = series.values[place]
    if value is None:
        return "?"
    digits = 0 if abs(value) >= 100 or value == int(value) else 1
    text = f"{value:,.{digits}f}"
    if series.low and series.low[place] is not None and series.high[place] is not None:
        text += f" ({series.low[place]:,.{digits}f}-{series.high[place]:,.{digits}f})"
    return text


def log(console: Console, rows: Iterable[models.LogRow]) -> None:
    """Print the log."""
    quarter = ""
    for row in rows:
        if row.quarter != quarter:
            quarter = row.quarter
            console.print(Text(f"\n{quarter}", style=BOLD))
        lines(console, [f"{row.kind}: {row.text}"])


def page(console: Console, shown: models.Page) -> None:
    """Print a page of the codex."""
    heading(console, shown.title)
    lines(console, shown.paragraphs)
    lines(console, [f"{fact.term}: {fact.text}" for fact in shown.facts])
    if shown.id and shown.links:
        lines(console, [f"See also: {', '.join(link.replace('_', ' ') for link in shown.links)}."])


def briefing(console: Console, shown: models.Briefing) -> None:
    """Print a government's briefing."""
    heading(console, f"Briefing. {shown.title}")
    lines(console, shown.paragraphs, 0)
    for fact in (*shown.aims, *shown.private):
        lines(console, [f"{fact.term}: {fact.text}"], 0)
    if shown.private:
        lines(console, [shown.private[0].tip], 0)


def lens(console: Console, shown: MapLens) -> None:
    """Print one lens of the map as a table."""
    heading(console, f"{shown.title}: {shown.summary}")
    table = grid("zone", "", "")
    for zone in shown.zones:
        table.add_row(zone.title, zone.text, zone.tooltip.split("\n")[0])
    console.print(table)
