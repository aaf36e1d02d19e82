"""What a quarter told the enemy of a side's resilience: apart from what fades by itself."""

from dataclasses import dataclass
from typing import Any, Final

from game.engine.tables import Tables
from game.engine.world import World
from game.theory.belief import fade

FAINT: Final = 0.05  # log-odds of what was told; less is read as nothing. Calibrated by eye


@dataclass(frozen=True)
class QuarterTold:
    """What a quarter told of a side's resilience, in log-odds: by demonstrations, by posture, and
    what the channel's shield kept back."""

    demonstrations: float
    posture: float
    kept_back: float

    @property
    def way(self) -> str:
        """Return what the side was taken for: ``weaker``, ``stronger`` or ``no other``."""
        heard = self.demonstrations + self.posture
        return "weaker" if heard < -FAINT else "stronger" if heard > FAINT else "no other"


def told(opening: World, closing: World, side: int, tables: Tables) -> QuarterTold:
    """Return what one quarter of one war told the enemy of ``side``, fading left out."""
    slow = tables.beliefs.demonstration_half_life
    fast = tables.beliefs.posture_half_life

    def moved(name: str, half_life: Any) -> float:
        before, after = (getattr(world, name)[0, side] for world in (opening, closing))
        return float(after - fade(before, half_life))

    return QuarterTold(
        moved("demonstrated", slow), moved("postured", fast), moved("suppressed", fast)
    )
