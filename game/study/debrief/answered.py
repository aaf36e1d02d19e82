"""What one's own answers to decisions pushed in the last quarter, from the side's own dossier."""

import numpy as np

from game.engine.dilemmas import PUSHES, SPAN
from game.engine.dossier import Dossier
from game.engine.world import CHANCE_CAME, SEQUEL_CAME


def pushes(dossier: Dossier, field: str) -> dict[int, float]:
    """Return what each answer of one's own, by the decision's number from 1, pushed ``field`` (a
    share) in the last quarter: what it does, and what came of it by chance as it was given. Several
    places of a field count by their mean; a field that nothing pushes has none."""
    columns = [place for place, name in enumerate(PUSHES) if name.partition(".")[0] == field]
    if not columns:
        return {}
    dilemmas, side, view = dossier.tables.dilemmas, dossier.side, dossier.view
    quarter, made = dossier.reports[-1].quarter, {}
    for place in np.flatnonzero(np.asarray(view.answered) > 0).tolist():
        given, age = int(view.answered[place]), quarter - int(view.answered_in[place])
        if not 0 <= age < SPAN:
            continue
        answer = given % CHANCE_CAME
        pushed = dilemmas.pushes[side, place, answer, age][columns].mean()
        if age == 0 and given % SEQUEL_CAME >= CHANCE_CAME:
            pushed += dilemmas.risked[side, place, answer][columns].mean()
        if pushed:
            made[place + 1] = float(pushed)
    return made
