"""What other codings of the same cases would give, each level within one of the one given.

Belief, cost and nerve are drawn alike and apart from the level given and its neighbours. Where many
such codings agree as often as the one given, little hangs on the coder's hand; where few do, much.
"""

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from game.campaign.case_schema import CaseFile, Spell
from game.study.debrief.rule import SAFE
from game.study.fit import cases
from game.study.fit.case_levels import SCALES

CODINGS: Final = 10_000  # random codings drawn: their mean is then within .05 of a period
SEED: Final = 1962  # of the random codings, so that everybody gets the same
BAND: Final = (0.05, 0.95)  # quantiles of the random codings that are told


def drawn(made: Sequence[CaseFile], seed: int = SEED, count: int = CODINGS) -> dict[str, Any]:
    """Return in how many periods ``count`` random codings agree; empty where none is hand-coded."""
    spells = [
        (case, spell)
        for case in made
        for spell in case.spells
        if spell.recorded != cases.CONDITIONS
    ]
    if not spells:
        return {}
    luck = np.random.default_rng(seed)
    hits = np.zeros(count, dtype=np.int64)
    for case, spell in spells:
        agreeing = neighbours(case, spell)
        hits += agreeing[luck.integers(len(agreeing), size=count)]
    given = cases.agreement(one for case in made for one in cases.by_hand(case))
    low, high = np.quantile(hits, BAND)
    return {
        "codings": count,
        "seed": seed,
        "of": len(spells),
        "mean": round(float(hits.mean()), 2),
        "low": int(low),
        "high": int(high),
        "as_good_as_given": round(float((hits >= given["rule"]).mean()), 4),
    }


def neighbours(case: CaseFile, spell: Spell) -> NDArray[np.bool_]:
    """Return whether the rule would agree, at each coding within one level of a spell's."""
    near = {key: _within_one(scale, getattr(spell, key)) for key, scale in SCALES.items()}
    states = [
        cases.base() | cases.state_of(case, spell, belief=belief, cost=cost, dove=dove)
        for belief in near["belief"]
        for cost in near["cost"]
        for dove in near["dove"]
    ]
    says_open = np.array(cases.opens(states)) > SAFE
    return says_open == (spell.recorded == cases.OPEN)


def _within_one(scale: tuple[str, ...], word: str) -> tuple[str, ...]:
    place = scale.index(word)
    return scale[max(place - 1, 0) : place + 2]
