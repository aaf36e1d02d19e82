"""The audit of a laid-out screen: everything a stranger's eyes would stumble over.

Overlapping siblings, text cut or outside its widget, contrast below 4.5 to 1, controls that Tab
does not reach or that have no name, and letters the font does not have.
"""

from dataclasses import dataclass
from itertools import combinations

from pygame import Rect

from game.ui.app import App
from game.ui.canvas import Canvas, Run
from game.ui.scene import Scene
from game.ui.text import MISSING, has_glyphs
from game.ui.theme import contrast
from game.ui.widgets.base import Widget
from game.ui.widgets.mapview import MapView
from game.ui.widgets.scroll import Scroll

LEAST_CONTRAST = 4.5  # to 1, WCAG 2.1 level AA for text of any size
SLACK = 2  # pixels a glyph may lean out of its widget


@dataclass(frozen=True)
class Fault:
    """One thing wrong: what kind, in which widget, and the particulars."""

    kind: str
    widget: str
    detail: str


def audit(app: App, scene: Scene) -> list[Fault]:
    """Paint a scene once, whole, and return everything wrong with it."""
    canvas = Canvas(app.surface, app.setter, app.now())
    canvas.auditing = True
    app.surface.set_clip(None)
    scene.paint(canvas)
    faults: list[Fault] = []
    for widget in scene.root.walk():
        faults += _texts(widget) + _siblings(widget) + _control(widget)
        faults += _inside(widget, scene.area())
    return faults


def _label(widget: Widget) -> str:
    return f"{type(widget).__name__} {widget.key or widget.name}"[:70]


def _texts(widget: Widget) -> list[Fault]:
    faults = []
    for run in widget.runs:
        if not run.text.strip():
            continue
        if contrast(run.colour, run.ground) < LEAST_CONTRAST:
            ratio = contrast(run.colour, run.ground)
            faults.append(Fault("contrast", _label(widget), f"{ratio:.2f} for {run.text!r}"))
        if not widget.rect.inflate(2 * SLACK, 2 * SLACK).contains(_inked(run)):
            detail = f"{run.text!r} {tuple(run.rect)} in {tuple(widget.rect)}"
            faults.append(Fault("outside", _label(widget), detail))
        if run.shortened and not widget.tip:
            faults.append(Fault("clipped", _label(widget), repr(run.text)))
        if MISSING in run.text or not has_glyphs(run.style.role, run.text):
            faults.append(Fault("glyphs", _label(widget), repr(run.text)))
    for one, other in combinations(widget.runs, 2):
        if _inked(one).inflate(-2, -2).colliderect(_inked(other).inflate(-2, -2)):
            faults.append(Fault("overlap", _label(widget), f"{one.text!r} on {other.text!r}"))
    return faults


def _inked(run: Run) -> Rect:
    """Return the part of a run's rectangle that letters fill, without the font's leading."""
    spare = run.rect.height // 5
    return Rect(run.rect.x, run.rect.y + spare, run.rect.width, run.rect.height - 2 * spare)


def _siblings(widget: Widget) -> list[Fault]:
    if widget.may_overlap:
        return []
    shown = [c for c in widget.children if c.rect.width and c.rect.height]
    return [
        Fault("overlap", _label(widget), f"{_label(one)} on {_label(other)}")
        for one, other in combinations(shown, 2)
        if one.rect.colliderect(other.rect)
    ]


def _inside(widget: Widget, area: Rect) -> list[Fault]:
    """Return a fault where a widget sticks out of its parent, unless that scrolls."""
    parent = widget.parent
    bounds = area if parent is None else parent.rect
    if isinstance(parent, Scroll) or not (widget.rect.width and widget.rect.height):
        return []
    if bounds.contains(widget.rect):
        return []
    detail = f"{tuple(widget.rect)} in {tuple(bounds)}"
    return [Fault("outside", _label(widget), detail)]


def _control(widget: Widget) -> list[Fault]:
    acts = type(widget).call is not Widget.call or type(widget).press is not Widget.press
    if not acts or isinstance(widget, Scroll | MapView):
        return []
    faults = []
    if not widget.focusable:
        faults.append(Fault("untabbable", _label(widget), "acts on the mouse alone"))
    if not widget.name:
        faults.append(Fault("nameless", _label(widget), "has no name to be read"))
    if widget.rect.width < 12 or widget.rect.height < 12:
        faults.append(Fault("tiny", _label(widget), str(tuple(widget.rect))))
    return faults
