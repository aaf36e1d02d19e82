"""The frame of the quarter's screen: header, page bar, what is in force, and the verbs."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from game.desk.models import InForce
from game.ui import theme
from game.ui.scenes.common import Notice, Verbs
from game.ui.strokes import spoken
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Column, Panel, Row, Wrapped
from game.ui.widgets.controls import Button
from game.ui.widgets.sized import Sized
from game.ui.widgets.texts import Text

if TYPE_CHECKING:
    from game.ui.scenes.quarter.scene import QuarterScene

SHORT = {
    "dossier": "Dossier",
    "map": "Map",
    "state": "State",
    "orders": "Orders",
    "diplomacy": "Talk",
    "table": "Table",
    "advisers": "Advice",
    "papers": "Papers",
    "charts": "Charts",
    "decisions": "Decide",
}
"""Names of the pages where room is short."""
MARKS = {"ours": "square", "theirs": "diamond", "both": "star"}
EXPLAINED = ("orders", "diplomacy")  # pages whose rungs are explained in the foot
RUN, END, VERBS = 150, 268, 74  # pixels at 100 % text of the two verbs, and their height
KEYED = ("dossier", "orders", "diplomacy", "table", "advisers", "papers", "charts")


def key_tip(scene: "QuarterScene", action: str, text: str) -> str:
    """Return a tooltip with the key of an action under it."""
    return f"{text}\nKey: {spoken(scene.app.keys.of(action))}"


def header(scene: "QuarterScene", roomy: bool) -> Widget:
    """Return government and date, and the doors out."""
    head = scene.quarter.header
    style = theme.TITLE if roomy else theme.HEADING
    words = Wrapped(
        Text(head.government, style, theme.GOLD, mark="square", mark_colour=theme.OURS),
        Text(head.date, theme.HEADING, theme.LIGHT),
        gap=14,
    )
    words.grow = 1.0
    buttons = Wrapped()
    doors = [
        ("seal", "Seal", "A reason and a forecast, under seal until the war is over"),
        ("codex", "Codex", "Who and what"),
        ("help", "Help", "How it is played; the key explains what has the focus"),
        ("menu", "Menu", "Save, settings, leave"),
    ]
    if scene.quarter.hotseat:
        doors.append(("curtain", "Curtain", "Hide everything until a side confirms"))
    for action, name, tip in doors:
        act = scene.actions[action]
        if action == "help":  # whoever clicks has the focus on this very button
            act = scene.app.actions.get("handbook", act)
        buttons.add(Button(name, act, kind="quiet", tip=key_tip(scene, action, tip)))
    if roomy:
        words.add(Text(head.quarter, theme.BODY, theme.DIM, tip=head.tip))
        if head.clock:
            words.add(Text(head.clock, theme.BODY, theme.DIM))
    return Panel(Row(words, buttons, gap=10), margin=4)


def bar(scene: "QuarterScene", roomy: bool, listed: Sequence[tuple[str, str]]) -> Widget:
    """Return the buttons of the pages."""
    tabs = []
    for name, title in listed:
        tip = title
        if name in KEYED:
            tip = key_tip(scene, f"page_{KEYED.index(name) + 1}", title)
        kind = "chosen" if name == scene.page else "plain"
        label = title if roomy else SHORT[name]
        act = scene.page_action(name)
        tabs.append(Button(label, act, kind=kind, tip=tip, key=f"page {name}", cue="page"))
    return Panel(Wrapped(*tabs, gap=4), theme.NIGHT, 3, None)


def danger(scene: "QuarterScene") -> Widget:
    """Return the band of what may end the war soon; without any it stays, dark, so that nothing
    moves. A sign, words and a ground say it: of one what it is; of several, or beside what is no
    danger and follows without alarm, their names, the nearest first, with the words of each in its
    tooltip: all of it in a line."""
    found, calm = scene.quarter.dangers, scene.quarter.calm
    if not found:
        return Panel(Text(calm, theme.SMALL, theme.DIM), theme.NIGHT, 6, None, key="danger")
    first = found[0]
    alone = f" {first.brief}" if len(found) == 1 and not calm else ""
    texts: list[Widget] = []
    for one in found:
        tip = "" if alone else f"{one.title}\n{one.text}"
        key = "danger text" if one is first else f"danger {one.kind}"
        texts.append(
            Text(
                f"{one.title.upper()}.{alone}",
                theme.SMALL_STRONG,
                theme.LIGHT,
                mark="cross",
                mark_colour=theme.GOLD,
                key=key,
                tip=tip,
                help=f"{one.title}. {one.text}",
            )
        )
    if calm:
        texts.append(Text(calm, theme.SMALL, theme.LIGHT, key="calm"))
    ground = theme.DANGER if first.now or first.kind != "signature" else theme.PANEL
    return Panel(
        texts[0] if len(texts) == 1 else Wrapped(*texts, gap=10), ground, 6, theme.BAD, key="danger"
    )


def facts(scene: "QuarterScene") -> Widget:
    """Return what is in force, and the last and the next event."""
    quarter = scene.quarter
    shown: list[Widget] = [Text("In force", theme.SMALL, theme.DIM)]
    for each in quarter.in_force:
        tip = f"{each.title}\nSince {each.since}."
        mark, key = MARKS.get(each.mark, "circle"), f"force {each.id}"
        act = _explained(scene, each)
        shown.append(Button(each.title, act, kind="quiet", tip=tip, mark=mark, key=key))
    if not quarter.in_force:
        shown = [Text("Nothing is in force.", theme.SMALL, theme.DIM)]
    column = Column(Wrapped(*shown, gap=6), gap=3)
    for label, event in (("Last", quarter.last_event), ("Next", quarter.next_event)):
        if event is not None:
            when = "This quarter" if event.now else label
            line, tip = f"{when}: {event.date}, {event.title}.", f"{event.title}\n{event.text}"
            column.add(Text(line, theme.SMALL, theme.LIGHT, tip=tip, key=f"event {label}"))
    column.grow = 1.0
    return column


def _explained(scene: "QuarterScene", each: InForce) -> Callable[[], None]:
    notice = (each.title, f"Since {each.since}.", each.explanation)
    return lambda: scene.app.push(Notice(*notice))


def foot(scene: "QuarterScene", roomy: bool) -> Widget:
    """Return the verbs in places of one size, beside what is explained or in force; where room is
    short, beside the scores."""
    run, end, scores = scene.quarter.run_on, scene.quarter.end, scene.quarter.scores
    verbs = Verbs(
        Sized(
            Button(
                run.title,
                scene.run_on,
                note=run.note if roomy else "",
                enabled=run.enabled,
                why_not=run.why_not,
                key="run on",
                help=run.note,
            ),
            RUN if roomy else 0,
            VERBS,
        ),
        Sized(
            Button(
                end.label,
                scene.ask_end,
                note=end.note if roomy else "",
                kind="final",
                enabled=end.enabled,
                why_not=end.why_not,
                key="end",
                cue="",
                help=end.irreversible,
            ),
            END if roomy else 0,
            VERBS,
        ),
        gap=8,
    )
    if roomy:
        said = scene.explanation if scene.page in EXPLAINED else facts(scene)
        said.grow = 1.0
        return Panel(Row(said, verbs, gap=16), margin=6)
    lines = Wrapped(
        Text(scores.own_text, theme.SMALL_STRONG, theme.OURS, mark="square"),
        Text(scores.other_text, theme.SMALL_STRONG, theme.THEIRS, mark="diamond"),
        gap=12,
    )
    lines.grow = 1.0
    return Panel(Row(lines, verbs, gap=10), margin=5)
