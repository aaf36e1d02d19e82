"""Diplomacy in one place: posture, channel, message, deadline, and what it would look like."""

from dataclasses import replace

from game.desk.build_orders import ladder
from game.desk.draft import Draft
from game.desk.models import Channel, Diplomacy, Message
from game.desk.setting import Setting
from game.engine.board import SIDES, quarter_name
from game.engine.dossier import Dossier
from game.engine.ladders import slot_of
from game.words import channels, messages, plain
from game.words.happenings import act

SIGNATURES = ("Washington", "Hanoi")
KEPT = 8  # messages received that are kept at hand


def diplomacy(dossier: Dossier, draft: Draft, setting: Setting) -> Diplomacy:
    """Return the diplomacy of the side as drafted."""
    side = dossier.side
    return Diplomacy(
        posture=ladder(draft, slot_of(side, "posture")),
        message=ladder(draft, slot_of(side, "message")),
        deadline=ladder(draft, slot_of(side, "deadline")),
        channels=channel_rows(dossier, draft, setting),
        draft=drafted(dossier, draft),
        leaked=leaked(draft),
        received=received(dossier),
    )


def channel_rows(dossier: Dossier, draft: Draft, setting: Setting) -> tuple[Channel, ...]:
    """Return public speech and every channel that exists or existed, usable ones first."""
    rows = [
        _channel(dossier, draft, setting, place)
        for place in range(len(draft.channels))
        if _has_begun(dossier, place)
    ]
    return tuple(sorted(rows, key=lambda row: not row.enabled))


def _has_begun(dossier: Dossier, place: int) -> bool:
    return int(dossier.tables.channels.first[place]) <= dossier.quarter


def _channel(dossier: Dossier, draft: Draft, setting: Setting, place: int) -> Channel:
    known = dossier.tables.channels
    usable = bool(dossier.view.channels[place])
    burnt = bool(dossier.view.burnt[place])
    reason = "" if usable else "It has leaked and is closed." if burnt else "It no longer exists."
    story = setting.channels[known.ids[place]].text if place else "Said aloud, for all to hear."
    cover = channels.cover(float(known.shield[place]), float(known.guarantee[place]))
    leak = channels.leak(float(known.leak[place])) if place else "There is nothing to leak."
    return Channel(
        id=known.ids[place],
        title=known.names[place],
        carrier=story,
        known=cover,
        leak=leak,
        chosen=draft.state.channel == place,
        enabled=usable,
        why_not=reason,
        tip=f"{story}\n{cover} {leak}",
    )


def drafted(dossier: Dossier, draft: Draft) -> Message:
    """Return one's own message as it would go out."""
    side = dossier.side
    posture = draft.rung(slot_of(side, "posture"))
    sent = draft.rung(slot_of(side, "message"))
    name = dossier.tables.channels.names[draft.state.channel]
    stood = replace(
        messages.ground(dossier.view, dossier.view, side),
        again=act(dossier.view, side, "posture") == posture,
    )
    body = messages.message(side, posture, sent, dossier.quarter, stood)
    said = messages.heading(posture, sent, draft.state.channel > 0)
    return Message(said, body, SIGNATURES[side], name, "ours", posture + (1 if sent else 0))


def leaked(draft: Draft) -> str:
    """Return what the world would read if the channel leaked."""
    posture = draft.rung(slot_of(draft.side, "posture"))
    sent = draft.rung(slot_of(draft.side, "message"))
    covered = draft.state.channel > 0
    return channels.exposed(draft.side, posture, sent, covered, draft.dossier.facts)


def received(dossier: Dossier) -> tuple[Message, ...]:
    """Return the other side's messages, the last first."""
    return tuple(message_of(dossier, place) for place in range(len(dossier.reports) - 1, -1, -1))[
        :KEPT
    ]


def message_of(dossier: Dossier, place: int) -> Message:
    """Return the other side's message of the quarter of report number ``place``."""
    view, enemy = dossier.views[place + 1], 1 - dossier.side
    posture, sent = act(view, enemy, "posture"), max(act(view, enemy, "message"), 0)
    quarter = dossier.reports[place].quarter
    when = plain.quarter_title(_name(dossier, quarter))
    title = f"{messages.source(enemy, posture, sent)}, {when}"
    stood = messages.ground(dossier.views[place], view, enemy)
    body = messages.message(enemy, posture, sent, quarter, stood)
    return Message(
        title,
        body,
        SIGNATURES[enemy],
        "",
        "theirs",
        posture + (1 if sent else 0),
        tip=f"{SIDES[enemy].capitalize()}: {channels.posture_words(posture)}.",
    )


def _name(dossier: Dossier, quarter: int) -> str:
    return quarter_name(dossier.tables.first, quarter)
