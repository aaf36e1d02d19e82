"""What a side is told: the paper, the log, what is in force, dated events, the quarter's cables."""

from typing import Any, Final

from game.desk import build_answered, build_decisions
from game.desk.build_diplomacy import message_of
from game.desk.models import Event, InForce, LogRow, Newspaper, Story
from game.desk.setting import Setting
from game.engine.board import SIDES, WASHINGTON, quarter_name
from game.engine.dossier import Dossier
from game.engine.ladders import Bombing
from game.record import News
from game.words import cables, happenings, papers, plain
from game.words import ordered as in_words
from game.words.happenings import act

STORIES: Final = 5  # events printed beside the headline
UNDERSTANDINGS: Final = (
    "",
    "No bombs north of the 20th parallel, no general offensive in the South. Whoever breaks it "
    "frees the other.",
    "No bombs on the North at all, no general offensive in the South. Whoever breaks it frees the "
    "other.",
)


def name_of(dossier: Dossier, quarter: int) -> str:
    """Return the name of a counted quarter, such as ``1968Q1``."""
    return quarter_name(dossier.tables.first, quarter)


def found(dossier: Dossier, place: int) -> list[happenings.Happening]:
    """Return what happened in the quarter of report number ``place``."""
    return happenings.happenings(
        dossier.views[place],
        dossier.views[place + 1],
        dossier.reports[place],
        dossier.views[:place],
    )


def newspaper(dossier: Dossier, setting: Setting) -> Newspaper:
    """Return the front page with which the quarter opens."""
    today = name_of(dossier, dossier.quarter)
    when = plain.opening_words(today)
    stories = [
        Story(f"{event.title}, {day(event)}", event.text) for event in _pressing(dossier, setting)
    ][:STORIES]
    if not dossier.reports:
        masthead = papers.MASTHEADS[dossier.side]
        lead = stories[0] if stories else Story("The War in Vietnam", setting.title)
        return Newspaper(masthead, when, lead.heading, tuple(stories))
    last = len(dossier.reports) - 1
    page = papers.paper(dossier.side, found(dossier, last), dossier.view, dossier.reports[-1])
    brief = build_decisions.papers(dossier, setting, last)
    if brief:
        stories.insert(0, Story("In brief", " ".join(brief)))
    answered = build_answered.told(dossier, setting, last)
    if answered:
        stories.insert(0, Story(build_answered.HEADING, " ".join(answered)))
    lead = Story(page.headline, page.paragraph)
    return Newspaper(page.masthead, when, page.headline, (lead, *stories))


def news(dossier: Dossier, setting: Setting) -> list[News]:
    """Return the events of which the side has learnt as this quarter opens."""
    return happened(dossier, setting, dossier.quarter)


def happened(dossier: Dossier, setting: Setting, quarter: int) -> list[News]:
    """Return the events of which the side learnt as a counted quarter opened."""
    told = setting.news(dossier.side, name_of(dossier, quarter))
    return [event for event in told if not event.to_come]


def due(dossier: Dossier, setting: Setting, quarter: int) -> list[News]:
    """Return the events of a counted quarter whose date had been announced to the side before."""
    return [
        event
        for event in happened(dossier, setting, quarter)
        if was_told(dossier, setting, event.title, quarter)
    ]


def was_told(dossier: Dossier, setting: Setting, title: str, quarter: int) -> bool:
    """Return whether an event of a counted quarter had been announced before it."""
    return any(
        event.to_come and event.title == title
        for earlier in range(setting.start_index, quarter)
        for event in setting.news(dossier.side, name_of(dossier, earlier))
    )


def _pressing(dossier: Dossier, setting: Setting) -> list[News]:
    """Return the quarter's news, dates that had been announced first: a full page drops none."""
    awaited = due(dossier, setting, dossier.quarter)
    return awaited + [event for event in news(dossier, setting) if event not in awaited]


def last_event(dossier: Dossier, setting: Setting) -> Event | None:
    """Return the latest event that the side knows of."""
    for quarter in range(dossier.quarter, setting.start_index - 1, -1):
        known = happened(dossier, setting, quarter)
        if known:
            return _event(known[-1], quarter == dossier.quarter)
    return None


def next_event(dossier: Dossier, setting: Setting) -> Event | None:
    """Return the next dated event to come of which the side has been told, if the war can last
    until then."""
    today, last = name_of(dossier, dossier.quarter), name_of(dossier, setting.quarters - 1)
    coming = [
        event
        for quarter in range(setting.start_index, dossier.quarter + 1)
        for event in setting.news(dossier.side, name_of(dossier, quarter))
        if event.to_come and today < quarter_of(event.date) <= last
    ]
    return _event(min(coming, key=lambda event: str(event.date))) if coming else None


def quarter_of(day: str) -> str:
    """Return the quarter's name of a day such as ``1968-01-31``."""
    return f"{day[:4]}Q{(int(day[5:7]) + 2) // 3}"


def day(event: News) -> str:
    """Return an event's day, and when it was learnt where that was later."""
    return plain.dated(event.date, event.learnt)


def _logged(event: News) -> str:
    late = day(event) != plain.day_words(event.date)
    return f"{event.title}{f', {day(event)}' if late else ''}: {event.text}"


def _event(event: News, now: bool = False) -> Event:
    return Event(day(event), event.title, event.text, event.source, now)


def in_force(dossier: Dossier) -> tuple[InForce, ...]:
    """Return what holds until it is broken or taken back."""
    view, made = dossier.view, []
    if view.understanding:
        title = ("", "Understanding: bombing limit", "Understanding: full halt")[view.understanding]
        made.append(
            InForce(
                "understanding",
                title,
                "both",
                _since(dossier, lambda v: v.understanding > 0),
                UNDERSTANDINGS[view.understanding],
            )
        )
    mark = "ours" if dossier.side == WASHINGTON else "theirs"
    bombing = act(view, WASHINGTON, "bombing")
    if bombing == Bombing.MINING:
        made.append(
            InForce(
                "mines",
                "Ports mined",
                mark,
                _since(dossier, lambda v: act(v, WASHINGTON, "bombing") == Bombing.MINING),
                "Haiphong and the other ports are closed while the mines are kept up.",
            )
        )
    if bombing == Bombing.HALT and not view.understanding:
        made.append(
            InForce(
                "halt",
                "No bombing of the North",
                mark,
                _since(dossier, lambda v: act(v, WASHINGTON, "bombing") == Bombing.HALT),
                "Nothing is bound by it; it lasts as long as it is ordered.",
            )
        )
    made.extend(_talks(dossier))
    return tuple(made)


def _talks(dossier: Dossier) -> list[InForce]:
    view, made = dossier.view, []
    if view.talking:
        made.append(
            InForce(
                "talks",
                "Talks sit",
                "both",
                _since(dossier, lambda v: v.talking > 0),
                f"Quarters in a row: {plain.count(int(view.talking))}. They sit as "
                "long as both postures are contacts or talks.",
            )
        )
    for side in (dossier.side, 1 - dossier.side):
        mark, name = ("ours", "Our") if side == dossier.side else ("theirs", "Their")
        if view.offered[side]:
            made.append(
                InForce(
                    f"offer_{SIDES[side]}",
                    f"{name} offer is open",
                    mark,
                    _since(dossier, lambda v, s=side: v.offered[s] == 1),
                    "An answer closes it. A closed door while it lies there counts as a refusal.",
                )
            )
        if view.deadline[side]:
            made.append(
                InForce(
                    f"deadline_{SIDES[side]}",
                    f"{name} deadline",
                    mark,
                    plain.quarter_words(name_of(dossier, dossier.quarter)),
                    "It falls due this quarter: an open door on the other side, or an "
                    "escalation on this one; else the word is worth less.",
                )
            )
    return made


def _since(dossier: Dossier, holds: Any) -> str:
    """Return the quarter in which something began to hold, in words."""
    first = dossier.quarter
    for view in reversed(dossier.views):
        if not holds(view):
            break
        first = view.quarter
    return plain.quarter_words(name_of(dossier, max(first - 1, 0)))


def log(dossier: Dossier, setting: Setting) -> tuple[LogRow, ...]:
    """Return everything that was ordered and reported, oldest first."""
    rows: list[LogRow] = []
    for place, report in enumerate(dossier.reports):
        quarter = name_of(dossier, report.quarter)
        rows.extend(
            LogRow(quarter, "event", _logged(event), event.source)
            for event in happened(dossier, setting, report.quarter)
        )
        rows.append(LogRow(quarter, "order", ordered(dossier, place)))
        rows.extend(
            LogRow(quarter, "order", f"Decided. {text}")
            for text in build_decisions.decided(dossier, setting, place)
        )
        rows.extend(
            LogRow(quarter, "report", text)
            for text in build_decisions.came(dossier, setting, place)
        )
        rows.extend(
            LogRow(quarter, "report", text)
            for text in build_answered.later(dossier, setting, place)
        )
        rows.extend(
            LogRow(quarter, "event", text)
            for text in build_decisions.papers(dossier, setting, place)
        )
        rows.extend(
            LogRow(
                quarter,
                "table" if cable.kind == "table" else "report",
                f"{cable.heading}: {cable.body}",
            )
            for cable in dispatches(dossier, place)
        )
        rows.append(LogRow(quarter, "message", message_of(dossier, place).body))
    return tuple(rows)


def dispatches(dossier: Dossier, place: int) -> list[cables.CableWords]:
    """Return the cables of the quarter of report number ``place``."""
    return cables.cables(
        found(dossier, place),
        dossier.views[place],
        dossier.views[place + 1],
        dossier.reports[place],
    )


def ordered(dossier: Dossier, place: int) -> str:
    """Return what the side changed by its orders of report number ``place``."""
    names = dossier.tables.channels.names
    said = in_words.changes(dossier.orders[place], dossier.views[place], names)
    return plain.sentence("; ".join(said) if said else "standing orders")
