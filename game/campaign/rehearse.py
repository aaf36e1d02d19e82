"""Playing a campaign's record as a check: every order legal and payable in its quarter.

The record gets no exception: what the menu of the quarter refuses is a problem of the file (or of
the rules), and so is a world that breaks an invariant, or an end that is not the recorded one.
"""

from collections.abc import Iterator

from game.campaign.building import opening
from game.campaign.campaign import Campaign
from game.campaign.history import play, recorded
from game.engine.board import ENDINGS, HANOI, RUNNING, SIDES, WASHINGTON
from game.engine.menu import refusals
from game.engine.orders import SideOrders, join
from game.engine.tables import Tables
from game.engine.view import view
from game.engine.world import World, faults


def rehearse(campaign: Campaign) -> list[str]:
    """Return what is wrong when the record is played with neutral luck; empty when nothing is.

    After a refusal play goes on as if the orders could be given: later quarters are judged too.
    """
    tables, world = opening(campaign)
    found = [f"(start): {fault}" for fault in faults(world)]
    both = [recorded(campaign, side) for side in (WASHINGTON, HANOI)]
    for quarter in range(campaign.start_index, campaign.quarters):
        if not world.running.all():
            break
        asked = [both[side][quarter] for side in (WASHINGTON, HANOI)]
        found += _refused(campaign, world, asked, tables)
        world = play(campaign, world, join(*asked), tables).closing
        found += [f"{campaign.quarter(quarter)}: {fault}" for fault in faults(world)]
    return found + list(_end(campaign, world))


def _refused(
    campaign: Campaign, world: World, asked: list[SideOrders], tables: Tables
) -> Iterator[str]:
    quarter = int(world.quarter[0])
    for side in (WASHINGTON, HANOI):
        for refusal in refusals(side, asked[side], view(world, side, tables), exact=True):
            place = f"orders[{quarter}].{SIDES[side]} ({campaign.quarter(quarter)})"
            yield f"{place}: {refusal}; order what the quarter allows"


def _end(campaign: Campaign, world: World) -> Iterator[str]:
    """Yield how the end of the replay differs from the one on record in the campaign's span."""
    own = campaign.scenario.history if campaign.scenario else campaign.file.history
    history = own or campaign.file.history
    if history is None or campaign.index(history.ended) >= campaign.quarters:
        return
    ended, code = campaign.quarter(int(world.quarter[0]) - 1), int(world.ended[0])
    settlement = [int(position) for position in world.settlement[0]]
    if code == RUNNING or ended != history.ended or settlement != history.settlement:
        yield (
            f"history.ended: the replay ends in {ended} by {ENDINGS[code]} at {settlement}, "
            f"not in {history.ended} at {history.settlement}; correct one of them"
        )
