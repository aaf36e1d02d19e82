"""Decisions in words: what an answer costs, what is expected of it, and what is not known."""

from collections.abc import Sequence
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

    @property
    def share(self) -> float:
        """How large it is beside the largest of its kind, 0..1."""


class Foretold(Protocol):
    """One answer, as far as it is told before it is given."""

    @property
    def pushes(self) -> tuple[Pushes, ...]:
        """What is expected of it."""

    @property
    def risk(self) -> float:
        """The chance that it turns out worse, 0 where there is none."""

    @property
    def risked_share(self) -> float:
        """How much worse, as ``Pushes.share``."""

    @property
    def later(self) -> str:
        """What may be said of it one day; empty without."""

    @property
    def later_share(self) -> float:
        """How much that would move, as ``Pushes.share``."""

    @property
    def later_good(self) -> bool:
        """Whether that would serve whoever gave it."""


MOVED: Final[dict[str, tuple[str, str]]] = {
    "capital": ("{} more political capital", "{} less political capital"),
    "approval": ("Americans like it {}", "Americans dislike it {}"),
    "rally": ("ranks in America {} closer, for a while", "ranks in America {} looser, for a while"),
    "dissent": ("marches in America {} larger", "marches in America {} smaller"),
    "stability": ("Saigon {} steadier", "Saigon {} shakier"),
    "quality": ("Southern forces {} better", "Southern forces {} poorer"),
    "control": (
        "Saigon's hold on the countryside {} firmer",
        "Saigon's hold on the countryside {} weaker",
    ),
    "cohesion": ("the Politburo {} closer", "the Politburo {} more at odds"),
    "cadres": ("cadres in the South {} stronger", "cadres in the South {} weaker"),
    "fatigue": ("units in the South {} wearier", "units in the South {} fresher"),
    "preparation": ("{} more laid up for an offensive", "{} less laid up for an offensive"),
    "air_defence": (
        "guns and missiles in the North {} better",
        "guns and missiles in the North {} poorer",
    ),
    "sanctuary": (
        "the bases across the border {} safer",
        "the bases across the border {} less safe",
    ),
    "function": ("the North works {} better", "the North works {} worse"),
    "aid_moscow": ("{} more from Moscow", "{} less from Moscow"),
    "aid_beijing": ("{} more from Peking", "{} less from Peking"),
    "quarrel": ("the patrons {} further apart", "the patrons {} closer"),
    "own_noise": ("our estimates {} worse", "our estimates {} better"),
    "enemy_noise": ("their estimates of us {} worse", "their estimates of us {} better"),
    "leak": ("a channel {} less safe", "a channel {} safer"),
}
"""What more and less of a thing is, as one's own people would put it; the size goes in between."""
SIZES: Final = ((0.4, "a little"), (0.7, "clearly"), (1.0, "much"))
"""How large a push is, by its share of the largest of its kind (``game.engine.dilemmas``); bounds
calibrated by hand, so that answers of one decision that differ read differently."""
RISKS: Final = (
    (0.08, "a small risk"),
    (0.18, "about one chance in seven"),
    (0.27, "about one chance in four"),
    (1.0, "about one chance in three"),
)


def size(share: float) -> str:
    """Return how large a push is, from its ``share`` of the largest of its kind, 0..1."""
    return next((words for bound, words in SIZES if share <= bound), SIZES[-1][1])


def moved(push: Pushes) -> str:
    """Return what one push does, such as ``Saigon clearly steadier``."""
    more, less = MOVED[push.name.partition(".")[0]]
    return (more if push.more else less).format(size(push.share))


def spans(pushes: Sequence[Pushes]) -> list[tuple[Pushes, int, int]]:
    """Return what an answer does, one thing once however often it is pushed: the largest push of
    it, from how many quarters after the answer, and until how many, that one not included."""
    made: dict[tuple[str, bool], tuple[Pushes, int, int]] = {}
    for push in pushes:
        key, begins, ends = (push.name.partition(".")[0], push.more), push.waits, push.waits
        ends += push.lasts
        most, first, last = made.get(key, (push, begins, ends))
        larger = push if push.share > most.share else most
        made[key] = larger, min(first, begins), max(last, ends)
    return list(made.values())


def expected(push: Pushes, first: int, last: int, left: int) -> str:
    """Return what one push is, such as ``Saigon a little steadier, three quarters``, from quarter
    ``first`` until ``last`` (``spans``); nothing where it comes after the war's end. ``left``:
    quarters of the war with this one, 1 or more."""
    if first >= left:
        return ""
    begins = ("", "from the next quarter")[first] if first < 2 else "later on"
    holds = ""
    if last - first > 1:
        holds = "to the end" if last > left else f"{plain.count(last - first)} quarters"
    return ", ".join(text for text in (moved(push), begins, holds) if text)


def price(points: int) -> str:
    """Return what an answer costs, as it is paid."""
    if not points:
        return "costs nothing"
    said = plain.points(abs(points))
    return f"costs {said}" if points > 0 else f"gives back {said}"


def risk(chance: float) -> str:
    """Return how likely an answer's risk is."""
    return next(words for bound, words in RISKS if chance <= bound)


def known(answer: Foretold, left: int) -> tuple[str, ...]:
    """Return what is expected of an answer, then what is not known; ``left`` as ``expected`` has
    it."""
    every = [text for span in spans(answer.pushes) if (text := expected(*span, left))]
    said = [plain.sentence("; ".join(every))] if every else []
    if answer.risk:
        worse = size(answer.risked_share)
        said.append(f"Not known: {risk(answer.risk)} that it turns out {worse} worse.")
    if answer.later and left > 1:
        kept = "well" if answer.later_good else "ill"
        said.append(f"It may be remembered, {size(answer.later_share)} for {kept}.")
    return tuple(said or ["Nobody expects much of it."])


def at_once(answer: Foretold) -> str:
    """Return what an answer did in its own quarter."""
    now = [push for push in answer.pushes if not push.waits]
    return _every(now) if now else "nothing yet" if answer.pushes else "nothing beyond its price"


def chosen(title: str, who: str, text: str, did: str, beside: str) -> str:
    """Return what an answer came to as the next quarter opens: ``who`` gave it, what it ``did``,
    and ``beside`` it what gauges did, empty where none shows it."""
    shown = f" ({beside}, all causes together)" if beside else ""
    return f"{title}: {who}: {text}. It brought: {did}{shown}."


def begun(title: str, pushes: Sequence[Pushes]) -> str:
    """Return that pushes of an earlier answer begin to tell."""
    return f"{title}: what was decided then begins to tell: {_every(pushes)}."


def ended(title: str, pushes: Sequence[Pushes]) -> str:
    """Return that lasting pushes of an earlier answer have ended."""
    return f"{title}: what was decided then has run its course: no longer {_every(pushes)}."


def _every(pushes: Sequence[Pushes]) -> str:
    return "; ".join(moved(push) for push, _, _ in spans(pushes))
