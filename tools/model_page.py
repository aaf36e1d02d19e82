"""The numbers and figures of docs/model.md, made from the engine: ``python -m tools.model_page``.

Between the page's two marks stands the worked quarter as ``worked`` prints it, and in docs/model
lie the figures of ``tools.figures.PAGE``. A test compares the block with what this makes and works
out each line's sum by itself.
"""

from itertools import islice
from pathlib import Path
from typing import Any, Final

from game.campaign import build, load, replay
from game.engine.board import HANOI
from game.engine.rules.inference import prior
from game.printing import say
from game.theory.posture import solve
from tools.figures import CAMPAIGN, PAGE, TET, draw, hanoi, opening_of

DOCS: Final = Path(__file__).resolve().parents[1] / "docs"
PAGE_FILE: Final = DOCS / "model.md"
FIGURES: Final = DOCS / "model"
FIRST, LAST = "<!-- worked: made by python -m tools.model_page -->\n", "<!-- end of worked -->\n"


def four(value: Any) -> str:
    """Return a number as the page shows it, with four digits after the point."""
    return f"{float(value):.4f}"


def remembered() -> list[str]:
    """Return how Washington's belief in Hanoi comes about in 1968 Q2, a line a sum."""
    tables, _ = build(load(CAMPAIGN))
    world = next(islice(replay(load(CAMPAIGN)), TET, None)).opening
    first, shown, posed = (
        four(of[0, HANOI]) for of in (prior(world, tables), world.demonstrated, world.postured)
    )
    made = four(world.belief_resilient[0, HANOI])
    return [f"p = S(log({first} / (1 - {first})) + {shown} + {posed}) = {made}"]


def worked() -> str:
    """Return the quarter that opens after Tet, Hanoi as sender, each sum with what the engine
    finds; the sums take the equilibrium's own numbers, so that each equation can be checked."""
    game = hanoi(TET)
    found = solve(game)
    p, nu, c, dc = map(four, (game.belief_high, game.belief_dove, game.cost, game.cost_spread))
    low, high = four(game.withstand_low), four(game.withstand_high)
    w_low, w_high = four(game.war_low), four(game.war_high)
    v, k, g, h = map(four, (game.talks, game.duress, game.guarantee, game.hunger))
    phi, lo, lt = (
        f"{float(one):g}" for one in (game.leverage, game.receiver_precision, game.sender_precision)
    )
    q_low, q_high = four(found.open_if_low), four(found.open_if_high)
    m_open, m_closed = four(found.belief_after_open), four(found.belief_after_closed)
    e_open, e_closed = four(found.escalate_if_open), four(found.escalate_if_closed)
    stake = f"{float(game.stake):g}"
    lines = [
        *remembered(),
        f"m_open = {p} * {q_high} / ({p} * {q_high} + (1 - {p}) * {q_low}) = {m_open}",
        f"m_closed = {p} * (1 - {q_high}) / ({p} * (1 - {q_high}) + (1 - {p}) * (1 - {q_low}))"
        f" = {m_closed}",
    ]
    replies = (
        (
            "open",
            m_open,
            f" * (1 + {phi})",
            f" - {g} - {h}",
            e_open,
            found.dove_escalates_if_open,
            found.hawk_escalates_if_open,
        ),
        (
            "closed",
            m_closed,
            "",
            "",
            e_closed,
            found.dove_escalates_if_closed,
            found.hawk_escalates_if_closed,
        ),
    )
    for hand, belief, more, less, either, dove, hawk in replies:
        broken = f"(1 - {low} - {belief} * ({high} - {low})) * {stake}{more}"
        lines += [
            f"dove_{hand} = S({lo} * ({broken} - ({c} + {dc}){less})) = {four(dove)}",
            f"hawk_{hand} = S({lo} * ({broken} - ({c} - {dc}){less})) = {four(hawk)}",
            f"e_{hand} = {nu} * {four(dove)} + (1 - {nu}) * {four(hawk)} = {either}",
        ]
    table = f"(1 - {e_open}) * {v} + {e_open} * {k}"
    for kind, worth, withstand, answer in (
        ("low", w_low, low, q_low),
        ("high", w_high, high, q_high),
    ):
        war = f"(1 - {e_closed}) * {worth} - {e_closed} * {withstand} * {worth}"
        lines.append(f"q_{kind} = S({lt} * ({table} - {war})) = {answer}")
    before = hanoi(TET - 1)
    moved = (
        ("1968 Q1 as it was", before.belief_high, before.cost),
        ("the belief of 1968 Q2 alone", game.belief_high, before.cost),
        ("the cost of 1968 Q2 alone", before.belief_high, game.cost),
        ("1968 Q2 as it was", game.belief_high, game.cost),
    )
    rows = [
        f"| {said} | {four(belief)} | {four(cost)} | "
        f"{four(opening_of(game if said.startswith('1968 Q2') else before, belief, cost))} |"
        for said, belief, cost in moved
    ]
    head = ["| Hanoi as sender | p | c | q_high |", "|---|---|---|---|"]
    return "\n".join(["```", *lines, "```", "", *head, *rows, ""])


def page(text: str) -> str:
    """Return the page's text with the worked quarter as it is made now."""
    before, _, rest = text.partition(FIRST)
    _, _, after = rest.partition(LAST)
    return f"{before}{FIRST}{worked()}{LAST}{after}"


def main(folder: Path = FIGURES) -> None:
    """Draw the page's figures into ``folder`` and write its numbers."""
    folder.mkdir(parents=True, exist_ok=True)
    for make in PAGE:
        draw(make(), folder / f"{make.__name__}.png")
        say(f"{make.__name__}.png")
    PAGE_FILE.write_text(page(PAGE_FILE.read_text("utf-8")), "utf-8")
    say(PAGE_FILE.name)


if __name__ == "__main__":
    main()
