"""A posture game as a Gambit .efg file, so that others can check the solution with their own tools.

Nature draws the sender's resilience and the receiver's nerve; each type of either side is an agent
of its own: the sender has two information sets, the receiver four (nerve by posture). The payoffs
are multiplied by the precision of who gets them, so that the agent logit equilibrium at lambda 1 is
the equilibrium of the game. Where a belief is 0 or 1 some information sets are never reached, and
Gambit 17.0.0b2 then answers one half for everything; inside (0, 1) it agrees to 1e-9.
"""

from dataclasses import fields

from game.theory.posture import PostureGame

TYPES = ("high", "low")
NERVES = ("dove", "hawk")
POSTURES = ("open", "closed")
ANSWERS = ("escalate", "hold")


def game_tree(game: PostureGame, title: str = "The posture game") -> str:
    """Return one game (every field a single number) as the text of an .efg file."""
    point = {field.name: float(getattr(game, field.name)) for field in fields(game)}
    name = title.replace("\\", "/").replace('"', "'")
    lines = [f'EFG 2 R "{name}" {{ "Sender" "Receiver" }}', '""', ""]
    lines.append(_chance(1, "Resilience", TYPES, point["belief_high"]))
    outcomes = 0
    for kind in TYPES:
        lines.append(
            _chance(2 + TYPES.index(kind), f"Nerve facing {kind}", NERVES, point["belief_dove"])
        )
        for nerve in NERVES:
            lines.append(_choice(1, 1 + TYPES.index(kind), kind, POSTURES))
            for posture in POSTURES:
                place = 1 + 2 * NERVES.index(nerve) + POSTURES.index(posture)
                lines.append(_choice(2, place, f"{nerve} sees {posture}", ANSWERS))
                for answer in ANSWERS:
                    outcomes += 1
                    sender, receiver = _payoffs(point, kind, nerve, posture, answer)
                    lines.append(f't "" {outcomes} "" {{ {_plain(sender)}, {_plain(receiver)} }}')
    return "\n".join(lines) + "\n"


def _plain(number: float) -> str:
    """Return a number as it prints, or as a fraction where that would take an exponent."""
    if "e" not in repr(number):
        return repr(number)
    above, below = number.as_integer_ratio()
    return f"{above}/{below}"


def _rest(probability: float) -> str:
    """Return one less a probability, exactly, so that Gambit finds a sum of 1."""
    text = repr(probability)
    if "e" in text:
        above, below = probability.as_integer_ratio()
        return f"{below - above}/{below}"
    digits = text.partition(".")[2]
    whole, decimals = divmod(10 ** len(digits) - int(text.replace(".", "")), 10 ** len(digits))
    return f"{whole}.{decimals:0{len(digits)}d}"


def _chance(place: int, name: str, branches: tuple[str, str], first: float) -> str:
    """Return a chance node whose first branch has this probability."""
    shares = f'"{branches[0]}" {_plain(first)} "{branches[1]}" {_rest(first)}'
    return f'c "" {place} "{name}" {{ {shares} }} 0'


def _choice(player: int, place: int, name: str, actions: tuple[str, str]) -> str:
    """Return a decision node of an information set."""
    return f'p "" {player} {place} "{name}" {{ "{actions[0]}" "{actions[1]}" }} 0'


def _payoffs(
    point: dict[str, float], kind: str, nerve: str, posture: str, answer: str
) -> tuple[float, float]:
    """Return the payoffs of sender and receiver at a leaf, times their precisions."""
    withstood, war = point[f"withstand_{kind}"], point[f"war_{kind}"]
    if answer == "hold":
        sender = point["talks"] if posture == "open" else war
        return point["sender_precision"] * sender, 0.0
    cost = point["cost"] + (1 if nerve == "dove" else -1) * point["cost_spread"]
    won = (1.0 - withstood) * point["stake"]
    if posture == "open":
        won = won * (1.0 + point["leverage"]) - point["guarantee"] - point["hunger"]
    sender = point["duress"] if posture == "open" else withstood * war
    return point["sender_precision"] * sender, point["receiver_precision"] * (won - cost)
