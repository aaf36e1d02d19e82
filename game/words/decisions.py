"""Decisions in words: what an answer costs, what is expected of it, and what is not known."""

from typing import Final, Protocol

from game.words import plain


class Pushes(Protocol):
    """One thing an answer does: more or less of something, for so many quarters, after so many."""

    @property
    def name(self) -> str:
        """What it moves, by the name in a campaign file."""

    @property
    def more(self) -> bool:
        """Whether there is more of it."""

    @property
    def lasts(self) -> int:
        """For how many quarters."""

    @property
    def waits(self) -> int:
        """After how many."""


MOVED: Final[dict[str, tuple[str, str]]] = {
    "capital": ("freer hands", "hands bound"),
    "approval": ("most Americans like it", "many Americans do not like it"),
    "rally": ("Americans close ranks, for a while", "Americans close ranks less, for a while"),
    "dissent": ("more marchers in America", "fewer marchers in America"),
    "stability": ("Saigon steadier", "Saigon shakier"),
    "quality": ("better Southern forces", "poorer Southern forces"),
    "control": ("more of the countryside for Saigon", "less of the countryside for Saigon"),
    "cohesion": ("the Politburo closer", "the Politburo at odds"),
    "cadres": ("more cadres in the South", "fewer cadres in the South"),
    "fatigue": ("wearier units in the South", "fresher units in the South"),
    "preparation": ("more laid up for an offensive", "less laid up for an offensive"),
    "air_defence": ("better guns and missiles in the North", "fewer guns in the North"),
    "sanctuary": ("the bases across the border safer", "the bases across the border less safe"),
    "function": ("the North works better", "the North works worse"),
    "aid_moscow": ("more from Moscow", "less from Moscow"),
    "aid_beijing": ("more from Peking", "less from Peking"),
    "quarrel": ("the patrons further apart", "the patrons closer"),
    "own_noise": ("we see less clearly", "we see more clearly"),
    "enemy_noise": ("they see us less clearly", "they see us more clearly"),
    "leak": ("a channel less safe", "a channel safer"),
}  # fmt: skip
"""What more and less of a thing is, as one's own people would put it."""
RISKS: Final = (
    (0.08, "a small risk"),
    (0.18, "about one chance in seven"),
    (0.27, "about one chance in four"),
    (1.0, "about one chance in three"),
)


def expected(push: Pushes) -> str:
    """Return what one push is, such as ``Saigon steadier, three quarters``."""
    return _said(_moved(push), push.lasts, push.waits)


def _said(moved: str, lasts: int, waits: int) -> str:
    said = f"{moved}, {plain.count(lasts)} quarters" if lasts > 1 else moved
    if waits:
        said += f", from {'the next quarter' if waits == 1 else 'later on'}"
    return said


def _moved(push: Pushes) -> str:
    more, less = MOVED[push.name.partition(".")[0]]
    return more if push.more else less


def price(points: int) -> str:
    """Return what an answer costs, as it is paid."""
    if not points:
        return "costs nothing"
    said = plain.points(abs(points))
    return f"costs {said}" if points > 0 else f"gives back {said}"


def risk(chance: float) -> str:
    """Return how likely an answer's risk is."""
    return next(words for bound, words in RISKS if chance <= bound)


def known(pushes: tuple[Pushes, ...], chance: float, later: bool) -> tuple[str, ...]:
    """Return what is expected of an answer, then what is not known."""
    spans: dict[str, tuple[int, int]] = {}  # one thing is said once, from its first to its last
    for push in pushes:
        begins, ends = push.waits, push.waits + push.lasts
        first, last = spans.get(_moved(push), (begins, ends))
        spans[_moved(push)] = min(first, begins), max(last, ends)
    every = [_said(moved, last - first, first) for moved, (first, last) in spans.items()]
    said = [plain.sentence("; ".join(every))] if pushes else []
    if chance:
        said.append(f"Not known: {risk(chance)} that it turns out worse.")
    if later:
        said.append("It may be remembered.")
    return tuple(said or ["Nobody expects much of it."])
