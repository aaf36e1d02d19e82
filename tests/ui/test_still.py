"""Nothing that can be clicked moves when an order is changed: on every page, at three sizes of the
window and two of the text, from the chairs of a real war."""

from collections.abc import Callable, Iterator
from functools import partial

import pytest
from pygame import Rect

from game.desk import models as m
from game.desk.desk import Desk
from game.desk.interface import Refusal
from game.engine.board import HANOI, WASHINGTON
from game.ui.scenes.quarter import PAGES, QuarterScene
from game.ui.scenes.quarter.scene import EXTRA
from tests.ui.screens import nothing
from tests.ui.windows import window
from tools import showcase

SIZES = ((1024, 600), (1280, 720), (1920, 1080))
SCALES = (1.0, 1.5)
ORDERED = ("orders", "diplomacy", "table", "decisions", "dossier")  # where orders are given or told
QUIET = tuple(name for name, _ in (*PAGES, *EXTRA) if name not in ORDERED)
INSIDE = ("amount ",)  # a number comes and goes with its rung, in a place kept for it


def changes(desk: Desk) -> Iterator[tuple[str, m.Quarter]]:
    """Yield what is changed, and the papers with that change alone; each is taken back again."""
    before = desk.quarter()
    talk = before.diplomacy
    acts: list[tuple[str, Callable[[], None]]] = []
    for ladder in (*before.orders.ladders, talk.posture, talk.message, talk.deadline):
        others = [
            rung
            for rung in ladder.rungs
            if rung.enabled and rung is not ladder.rungs[ladder.chosen]
        ]
        if others:
            acts.append((ladder.id, partial(desk.order, ladder.id, others[-1].id)))
    acts += [
        (f"channel {c.id}", partial(desk.channel, c.id))
        for c in talk.channels
        if c.enabled and not c.chosen
    ][:1]
    acts += [
        (f"term {i.id}", partial(desk.term, i.id, (i.draft or 0) ^ 1)) for i in before.table.issues
    ][:2]
    acts += [("table", partial(desk.table, True)), ("accept", partial(desk.accept, True))]
    acts += [(f"decide {row.id}", partial(desk.decide, row.place, 1)) for row in before.decisions]
    for name, act in acts:
        try:
            act()
        except Refusal:
            continue
        yield name, desk.quarter()
        while desk.quarter().orders.can_undo:
            desk.undo()


def places(scene: QuarterScene) -> dict[str, Rect]:
    """Return where everything stands that can be clicked."""
    return {
        w.key: Rect(w.rect)
        for w in scene.root.walk()
        if w.focusable and not w.key.startswith(INSIDE)
    }


@pytest.mark.parametrize(("quarter", "side"), [("1968Q2", WASHINGTON), ("1972Q4", HANOI)])
def test_no_control_moves_when_an_order_is_changed(quarter: str, side: int) -> None:
    desk = showcase.chair(quarter, side)
    made = list(changes(desk))
    assert len(made) > 12
    shown = desk.quarter()
    for size in SIZES if side == WASHINGTON else SIZES[1:2]:
        for scale in SCALES if side == WASHINGTON else SCALES[:1]:
            app, _ = window(size, scale)
            scene = QuarterScene(desk, nothing, nothing, nothing, nothing)
            vars(desk)["quarter"] = lambda: vars(desk)["put"]
            vars(desk)["put"] = shown
            app.push(scene)
            for page in (*ORDERED, *QUIET):
                vars(desk)["put"] = shown
                scene.page = page
                scene.rebuild()
                stood = places(scene)
                assert len(stood) > 12
                for name, papers in made if page in ORDERED else made[:1]:
                    vars(desk)["put"] = papers
                    scene.rebuild()
                    moved = {
                        key
                        for key, rect in places(scene).items()
                        if key in stood and stood[key] != rect
                    }
                    assert not moved, (size, scale, page, name)
                    gone = {key for key in stood if key not in places(scene)}
                    assert not gone, (size, scale, page, name)
            del vars(desk)["quarter"]
