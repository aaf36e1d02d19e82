"""One plain adviser: what the dossier itself suggests, until a government has better ones.

Each line names a consequence and what it rests on; nothing here knows more than the view.
"""

from game.engine.board import HANOI, WASHINGTON
from game.engine.ladders import OPEN_FROM
from game.engine.view import View
from game.words import plain, terms
from game.words.happenings import act


def remarks(view: View) -> list[str]:
    """Return two to five remarks on the state of the war for the side of ``view``."""
    said = [_consent(view), _field(view), *_diplomacy(view)]
    return [text for text in said if text]


def _consent(view: View) -> str:
    if view.side == WASHINGTON:
        return (
            f"Approval is {plain.on_steps('approval', view.approval)} at "
            f"{plain.percent(view.approval)}. Below 25 with most of the country against the war, "
            "Congress may end it."
        )
    return (
        f"The Politburo is {plain.on_steps('cohesion', view.cohesion)} "
        f"({plain.percent(view.cohesion)}). Below 25 per cent the war could no longer be carried."
    )


def _field(view: View) -> str:
    if view.side == WASHINGTON:
        force = float(view.seen_main_force.sum() + view.seen_guerrillas.sum())
        return (
            f"The enemy in the South is put at {plain.thousand(force)}, with a fifth either way; "
            f"Saigon is {plain.on_steps('stability', view.stability)}."
        )
    ready = plain.on_steps("preparation", view.preparation)
    divisions = plain.thousand(float(view.main_force.sum()))
    return f"Main force in the South: {divisions}. Preparation for a general offensive: {ready}."


def _diplomacy(view: View) -> list[str]:
    said, enemy = [], 1 - view.side
    theirs = act(view, enemy, "posture") >= OPEN_FROM
    if view.offered[enemy]:
        said.append("Their offer lies unanswered. To answer costs a point; a closed door counts "
                    "as a refusal.")
    if theirs and act(view, view.side, "posture") < OPEN_FROM:
        said.append("Their door is open. If ours opens too, talks sit at once; some of them will "
                    "say that we could not stand the war.")
    if view.tabled_by_enemy[0] >= 0:
        likely = terms.package(terms.nearest(view.seen_terms))
        said.append(f"Terms thought within reach, give or take a step. {likely}")
    if view.side == HANOI and view.preparation >= 0.3 and not theirs:
        said.append("There is enough laid up for a wave. A small offensive convinces nobody.")
    return said
