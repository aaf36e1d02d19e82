"""Influence for a reader: one line a measure, with its interval and what it rests on."""

from typing import Any, Final

from game.study.contests.tables import CONSOLE, table

ABLATION_TITLES: Final = {
    "on": "the rule as it stands",
    "memory_off": "Hanoi's postures leave no evidence",
    "blind": "that, and Washington wages war as if it were closed",
    "pinned": "all beliefs held at .4",
}
SHARE_TITLES: Final = {
    "types_share": "variance of the score explained by types",
    "belief_at_bound": "belief in it below .05 or above .95",
    "ripe_at_first_talks": "first talks sat when ripe by the rule",
    "capital_below_ten": "capital below ten points",
    "top_rung_first_year": "ladders of war at the top in year one",
    "escalating_when_enemy_read_weak": "escalating in full, enemy held weak (below .35)",
    "escalating_when_enemy_read_resilient": "the same, held resilient (above .65)",
}


def show_influence(found: dict[str, Any]) -> None:
    """Print what ``study.contests.influence`` found."""
    wars = found["wars"]
    shown = table(
        f"Always open less open when ripe, Hanoi's score, {wars['loss']} wars each",
        "the rule",
        "points",
        "95 %",
    )
    for name, title in ABLATION_TITLES.items():
        shown.add_row(title, *_signed(found["loss"][name], "{:+.1f}"))
    CONSOLE.print(shown)
    shown = table("How far Hanoi's score goes with ripeness", "opened or sat", "r", "95 %", "wars")
    ripeness = found["ripeness_of_score"]
    shown.add_row(
        "on a random date", *_signed(ripeness["random_date"], "{:+.2f}"), str(wars["random_date"])
    )
    shown.add_row(
        "searching, first talks",
        *_signed(ripeness["searching"], "{:+.2f}"),
        str(wars["searching_with_talks"]),
    )
    CONSOLE.print(shown)
    shown = table(
        f"Between searching equals, {wars['searching']} wars", "of", "share", "95 %", "count"
    )
    for name, title in SHARE_TITLES.items():
        for row in _rows(name, title, found):
            shown.add_row(*row)
    CONSOLE.print(shown)


def _rows(name: str, title: str, found: dict[str, Any]) -> list[tuple[str, str, str, str]]:
    """Return the lines of one share: one, or one a side."""
    share, interval, of = found[name], found["intervals"][name], found["of"][name]
    if isinstance(share, dict):
        return [
            (f"{side.capitalize()}: {title}", *_share(share[side], interval[side]), str(of[side]))
            for side in share
        ]
    return [(title, *_share(share, interval), str(of))]


def _share(share: float | None, interval: list[float | None]) -> tuple[str, str]:
    if share is None or None in interval:
        return "none", ""
    return f"{share:.0%}", f"{interval[0]:.0%} to {interval[1]:.0%}"


def _signed(figures: list[float] | None, form: str) -> tuple[str, str]:
    if figures is None:
        return "too few wars", ""
    mean, low, high = (form.format(figure) for figure in figures)
    return mean, f"{low} to {high}"
