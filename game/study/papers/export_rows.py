"""``turns.csv``: one row a side and quarter, tidy: every column one kind of thing, no cell empty.

While a war goes on the rows are one side's, from its dossier alone. When it is over both sides' are
there, and what the hidden rule read in the state with which the quarter opened.
"""

import csv
import io
from collections.abc import Iterator
from typing import Any, Final

from game.engine.board import CORPS, HANOI, ISSUES, SIDES, WASHINGTON, quarter_name
from game.engine.dossier import Dossier
from game.engine.ladders import LADDERS, SLOTS
from game.engine.orders import to_words
from game.record import Game
from game.study.debrief.war import OpenedWar

Row = dict[str, Any]
ELSEWHERE: Final = "inapplicable"  # a ladder that the other side has
NOTHING: Final = "nothing"
SIGNS: Final = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What a spreadsheet might take for the beginning of a formula."""


def rows_known(game: Game, side: int) -> list[Row]:
    """Return one side's rows, from its dossier alone."""
    return [
        _known(game, game.dossier(side), place) for place in range(len(game.dossier(side).reports))
    ]


def rows_opened(game: Game, debrief: OpenedWar) -> list[Row]:
    """Return both sides' rows of a war that is over, with what the rule read."""
    made = []
    for place in range(len(debrief.quarters)):
        for side in (WASHINGTON, HANOI):
            row = _known(game, game.dossier(side), place)
            made.append(row | _hidden(game, debrief, place, side))
    return made


def csv_of(rows: list[Row]) -> str:
    """Return rows as a file, with the names of the columns first; empty where there are none."""
    sink = io.StringIO()
    if rows:
        writer = csv.writer(sink, lineterminator="\n")
        writer.writerow(rows[0])
        writer.writerows([_cell(value) for value in row.values()] for row in rows)
    return sink.getvalue()


def _cell(value: Any) -> Any:
    """Return a cell: a number as it is, a text that no spreadsheet takes for a formula."""
    if isinstance(value, str) and value.startswith(SIGNS):
        return f"'{value}"
    return value


def _known(game: Game, dossier: Dossier, place: int) -> Row:
    report, after = dossier.reports[place], dossier.views[place + 1]
    before, side = dossier.views[place], dossier.side
    dead = report.own_deaths if side == HANOI else report.us_deaths
    return {
        "quarter": quarter_name(dossier.tables.first, report.quarter),
        "side": SIDES[side],
        "played_by": game.seat(side).kind,
        **_orders(dossier, place),
        "capital_before": float(before.capital),
        "price_paid": report.paid,
        "own_deaths": int(dead or 0),
        "us_deaths": report.us_deaths,
        "saigon_deaths": report.saigon_deaths,
        "enemy_deaths_claimed": report.deaths_claimed,
        "us_sent": _number(report.sent),
        "us_withdrawn": _number(report.withdrawn),
        "us_troops_after": float(after.troops),
        "sorties": _number(report.sorties),
        "aircraft_lost": report.aircraft_lost,
        "prisoners_taken": report.prisoners,
        "offensive_scale": _number(report.offensive_scale),
        "reinforcement_scale": _number(report.reinforcement_scale),
        "talks_sat": report.sitting,
        "channel_leaked": report.leaked[side],
        "understanding_broken": report.broken[side],
        "approval_after": float(after.approval),
        "opposition_after": float(after.opposition),
        "stability_after": float(after.stability),
        **{
            f"on_table_{issue}": int(after.tabled[side][place_])
            for place_, issue in enumerate(ISSUES)
        },
    }


def _orders(dossier: Dossier, place: int) -> Row:
    """Return the orders: every ladder of either side a column, the package an issue a column."""
    orders, side = dossier.orders[place], dossier.side
    words = to_words(side, orders, dossier.tables.channels.ids)
    made: Row = dict(_ladders(side, words))
    made["troops_number"] = float(words.get("troops_number", 0.0))
    made["channel"] = words["channel"]
    made["accepts"] = bool(words.get("accept", False))
    for number, issue in enumerate(ISSUES):
        made[f"tables_{issue}"] = int(orders.terms[0, number])
    return made


def _ladders(side: int, words: Row) -> Iterator[tuple[str, str]]:
    names = dict.fromkeys(
        (ladder.name, ladder.by_corps) for each in (WASHINGTON, HANOI) for ladder in LADDERS[each]
    )
    for name, by_corps in names:
        for corps in CORPS if by_corps else ("",):
            column = f"{name}_{corps}" if corps else name
            if name not in SLOTS[side]:
                yield column, ELSEWHERE
            else:
                yield column, words[name][corps] if corps else words[name]


def _hidden(game: Game, debrief: OpenedWar, place: int, side: int) -> Row:
    """Return what only a war that is over tells; the rule's columns are of the side as sender."""
    reading = debrief.course[place][side]
    opening, closing = game.past.worlds[place], game.past.worlds[place + 1]
    kinds = [
        entry.kind
        for entry in debrief.entries
        if entry.quarter == debrief.quarters[place] and entry.side == SIDES[side]
    ]
    return {
        "resilience": reading.resilience,
        "nerve": "dove" if opening.nerve[0, side] else "hawk",
        "acts": " ".join(kinds) or NOTHING,
        "escalation": float(closing.escalation[0, side]),
        "believed_resilient": reading.belief,
        "believed_dove": float(opening.belief_dove[0, side]),
        "believed_resilient_after": float(closing.belief_resilient[0, side]),
        "believed_dove_after": float(closing.belief_dove[0, side]),
        "branch": reading.branch,
        "cost_of_escalation": round(reading.cost, 9),
        "cost_of_conversation": round(reading.conversation, 9),
        "guarantee": round(reading.guarantee, 9),
        "open_probability": reading.open,
        "open_probability_low": reading.open_low,
        "open_probability_high": reading.open_high,
        "belief_if_open": reading.belief_open,
        "belief_if_closed": reading.belief_closed,
        "answer_if_open": reading.answer_open,
        "answer_if_closed": reading.answer_closed,
    }


def _number(value: float) -> float:
    """Return a report's number to the digits that mean anything."""
    return round(float(value), 6)
