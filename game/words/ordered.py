"""A side's orders of a quarter in words: the one place for window, terminal, log and report.

No id of a channel and no code of a package is said: names and positions stand for them.
"""

from collections.abc import Iterable, Sequence

from game.engine.board import CORPS, WASHINGTON
from game.engine.ladders import LADDERS, SLOTS, Ladder
from game.engine.orders import SideOrders
from game.engine.view import View
from game.words import plain, terms
from game.words.rungs import rung_name


def changes(orders: SideOrders, view: View, channels: Sequence[str]) -> list[str]:
    """Return what ``orders`` change against what stands in ``view``, a phrase a change;
    ``channels`` are the channels' names, public speech first."""
    said = moved(orders, view, LADDERS[view.side])
    if orders.channel[0] != standing_channel(view):
        said.append(f"Channel: {channels[int(orders.channel[0])]}")
    if orders.terms[0, 0] >= 0:
        places = [int(place) for place in orders.terms[0]]
        said.append(f"Package tabled ({terms.package(places).rstrip('.')})")
    if orders.accept[0]:
        said.append("Their package accepted")
    return said


def moved(orders: SideOrders, view: View, ladders: Iterable[Ladder]) -> list[str]:
    """Return a phrase for each rung of ``ladders`` that ``orders`` move."""
    said = []
    for ladder in ladders:
        place = SLOTS[view.side][ladder.name]
        stood = view.in_force[place]
        for corps, (new, old) in enumerate(zip(orders.rungs[0, place], stood, strict=True)):
            if new != old:
                where = f", {CORPS[corps]} Corps" if ladder.by_corps else ""
                name = rung_name(view.side, ladder.name, int(new))
                said.append(f"{ladder.title}{where}: {name}{_men(orders, view.side, ladder)}")
    return said


def standing_channel(view: View) -> int:
    """Return the channel that is used if nothing is touched: public where it has closed."""
    return int(view.channel) if view.channels[view.channel] else 0


def _men(orders: SideOrders, side: int, ladder: Ladder) -> str:
    if side != WASHINGTON or ladder.name != "troops" or not orders.troops[0]:
        return ""
    return f", {plain.thousand(abs(float(orders.troops[0])))} men"
