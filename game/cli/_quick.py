"""Which form of the rules many wars are played by: said in one line, on standard error."""

from game.campaign import FULL, build, load
from game.kernel import service
from game.printing import warn


def quicken(campaign: str | None) -> None:
    """Have a campaign's wars played by the compiled rules, and say which rules run."""
    tables, world = build(load(campaign or FULL))
    if service.installed() and service.kept(tables) is None:
        warn("Compiling the rules, once for all commands that play many wars; some seconds.")
    warn(service.quicken(world, tables))
