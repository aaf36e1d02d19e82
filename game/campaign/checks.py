"""What no single place of a file can tell: order of quarters, windows, bounds and sums.

Each check takes the parts it needs, rows with their number in the file, so that one broken row
does not hide what is wrong with the others.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from game.campaign.days import NEVER, quarter_of
from game.campaign.given import CONSTANTS, standard
from game.campaign.limits import MOST_QUARTERS
from game.campaign.places import Path, shown
from game.campaign.plain import ordered
from game.campaign.schema import ChannelPart, ChronicleRow, EventPart, Head, HistoryPart
from game.campaign.schema_orders import OrdersRow
from game.campaign.schema_rules import ScoringPart, bounds
from game.engine.board import HANOI, SIDES, WASHINGTON, quarter_index, quarter_name
from game.engine.orders import OrderError, blank, from_words
from game.engine.tables import EFFECT_BOUNDS

Rows = list[tuple[int, Any]]
Findings = Iterator[tuple[Path, str]]


@dataclass(frozen=True)
class KnownNames:
    """What the file names, broken rows included, and the channel rows that are whole."""

    quarters: set[str]
    channel_ids: set[str]
    channels: Rows


def span(head: Head) -> Findings:
    """The campaign begins before it ends and is not too long."""
    quarters = quarter_index(head.first, head.last) + 1
    if quarters < 1:
        yield ("campaign", "last"), f"{head.last} lies before {head.first}; write a later quarter"
    elif quarters > MOST_QUARTERS:
        yield ("campaign", "last"), f"{quarters} quarters; at most {MOST_QUARTERS} are allowed"


def orders(head: Head, rows: Rows, known: KnownNames) -> Findings:
    """Every quarter of the span has its row, once and in order, and the words can be given."""
    quarters = min(quarter_index(head.first, head.last) + 1, MOST_QUARTERS)
    wanted = [quarter_name(head.first, index) for index in range(quarters)]
    for name in wanted:
        if name not in known.quarters:
            yield ("orders",), f"{name} is missing; every quarter of the campaign needs a row"
    last = ""
    for number, row in rows:
        at = ("orders", number, "quarter")
        if row.quarter not in wanted:
            yield at, f"{row.quarter} lies outside {head.first} to {head.last}; remove the row"
        elif row.quarter <= last:
            yield at, f"{row.quarter} comes after {last}; put the rows in order, each quarter once"
        last = max(last, row.quarter)
        for side in (WASHINGTON, HANOI):
            yield from _row(number, row, side, known)


def _row(number: int, row: OrdersRow, side: int, known: KnownNames) -> Findings:
    words, at = ordered(row, side), ("orders", number, SIDES[side])
    channel = words.pop("channel", "public")
    try:
        from_words(side, words, blank_holding(side), ("public",))
    except OrderError as error:
        yield at, f"{error}; write an order that can be given"
    if channel != "public":
        yield from _window((*at, "channel"), channel, row.quarter, known)


def blank_holding(side: int) -> Any:
    """Return one war's orders at the bottom of each ladder, troops holding."""
    from_bottom = blank(1)
    return from_words(side, {"troops": "hold"} if side == WASHINGTON else {}, from_bottom, ())


def _window(at: Path, channel: str, quarter: str, known: KnownNames) -> Findings:
    rows: dict[str, ChannelPart] = {row.id: row for _, row in known.channels}
    if channel not in known.channel_ids:
        yield at, f"{shown(channel)} is no channel of this file; write public or a channel's id"
    elif channel in rows and not rows[channel].first <= quarter <= rows[channel].last:
        first, last = rows[channel].first, rows[channel].last
        yield at, f"{channel} is open from {first} to {last}; write another or widen its span"


def channels(rows: Rows) -> Findings:
    """Ids are unique, ``public`` is the game's own, and a channel opens before it closes."""
    yield from _unique("channels", rows)
    for number, row in rows:
        if row.id == "public":
            yield ("channels", number, "id"), "public is the game's own; write another id"
        if row.last < row.first:
            at = ("channels", number, "last")
            yield at, f"{row.last} lies before {row.first}; write a later quarter"


def luck(rows: Rows, order_rows: Rows, known: KnownNames) -> Findings:
    """Recorded luck falls on a channel that a side used in that quarter."""
    used: dict[str, set[str]] = defaultdict(set)
    for _, row in order_rows:
        used[row.quarter].update(ordered(row, side).get("channel", "public") for side in (0, 1))
    for number, row in rows:
        at = ("luck", number, "channel")
        yield from _window(at, row.channel, row.quarter, known)
        if row.quarter not in known.quarters:
            yield ("luck", number, "quarter"), f"{row.quarter} has no row of orders; write another"
        elif row.quarter in used and row.channel not in used[row.quarter]:
            yield at, f"neither side uses {row.channel} in {row.quarter}; name one that is used"


def turning_points(head: Head, rows: Rows) -> Findings:
    """They lie in the span, one a quarter and in order, and the answer on record is among them."""
    last = ""
    for number, row in rows:
        at = ("turning_points", number)
        if not head.first <= row.quarter <= head.last:
            yield (*at, "quarter"), f"{row.quarter} lies outside {head.first} to {head.last}"
        elif row.quarter <= last:
            yield (*at, "quarter"), f"{row.quarter} comes after {last}; one a quarter, in order"
        if row.did > len(row.answers):
            yield (*at, "did"), f"{row.did} is no answer; write 1 to {len(row.answers)}"
        last = max(last, row.quarter)


def events(head: Head, rows: Rows) -> Findings:
    """Ids are unique, dates lie in the span and in order of knowledge, effects are bounded."""
    yield from _unique("events", rows)
    sums: dict[tuple[str, str], float] = defaultdict(float)
    for number, event in rows:
        yield from _dated("events", number, event, head)
        if event.announced is not None and event.announced > event.date:
            yield ("events", number, "announced"), f"lies after {event.date}; write an earlier date"
        for place, effect in enumerate(event.effects):
            low, high = EFFECT_BOUNDS[effect.what]
            at = ("events", number, "effects", place, "amount")
            quarter = quarter_of(event.date)
            sums[quarter, effect.what] += 0.0 if effect.what == "detente" else effect.amount
            if not low <= effect.amount <= high:
                yield at, f"{effect.amount:g} is out of bounds; write {low:g} to {high:g}"
            elif not low - 1e-9 <= sums[quarter, effect.what] <= high + 1e-9:
                total = sums[quarter, effect.what]
                yield (
                    at,
                    (
                        f"{effect.what} in {quarter} adds up to {total:g}; "
                        f"keep a quarter's sum within {low:g} to {high:g}"
                    ),
                )


def chronicle(head: Head, rows: Rows) -> Findings:
    """Dates lie in the span, and nobody knows of a thing before it was done."""
    for number, row in rows:
        yield from _dated("chronicle", number, row, head)


def _dated(table: str, number: int, row: EventPart | ChronicleRow, head: Head) -> Findings:
    if not head.first <= quarter_of(row.date) <= head.last:
        at = (table, number, "date")
        yield at, f"{row.date} lies outside {head.first} to {head.last}; remove it or redate it"
    for key in ("known_washington", "known_hanoi"):
        known = getattr(row, key)
        shared = min(len(known), len(row.date))
        if known != NEVER and known[:shared] < row.date[:shared]:
            found = f"{known} lies before {row.date}; write that or a later date"
            yield (table, number, key), found


def history(head: Head, part: HistoryPart) -> Findings:
    """The recorded end lies in the span."""
    if not head.first <= part.ended <= head.last:
        at = ("history", "ended")
        yield at, f"{part.ended} lies outside {head.first} to {head.last}; write a quarter of it"


def scoring(part: ScoringPart) -> Findings:
    """Weights of a side sum to 1."""
    for table in ("issues", "people"):
        for side in SIDES:
            weights = getattr(getattr(part, table), side).model_dump()
            if abs(sum(weights.values()) - 1.0) > 1e-6:
                total = sum(weights.values())
                yield ("scoring", table, side), f"the weights sum to {total:g}; make them sum to 1"


def constants(given: dict[str, Any]) -> Findings:
    """Constants exist, have the game's own shape, and stay within their bounds."""
    for name, value in given.items():
        at = ("constants", name)
        if name not in CONSTANTS:
            yield at, "unknown constant; remove it (game/engine/constants has them)"
            continue
        own, (low, high) = np.asarray(standard(name)), bounds(name)
        try:
            number = np.asarray(value, dtype=np.float64)
        except (ValueError, TypeError):
            number = np.asarray("")
        if number.shape != own.shape or _not_plain(value):
            wanted = "a number" if own.ndim == 0 else f"numbers shaped {own.tolist()}"
            yield at, f"{shown(value)} will not do; write {wanted}"
        elif not ((low <= number) & (number <= high)).all():
            yield at, f"{value} is out of bounds; write {_range(low, high)}"


def _not_plain(value: Any) -> bool:
    if isinstance(value, list):
        return any(_not_plain(inner) for inner in value)
    return isinstance(value, bool) or not isinstance(value, int | float)


def _range(low: Any, high: Any) -> str:
    return f"{np.round(low, 6).tolist()} to {np.round(high, 6).tolist()}"


def _unique(table: str, rows: Iterable[tuple[int, Any]]) -> Findings:
    seen: set[str] = set()
    for number, row in rows:
        if row.id in seen:
            yield (table, number, "id"), f"{row.id} is taken; write another id"
        seen.add(row.id)
