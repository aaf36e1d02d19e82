"""Contests for a reader: tables of matches, ratings, posture policies and exploitability."""

from typing import Any

from rich.box import SIMPLE
from rich.table import Table

from game.consoles import printer
from game.engine.board import SIDES
from game.record.ratings import Rating
from game.study.contests.play import Result
from game.study.contests.posture_policies import PolicyRow
from game.study.debrief.references import stale

CONSOLE = printer(highlight=False)


def table(title: str, *columns: str) -> Table:
    """Return an empty table whose first column is a name; without frames, so that names stand in
    full on 80 columns."""
    made = Table(title=title, box=SIMPLE, pad_edge=False, collapse_padding=True)
    for place, column in enumerate(columns):
        made.add_column(column, justify="right" if place else "left")
    return made


def show_match(found: dict[str, Any]) -> None:
    """Print a match."""
    wars = "1 war" if found["games"] == 1 else f"{found['games']} wars"
    title = f"{wars}, {found['quarters_mean']:.1f} quarters on average"
    shown = table(title, "side", "player", "score", "95 %", found["mark"], "above it")
    for side in SIDES:
        part = found[side]
        shown.add_row(
            side.capitalize(),
            part["player"],
            f"{part['score']:.1f}",
            f"{part['low']:.1f} to {part['high']:.1f}",
            f"{found['history'][side]:.1f}",
            f"{part['above_history']:.0%}",
        )
    CONSOLE.print(shown)
    for side in SIDES:
        CONSOLE.print(f"  {side.capitalize()}: {_clock(found[side]['seconds'])}")
    if said := stale(found["mark"]):
        CONSOLE.print(f"  {said}")
    for ending, count in found["endings"].items():
        CONSOLE.print(f"  {count:5d}  {ending}")


def _clock(seconds: dict[str, float] | None) -> str:
    """Return how long a decision took on one core."""
    if seconds is None:
        return "all wars decided in one batch"
    return (
        f"{seconds['mean']:.3f} s a decision on average, half within {seconds['p50']:.3f} s, "
        f"99 % within {seconds['p99']:.3f} s"
    )


def show_reasons(results: list[Result]) -> None:
    """Print why the searching sides of the first war chose as they did."""
    for side, said in enumerate(results[0].said):
        for quarter, kind, sentences in said:
            CONSOLE.print(f"{quarter} {SIDES[side].capitalize()}, {kind}: {sentences}")


def show_ratings(ratings: list[Rating], meetings: list[dict[str, Any]]) -> None:
    """Print ratings and meetings."""
    shown = table("Ratings (Bradley-Terry, Elo points)", "player", "rating", "95 %")
    for rating in ratings:
        shown.add_row(rating.name, f"{rating.elo:+.0f}", f"{rating.low:+.0f} to {rating.high:+.0f}")
    CONSOLE.print(shown)
    for meeting in meetings:
        CONSOLE.print(
            f"{meeting['one']} won {meeting['share']:.0%} of {meeting['pairs']} pairs against "
            f"{meeting['two']} (95 %: {meeting['low']:.0%} to {meeting['high']:.0%})"
        )


def show_balance(found: dict[str, Any]) -> None:
    """Print what a balance run adds to a match."""
    low, high = found["washington_further_above_interval"]
    CONSOLE.print(
        f"Washington stood further above its own mark ({found['mark']}) than Hanoi in "
        f"{found['washington_further_above']:.0%} of wars (95 %: {low:.0%} to {high:.0%})."
    )
    show_measures(found)
    shown = table("By doctrine", "Washington's", "Hanoi's", "scores", "further", "quarters")
    for row in found["pairs"]:
        shown.add_row(
            row["washington"],
            row["hanoi"],
            "{:.1f} {:.1f}".format(*row["scores"]),
            f"{row['washington_further_above']:.0%}",
            f"{row['quarters']:.1f}",
        )
    CONSOLE.print(shown)
    for row in found["pairs"]:
        ends = ", ".join(f"{count} {ending}" for ending, count in row["endings"].items())
        CONSOLE.print(f"  {row['washington']} and {row['hanoi']}: {ends}")
    for side in SIDES:
        for ladder, row in found["orders"][side].items():
            parts = ", ".join(f"{rung} {share:.0%}" for rung, share in row.items())
            CONSOLE.print(f"  {side} {ladder}: {parts}")


def show_measures(found: dict[str, Any]) -> None:
    """Print what a balance run measures of the table, of length and of openings."""
    if "packages_tabled" not in found:
        return
    for name, (low, middle, high) in found["quarters"].items():
        CONSOLE.print(
            f"{name}: {middle:g} of {found['turns'][name]} quarters, eight wars of ten "
            f"from {low:g} to {high:g}."
        )
    beaten = found["dominated_median"]
    CONSOLE.print(
        f"{found['packages_tabled']} packages tabled, {found['settlements']} settlements; "
        f"{'no settlement' if beaten is None else f'{beaten:g} packages of 1,024'} better for both "
        f"(median); {found['largest_concession']} steps given at most in one quarter."
    )
    for side in SIDES:
        opening = found["opening_by_side"][side]
        CONSOLE.print(
            f"{side.capitalize()}'s first orders: {opening['entropy']:.1f} bits, the "
            f"commonest in {opening['commonest']:.0%} of wars."
        )
        for ladder, rungs in found["first_quarter"][side].items():
            parts = ", ".join(f"{rung} {share:.0%}" for rung, share in rungs.items() if share)
            CONSOLE.print(f"  {ladder} in quarter one: {parts}")


def show_tournament(side: str, rows: list[PolicyRow]) -> None:
    """Print a tournament of posture policies of one side."""
    title = f"{side.capitalize()}'s ways, otherwise equal play"
    shown = table(title, "policy", "score", "gain", "95 %", "low", "high", "enemy")
    for row in rows:
        shown.add_row(
            row.name,
            f"{row.score[0]:.1f}",
            f"{row.gain[0]:+.1f}",
            f"{row.gain[1]:+.1f} to {row.gain[2]:+.1f}",
            f"{row.by_type[0]:.1f}",
            f"{row.by_type[1]:.1f}",
            f"{row.enemy_score:.1f}",
        )
    CONSOLE.print(shown)
    for row in rows:
        notes = row.notes
        opens = notes.get("hanoi_opens")
        chance = "" if opens is None else f", Hanoi's chance of opening {opens:.2f}"
        CONSOLE.print(
            f"  {row.name}: settled {row.settled:.0%}, collapsed {row.collapsed:.0%}, approval "
            f"{notes['approval']:.2f}, opposition {notes['opposition']:.2f}, Washington's capital "
            f"{notes['washington_capital']:.0f}{chance}"
        )


def show_exploits(grade: str, rows: list[dict[str, Any]]) -> None:
    """Print how far a level can be exploited."""
    shown = table(
        f"What can be gained on {grade}", "measure", "level plays", "count", "gain", "95 %"
    )
    for row in rows:
        shown.add_row(
            row["measure"],
            row["side"],
            str(row["count"]),
            f"{row['gain']:+.3f}",
            f"{row['low']:+.3f} to {row['high']:+.3f}",
        )
    CONSOLE.print(shown)


def show_scripts(found: dict[str, Any]) -> None:
    """Print what short policies gained on the level in their own chair."""
    title = f"Scripts against {found['level']}s, {found['games']} wars of {found['campaign']} each"
    shown = table(title, "script", "as", "score", "gain (95 %)", "above the mark (95 %)")
    for row in found["scripts"]:
        gains = (row["gain"], row["above_reference"])
        shown.add_row(
            row["script"] + "*" * row["lazy"],
            row["side"][:1].upper(),
            f"{row['score']:.1f}",
            *(f"{mean:+.1f} ({low:+.0f} to {high:+.0f})" for mean, low, high in gains),
        )
    CONSOLE.print(shown)
    CONSOLE.print("  W as Washington, H as Hanoi; * lazy.")
    own, marks = found["level_scores"], found["marks"]
    for side in SIDES:
        CONSOLE.print(
            f"  {side.capitalize()}: the level itself {own[side]:.1f}, the mark {marks[side]:.1f}"
        )
    for key, said in (("beat_the_level", "Beat the level"), ("lazy_too_near", "Lazy and too near")):
        CONSOLE.print(f"  {said}: {', '.join(found[key]) or 'none'}")
