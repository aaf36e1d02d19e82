"""What only the war and the discs can tell of a case: its replay, and the picture of its map."""

from collections.abc import Iterator
from pathlib import Path

from game.campaign import cases
from game.campaign.case_schema import CaseFile
from game.campaign.limits import MOST_PICTURE
from game.campaign.places import place
from game.engine.board import SIDES
from game.problems import Problem
from game.study.fit.cases import periods


def misfits(case: CaseFile, path: Path) -> list[str]:
    """Return what does not fit outside a case's own file, each with place and remedy."""
    return [*_map(case, path), *(_replay(case) if case.case.replay else ())]


def _map(case: CaseFile, path: Path) -> Iterator[str]:
    if case.map is not None and cases.picture(case, path) is None:
        at = place(("map", "image"))
        yield (
            f"{at}: {case.map.image} of at most {MOST_PICTURE:,} bytes lies neither beside the "
            "case nor in assets/cases; put it there, or remove [map]"
        )


def _replay(case: CaseFile) -> Iterator[str]:
    """Yield what keeps a case's stops from the spells of its replay."""
    wrong = {one.id for one in case.senders} - set(SIDES)
    if wrong:
        yield (
            f"senders: {', '.join(sorted(wrong))} plays no part in a replay; write "
            f"{' and '.join(SIDES)}"
        )
        return
    try:
        made = periods(case)
    except Problem as problem:
        yield f"{place(('case', 'replay'))}: {problem}"
        return
    begins = {(one.sender, one.first) for one in made}
    for number, one in enumerate(case.decisions):
        if (one.sender, _first_month(one.quarter)) not in begins:
            yield (
                f"{place(('decisions', number, 'quarter'))}: {one.sender} changes no hand in "
                f"{one.quarter}; write the first quarter of a spell"
            )


def _first_month(quarter: str) -> str:
    return f"{quarter[:4]}-{3 * int(quarter[5]) - 2:02}"
