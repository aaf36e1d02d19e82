"""The quarter's screen, a file a page."""

from game.ui.scenes.quarter.scene import PAGES, QuarterScene

__all__ = ["PAGES", "QuarterScene"]
