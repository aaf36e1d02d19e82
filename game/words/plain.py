"""Plain words for dates, numbers, sides and gauges."""

from typing import Final

SIDE_NAMES: Final = ("Washington", "Hanoi")
MONTHS: Final = ("January to March", "April to June", "July to September", "October to December")
MONTH_NAMES: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
ORDINALS: Final = ("first", "second", "third", "fourth")

STEPS: Final[dict[str, tuple[tuple[float, str], ...]]] = {
    "approval": (
        (0.25, "failing"), (0.35, "thin"), (0.45, "wavering"), (0.55, "divided"),
        (0.65, "firm"), (2.0, "high"),
    ),
    "opposition": (
        (0.22, "scattered"), (0.32, "noticed"), (0.42, "growing"), (0.52, "half the country"),
        (0.62, "most of the country"), (2.0, "overwhelming"),
    ),
    "capital": (
        (5.0, "spent"), (15.0, "scarce"), (30.0, "modest"), (50.0, "sound"), (75.0, "ample"),
        (999.0, "abundant"),
    ),
    "cohesion": (
        (0.3, "near a split"), (0.45, "strained"), (0.6, "in debate"), (0.7, "settled"),
        (0.8, "close"), (2.0, "of one mind"),
    ),
    "stability": (
        (0.22, "crumbling"), (0.32, "shaky"), (0.45, "fragile"), (0.58, "fair"),
        (0.72, "steady"), (2.0, "solid"),
    ),
    "share": (
        (0.15, "almost none"), (0.35, "low"), (0.5, "less than half"), (0.65, "more than half"),
        (0.85, "most of it"), (9.0, "nearly whole"),
    ),
    "preparation": (
        (0.05, "none"), (0.3, "begun"), (0.55, "under way"), (0.85, "well advanced"),
        (2.0, "complete"),
    ),
    "fatigue": (
        (0.1, "fresh"), (0.25, "rested"), (0.45, "tired"), (0.7, "weary"), (9.0, "worn out"),
    ),
    "strain": (
        (0.05, "none"), (0.2, "slight"), (0.45, "felt"), (0.8, "heavy"), (9.0, "severe"),
    ),
}  # fmt: skip
"""Gauges in words: the first step whose bound the value lies below. Calibrated by hand."""

PARTS: Final = (
    (0.0, "nothing"),
    (1 / 20, "a twentieth"),
    (1 / 10, "a tenth"),
    (1 / 8, "an eighth"),
    (1 / 6, "a sixth"),
    (1 / 5, "a fifth"),
    (1 / 4, "a quarter"),
    (1 / 3, "a third"),
    (2 / 5, "two fifths"),
    (1 / 2, "half"),
    (3 / 5, "three fifths"),
    (2 / 3, "two thirds"),
    (3 / 4, "three quarters"),
    (4 / 5, "four fifths"),
    (9 / 10, "nine tenths"),
    (1.0, "all"),
)
"""Shares that have a word."""

SMALL: Final = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def on_steps(gauge: str, value: float) -> str:
    """Return the word for ``value`` on the ladder of words of ``gauge``."""
    return next(word for bound, word in STEPS[gauge] if value < bound)


def quarter_title(name: str) -> str:
    """Return ``January to March 1968`` for ``1968Q1``."""
    return f"{MONTHS[int(name[5]) - 1]} {name[:4]}"


def months_of(first: str, last: str) -> str:
    """Return the months of quarters on end, such as ``April 1965 to March 1968, each quarter``."""
    if first == last:
        return quarter_title(first)
    begins, ends = MONTHS[int(first[5]) - 1].split()[0], MONTHS[int(last[5]) - 1].split()[-1]
    return f"{begins} {first[:4]} to {ends} {last[:4]}, each quarter"


def quarter_words(name: str) -> str:
    """Return ``the first quarter of 1968`` for ``1968Q1``."""
    return f"the {ORDINALS[int(name[5]) - 1]} quarter of {name[:4]}"


def day_words(date: str) -> str:
    """Return ``8 November 1966`` for ``1966-11-08``, ``November 1966`` where the day is not known;
    a quarter's name becomes its months."""
    if "Q" in date:
        return quarter_title(date)
    year, month, *day = date.split("-")
    words = f"{MONTH_NAMES[int(month) - 1]} {year}"
    return f"{int(day[0])} {words}" if day else words


def dated(date: str, learnt: str) -> str:
    """Return an event's day in words; what was learnt in a later month says in which."""
    if not learnt or learnt[:7] <= date[:7] or "Q" in date:
        return day_words(date)
    month, year = MONTH_NAMES[int(learnt[5:7]) - 1], learnt[:4]
    when = month if year == date[:4] else f"{month} {year}"
    return f"{day_words(date)} (learnt in {when})"


def opening_words(name: str) -> str:
    """Return the month that opens a quarter, such as ``April 1965`` for ``1965Q2``."""
    return f"{MONTHS[int(name[5]) - 1].split()[0]} {name[:4]}"


def before_words(name: str) -> str:
    """Return the month before a quarter opens, such as ``June 1968`` for ``1968Q3``."""
    year, place = int(name[:4]), int(name[5])
    month, then = (MONTH_NAMES[3 * place - 4], year) if place > 1 else (MONTH_NAMES[-1], year - 1)
    return f"{month} {then}"


def percent(share: float) -> str:
    """Return a share as whole per cent, such as ``46 per cent``."""
    return f"{round(100 * share)} per cent"


def part(share: float) -> str:
    """Return a share as the nearest part in words, such as ``a third`` for .34."""
    return min(PARTS, key=lambda known: abs(known[0] - share))[1]


def thousand(value: float) -> str:
    """Return thousands of men as men, such as ``38,000``; below a thousand to the hundred."""
    men = 1000.0 * value
    step = 100 if abs(men) < 10_000 else 1000
    return f"{round(men / step) * step:,}"


def count(number: int) -> str:
    """Return a number as in a newspaper: words to ten, figures after."""
    return SMALL[number] if 0 <= number < len(SMALL) else f"{number:,}"


def points(number: float) -> str:
    """Return points of capital in words, such as ``four points``; a part of one as a figure."""
    said = count(int(number)) if number == int(number) else f"{number:g}"
    return f"{said} {'point' if number == 1 else 'points'}"


def listing(parts: list[str]) -> str:
    """Return ``a``, ``a and b`` or ``a, b and c``."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def capital(text: str) -> str:
    """Return ``text`` with a capital first letter."""
    return text[:1].upper() + text[1:]


def small(text: str) -> str:
    """Return ``text`` with a small first letter; names further on keep theirs."""
    return text[:1].lower() + text[1:]


def sentence(text: str) -> str:
    """Return ``text`` with a capital first letter and a full stop."""
    ended = text if text.endswith((".", "?", "!")) else f"{text}."
    return capital(ended)


def variant(texts: tuple[str, ...], quarter: int) -> str:
    """Return the text that ``quarter`` calls for: the same quarter always says the same."""
    return texts[quarter % len(texts)]


def change(amount: float, unit: str, digits: int = 0) -> str:
    """Return a change with its sign and unit, such as ``+3 points``, or ``no change``."""
    rounded = round(amount, digits)
    if rounded == 0:
        return "no change"
    unit = unit.removesuffix("s") if abs(rounded) == 1 else unit
    return f"{rounded:+,.{digits}f} {unit}".strip()


def change_of_men(thousands: float) -> str:
    """Return a change of a force as ``+1,200 men``, rounded as the force itself is."""
    said = thousand(abs(thousands))
    return "no change" if said == "0" else f"{'+' if thousands > 0 else '-'}{said} men"
