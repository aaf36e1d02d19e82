"""The quarter's screen, put together from a dossier and the orders as drafted."""

from typing import Final

from game.desk import (
    build_answered,
    build_climax,
    build_danger,
    build_decisions,
    build_news,
    build_table,
)
from game.desk.build_advisers import secretary
from game.desk.build_charts import charts
from game.desk.build_diplomacy import diplomacy, message_of
from game.desk.build_gauges import gauges
from game.desk.build_lenses import lenses
from game.desk.build_orders import changes, orders
from game.desk.build_pages import GOVERNMENTS
from game.desk.build_scores import after, scores
from game.desk.build_table import table
from game.desk.draft import Draft
from game.desk.models import (
    Adviser,
    Cable,
    Choice,
    DossierPage,
    EndVerb,
    Header,
    Quarter,
    Resolution,
)
from game.desk.setting import Setting
from game.desk.surroundings import surroundings
from game.engine.board import SIDES
from game.engine.dossier import Dossier as Papers
from game.words import channels, closing, plain
from game.words.danger import can_take
from game.words.taken import card

CUES = {
    "air": "artillery",
    "ground": "artillery",
    "table": "page",
    "signal": "page",
    "end": "bell",
    "men": "telex",
    "event": "telex",
}
GIVES: Final = "giving {} back"
LAST: Final = "The war ends with this quarter, settled or not."


def quarter(
    dossier: Papers,
    draft: Draft,
    setting: Setting,
    note: str = "",
    hotseat: bool = False,
    counsel: tuple[Adviser, ...] = (),
) -> Quarter:
    """Return everything the quarter's screen shows to the dossier's side; ``counsel`` is what its
    advisers say, a secretary's remarks where it is empty."""
    return Quarter(
        header=header(dossier, draft, setting),
        scores=scores(dossier, setting),
        gauges=gauges(dossier, setting),
        orders=orders(draft, dossier, setting),
        diplomacy=diplomacy(dossier, draft, setting),
        table=table(dossier, draft, setting),
        dossier=page(dossier, setting, note),
        advisers=counsel or secretary(dossier),
        newspaper=build_news.newspaper(dossier, setting),
        log=build_news.log(dossier, setting),
        in_force=build_news.in_force(dossier),
        charts=charts(dossier),
        lenses=lenses(dossier),
        last_event=build_news.last_event(dossier, setting),
        next_event=build_news.next_event(dossier, setting),
        end=end(draft, dossier, setting),
        run_on=run_on(draft, hotseat),
        hotseat=hotseat,
        bed=surroundings(dossier.side, build_news.name_of(dossier, dossier.quarter), hotseat),
        dangers=build_danger.dangers(dossier),
        calm=build_danger.calm(dossier),
        decisions=build_decisions.decisions(dossier, draft, setting),
        taken=taken(dossier),
    )


def taken(dossier: Papers) -> tuple[str, ...]:
    """Return the sentences of *How they took it*: the last quarter as one's people saw it read."""
    if not dossier.reports:
        return ()
    return card(dossier.views[-2], dossier.view, dossier.reports[-1]).sentences


def header(dossier: Papers, draft: Draft, setting: Setting) -> Header:
    """Return the line on top, with the one line that says what the game waits for."""
    name = build_news.name_of(dossier, dossier.quarter)
    return Header(
        side=SIDES[dossier.side],
        government=GOVERNMENTS[dossier.side],
        date=plain.quarter_title(name),
        quarter=_count(dossier, setting),
        tip=setting.again,
        prompt=prompt(dossier, draft, is_last(dossier, setting)),
    )


def _count(dossier: Papers, setting: Setting) -> str:
    count = dossier.quarter - setting.start_index + 1
    again = ", with hindsight" if setting.again else ""
    return f"quarter {count} of {setting.quarters - setting.start_index}{again}"


def is_last(dossier: Papers, setting: Setting) -> bool:
    """Return whether the war ends with the dossier's quarter, settled or not."""
    return dossier.quarter >= setting.quarters - 1


def prompt(dossier: Papers, draft: Draft, last: bool) -> str:
    """Return what the game waits for; in the ``last`` quarter, what its end means."""
    name, points = GOVERNMENTS[dossier.side], draft.total()
    closed = lost_channel(draft)
    if closed and not last:
        return f"{name}: {closed}"
    price = f"for {plain.points(points)}" if points > 0 else "at no cost"
    if points < 0:
        price = GIVES.format(plain.points(-points))
    if draft.touched and last:
        return f"{name}: orders changed, {price}; it is the last quarter."
    if draft.touched:
        return f"{name}: orders changed, {price}; end the quarter when ready."
    if last:
        return f"{name}: the last quarter. If nothing is signed by its end, both have lost."
    return f"{name}: change orders, or end the quarter; what stands goes on."


def lost_channel(draft: Draft) -> str:
    """Return that a standing posture has lost its channel and is public now; else nothing."""
    return channels.lost(draft.view, draft.state.channel, draft.dossier.tables.channels.names)


def page(dossier: Papers, setting: Setting, note: str) -> DossierPage:
    """Return the right-hand page."""
    paper = build_news.newspaper(dossier, setting)
    received = message_of(dossier, len(dossier.reports) - 1) if dossier.reports else None
    brief = paper.stories[0].body if paper.stories else ""
    answered = build_answered.in_short(dossier, setting)
    return DossierPage(paper.headline, f"{brief} {answered}".strip(), received, note)


def end(draft: Draft, dossier: Papers, setting: Setting) -> EndVerb:
    """Return the verb that ends the quarter, what becomes irreversible with it, what may end the
    war, and what is left open; the last quarter ends the war."""
    orders, last = draft.orders(), is_last(dossier, setting)
    said = closing.irreversible(orders, draft.view, draft.dossier.facts)
    if last and not orders.accept[0]:
        said = LAST if said == closing.NOTHING else f"{said} {LAST}"
    soon = build_danger.dangers(dossier)
    open_still = build_decisions.open_titles(dossier, draft, setting)
    closed = lost_channel(draft)
    decided = build_decisions.answered(draft, setting)
    if (soon or open_still or closed or decided) and said == closing.NOTHING:
        said = closing.STANDING
    if closed:
        said = f"{closed} {said}"
    if open_still:
        said += f" Left open, to go by itself: {plain.listing(open_still)}."
    if orders.accept[0]:
        said = f"{said} {build_table.accepting(dossier, draft, setting)}"
    elif soon:
        said = f"{build_danger.summary(soon)} {said}"
    danger = soon[0].title if soon else ""
    if may_sign(dossier) and not orders.accept[0]:
        said = f"They may sign our package. {closing.STANDING if said == closing.NOTHING else said}"
    return EndVerb(
        "End quarter",
        said,
        danger=danger,
        open=tuple(open_still),
        note=in_short(draft, setting, danger, len(open_still), last),
    )


def may_sign(dossier: Papers) -> bool:
    """Whether they can sign our package this quarter and no danger says so."""
    soon = {one.kind for one in build_danger.dangers(dossier)}
    return "signature" not in soon and can_take(dossier.view, 1 - dossier.side)


def in_short(draft: Draft, setting: Setting, danger: str, open_still: int, last: bool) -> str:
    """Return in a few words what ending the quarter means now: what may end the war, what is left
    open, what is ordered."""
    if draft.state.accepting:
        return "Their package is signed, and the war ends."
    said = ["It is the last quarter"] if last else [danger] if danger else []
    if not said and may_sign(draft.dossier):  # beside a danger the band says it
        said.append("they may sign ours")
    if open_still:
        said.append(f"{open_still} decision{'s' if open_still > 1 else ''} open")
    ordered = len(changes(draft, setting)) - len(build_decisions.answered(draft, setting))
    if ordered:
        total = draft.total()
        price = f", {plain.points(total) if total > 0 else GIVES.format(plain.points(-total))}"
        price = price if total else ""
        said.append(f"{ordered} order{'s' if ordered > 1 else ''} changed{price}")
    elif not draft.touched:
        said.append("what stands goes on")
    return plain.capital("; ".join(said) or "What stands goes on") + "."


def run_on(draft: Draft, hotseat: bool) -> Choice:
    """Return whether standing orders may be played until something needs the side."""
    why_not = "Orders were changed this quarter; end it first." if draft.touched else ""
    if hotseat:
        why_not = "With two people at one screen each quarter is ended by hand."
    return Choice("run_on", "Run on", "Go on until something needs you.", not why_not, why_not)


def resolution(dossier: Papers, setting: Setting, places: range) -> Resolution:
    """Return the quarters of reports ``places`` as the side sees them resolved, in order."""
    made = []
    for place in places:
        shown = {lens.id: lens for lens in lenses(after(dossier, place + 1))}
        when = plain.quarter_title(build_news.name_of(dossier, dossier.reports[place].quarter))
        for cable in build_news.dispatches(dossier, place):
            lens = {"air": "air", "men": "supply", "table": "diplomacy", "signal": "diplomacy"}
            made.append(
                Cable(
                    f"{cable.heading}, {when}" if len(places) > 1 else cable.heading,
                    cable.body,
                    cable.signature,
                    cable.zone,
                    shown[lens.get(cable.kind, "war")],
                    CUES[cable.kind],
                )
            )
        made += [
            Cable(
                f"{event.title}, {build_news.day(event)}",
                event.text,
                GOVERNMENTS[dossier.side],
                "",
                shown["war"],
                CUES["event"],
            )
            for event in build_news.due(dossier, setting, dossier.reports[place].quarter)
        ]
        made += [
            Cable("It is remembered", text, GOVERNMENTS[dossier.side], "", shown["war"])
            for text in build_decisions.came(dossier, setting, place)
        ]
    last = dossier.reports[places[-1]] if places else None
    title = plain.quarter_title(build_news.name_of(dossier, last.quarter)) if last else ""
    page_one = build_news.newspaper(dossier, setting)
    return Resolution(
        title, tuple(made), page_one.headline, build_climax.of_quarters(dossier, places)
    )
