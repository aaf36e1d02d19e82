"""Where advisers agree, and who differs: each question answered once instead of four times."""

from collections.abc import Sequence
from typing import Any, Final

from game.desk.models import Fact
from game.words import plain

TITLES: Final = {
    "read": "How they read us",
    "next": "What they do next",
    "cost": "What it costs us",
    "terms": "Terms within reach",
    "score": "Where they stand",
}
WORDED: Final = ("read", "terms")
"""Questions answered in words: who says the same words agrees, whatever the range after them."""
APART: Final = 0.25  # of a range's width; figures nearer than this to each other agree
NEAR: Final = 0.1  # of a figure; so do figures nearer than this. Both Calibrated by eye on the
# recorded war: less makes four opinions of one, more makes one of four
Answer = tuple[str, Any]  # an adviser's name and its estimate


def council(said: Sequence[Any]) -> tuple[Fact, ...]:
    """Return by question what the advisers answer together, and whoever stands apart. ``said`` is
    what each advises, with ``adviser`` and ``estimates`` that have ``best``, ``low``, ``high`` and
    ``words``."""
    if len(said) < 2:
        return ()
    questions = [estimate.question for estimate in said[0].estimates]
    return tuple(
        Fact(TITLES.get(question, question), _answer(_asked(said, question)))
        for question in questions
    )


def _asked(said: Sequence[Any], question: str) -> list[tuple[str, Any]]:
    """Return each adviser's name and its answer to a question."""
    return [
        (advice.adviser.name, estimate)
        for advice in said
        for estimate in advice.estimates
        if estimate.question == question
    ]


def _answer(answers: list[Answer]) -> str:
    groups = _groups(answers)
    if len(groups) == 1:
        return f"All {plain.count(len(answers))}: {_words(groups[0])}"
    groups.sort(key=len, reverse=True)
    most, rest = groups[0], groups[1:]
    if len(most) <= len(answers) / 2:
        return " ".join(f"{plain.capital(_names(group))}: {_words(group)}" for group in groups)
    said = _words(most)
    own = " ".join(
        f"Only {_names(group)} {'differs' if len(group) == 1 else 'differ'}: "
        f"{_apart(_words(group), said)}"
        for group in rest
    )
    return f"{plain.count(len(most)).capitalize()} of them: {said} {own}"


def _apart(words: str, beside: str) -> str:
    """Return a sentence from the word on in which it differs from the one ``beside``."""
    one, other = words.split(), beside.split()
    same = next(
        (at for at, pair in enumerate(zip(one, other, strict=False)) if len(set(pair)) > 1), 0
    )
    return " ".join(one[same:])


def _groups(answers: list[Answer]) -> list[list[Answer]]:
    """Return answers put together with whoever says as much as the same."""
    groups: list[list[Answer]] = []
    for answer in answers:
        for group in groups:
            if _agree(answer[1], group[0][1]):
                group.append(answer)
                break
        else:
            groups.append([answer])
    return groups


def _agree(one: Any, other: Any) -> bool:
    if one.question in WORDED:
        return bool(_head(one.words) == _head(other.words))
    width = max(one.high - one.low, other.high - other.low)
    return bool(abs(one.best - other.best) <= max(APART * width, NEAR * abs(other.best)))


def _head(words: str) -> str:
    """Return what is said before the range."""
    return words.split(";")[0].split(", from")[0].rstrip(".")


def _words(group: list[Answer]) -> str:
    """Return what the middle one of a group says."""
    middle = sorted(group, key=lambda one: float(one[1].best))[(len(group) - 1) // 2]
    return _inside(str(middle[1].words))


def _names(group: list[Answer]) -> str:
    return plain.listing([f"{name[:1].lower()}{name[1:]}" for name, _ in group])


def _inside(sentence: str) -> str:
    """Return a sentence as it stands after a colon; names of capitals keep their letter."""
    keeps = sentence.startswith(("Hanoi", "Washington"))
    return sentence if keeps else sentence[:1].lower() + sentence[1:]
