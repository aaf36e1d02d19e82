"""The record of one's wars: the best by side, scenario and level, and the feats."""

from collections.abc import Callable

from game.desk import end_models as e
from game.ui import theme
from game.ui.scene import Scene
from game.ui.scenes.common import boxed, explain, halves, screen, titled
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Centred, Column, Panel, Wrapped
from game.ui.widgets.controls import Button
from game.ui.widgets.grid import Grid
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.texts import Text

WIDE = 1120  # pixels at 100 % text
PROMPT = (
    "Whole wars, alone, against a machine at one of its levels. A war entered again with "
    "hindsight counts for nothing here."
)
NONE_YET = "No war that counts has ended yet."


class WarsScene(Scene):
    """The record."""

    title = "Your wars"

    def __init__(self, model: e.WarsPage, back: Callable[[], None]) -> None:
        """Show ``model``."""
        super().__init__()
        self.model, self.back = model, back
        self.actions = {"help": explain(self), "menu": back}
        self.first_focus = "Back"

    def build(self) -> Widget:
        model = self.model
        rows = [
            (
                row.campaign,
                row.government,
                row.level,
                f"{row.score:.0f}",
                f"{row.mark:.0f}",
                str(row.wars),
            )
            for row in model.best
        ]
        best = boxed(
            "The best",
            Grid(
                "Best wars",
                ("Scenario", "As", "Level", "Score", "Mark", "Wars"),
                rows,
                (3, 2, 2, 1, 1, 1),
                (3, 4, 5),
            )
            if rows
            else Text(NONE_YET),
        )
        done = sum(feat.times > 0 for feat in model.feats)
        half = (len(model.feats) + 1) // 2
        feats = boxed(
            f"Feats: {done} of {len(model.feats)}",
            halves(
                *(
                    Column(*map(_feat, part), gap=8)
                    for part in (model.feats[:half], model.feats[half:])
                )
            ),
        )
        said = [Text(model.said, theme.STRONG)] if model.said else []
        body = Scroll(Centred(Column(*said, best, feats, gap=12), WIDE, False), key="wars")
        return screen(
            self,
            titled("Your wars", PROMPT),
            Panel(body, theme.NIGHT, 12, None),
            Panel(Wrapped(Button("&Back", self.back, cue="page", key="Back"))),
        )


def _feat(feat: e.FeatRow) -> Widget:
    """Return one feat: a star where it was done, its name, and how it is done."""
    times = f", {feat.times} times" if feat.times > 1 else ""
    colour = theme.GOLD if feat.times else theme.DIM
    return Column(
        Text(
            f"{feat.title}{times}",
            theme.STRONG,
            colour,
            mark="star" if feat.times else "circle",
            mark_colour=colour,
        ),
        Text(feat.text, theme.BODY, theme.LIGHT if feat.times else theme.DIM),
        gap=1,
    )
