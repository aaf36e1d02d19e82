"""One plain adviser: what the dossier itself suggests, until a government has better ones.

Each line names a consequence and what it rests on; nothing here knows more than the view.
"""

from game.engine.board import HANOI, WASHINGTON
from game.engine.facts import Facts
from game.engine.ladders import FLAT_START, OPEN_FROM, MessageKind, slot_of
from game.engine.view import View
from game.words import brink, plain, terms
from game.words.happenings import act


def remarks(view: View, facts: Facts) -> list[str]:
    """Return two to six remarks on the state of the war for the side of ``view``; ``facts`` are
    the numbers of the rules played."""
    said = [_consent(view, facts), _field(view, facts), _patrons(view), *_diplomacy(view, facts)]
    return [text for text in said if text]


def _consent(view: View, facts: Facts) -> str:
    if view.side == WASHINGTON:
        floor, many = plain.percent(facts.consent_floor), plain.part(facts.majority)
        return (
            f"Approval is {plain.on_steps('approval', view.approval)} at "
            f"{plain.percent(view.approval)}. Below {floor}, with more than {many} of the country "
            "against the war, Congress may end it."
        )
    return (
        f"The Politburo is {plain.on_steps('cohesion', view.cohesion)} "
        f"({plain.percent(view.cohesion)}). Below {plain.percent(facts.north_floor)} the war could "
        "no longer be carried."
    )


def _patrons(view: View) -> str:
    """Return how near the patrons are thought to be; nothing while they are far off."""
    if view.seen_brink == 0:
        return ""
    return f"Moscow and Peking are, as we judge it, {brink.stands(int(view.seen_brink))}."


def _field(view: View, facts: Facts) -> str:
    if view.side == WASHINGTON:
        force = float(view.seen_main_force.sum() + view.seen_guerrillas.sum())
        return (
            f"The enemy in the South is put at {plain.thousand(force)}, with "
            f"{plain.part(facts.noise_force)} either way; "
            f"Saigon is {plain.on_steps('stability', view.stability)}."
        )
    ready = plain.on_steps("preparation", view.preparation)
    divisions = plain.thousand(float(view.main_force.sum()))
    return f"Main force in the South: {divisions}. Preparation for a general offensive: {ready}."


def _diplomacy(view: View, facts: Facts) -> list[str]:
    said, enemy = [], 1 - view.side
    theirs = act(view, enemy, "posture") >= OPEN_FROM
    if view.offered[enemy]:
        said.append(
            f"Their offer lies unanswered. {_answering(view)}; a closed door counts as a refusal."
        )
    if theirs and act(view, view.side, "posture") < OPEN_FROM:
        said.append(
            "Their door is open. If ours opens too, talks sit at once; some of them will "
            "say that we could not stand the war."
        )
    if view.tabled_by_enemy[0] >= 0:
        likely = terms.package(terms.nearest(view.seen_terms))
        said.append(f"Terms thought within reach, give or take a step. {likely}")
    if view.side == HANOI and view.preparation >= facts.launch_least and not theirs:
        said.append("There is enough laid up for a wave. A small offensive convinces nobody.")
    return said


def _answering(view: View) -> str:
    """Return what an answer to the other side's offer costs today."""
    price = int(
        view.prices[FLAT_START[view.side, slot_of(view.side, "message")] + MessageKind.ANSWER]
    )
    return f"To answer costs {plain.points(price)}"
