"""Lines: whatever is typed at the terminal is answered, and a game goes on.

Random lines, half of them of letters from all of Unicode, half commands and orders with words and
numbers behind them that make no sense, alone and for two people. Every line gets an answer, nothing
that was typed acts on the terminal, the game is kept, and what is kept can be played again.
"""

import io
import random
from pathlib import Path
from tempfile import TemporaryDirectory

from game.letters import forbidden, shown
from game.record import saves
from game.record.loading import verify
from game.text.commands import COMMANDS, SHORT
from game.text.session import Session
from game.text.terminal import Terminal
from tests.text.play import alone, two
from tests.torture.cases import Findings

NUMBERS = (
    "0",
    "1",
    "-1",
    "3",
    "30",
    "²",
    "1.2.3",
    "½",
    "٣",
    "१०",
    "1e9",
    "1_000",
    "nan",
    "inf",
    "-inf",
    "9" * 40,
    "+",
    "-",
    ".",
    "1.",
    ".5",
    "0x10",
    "½%",
    "70%",
    "100",
    "101",
    "１２",
    "1,2,3",
    "½²³",
    "𝟙",
)
WORDS = (
    "via",
    "public",
    "moscow",
    "all",
    "I",
    "II",
    "V",
    "in",
    "out",
    "hold",
    "no",
    "yes",
    "war",
    "search",
    "escalate",
    "open",
    "saigon",
    "orders",
    "rule",
    "washington",
    "hanoi",
    "clock",
    "log",
    "appoint",
    "event",
    "stability",
    "../x",
    "con",
    "a" * 300,
    "%",
    "'",
)
ORDERS = (
    "troops",
    "bombing",
    "ground",
    "trail",
    "posture",
    "infiltration",
    "effort",
    "home",
    "preparation",
    "labour",
    "deadline",
    "message",
    "line",
    "border",
)
SITTING = 100  # lines of one


def run(findings: Findings, count: int, seed: int) -> None:
    """Type ``count`` lines, in sittings of a hundred."""
    for number, first in enumerate(range(0, count, SITTING)):
        dice = random.Random(f"{seed} lines {number}")
        lines = [line(dice) for _ in range(min(SITTING, count - first))]
        with TemporaryDirectory() as name:
            _case(findings, lines, Path(name), f"{seed}-{number}", number)


def _case(findings: Findings, lines: list[str], folder: Path, case: str, number: int = 0) -> None:
    try:
        _sitting(findings, lines, folder, number)
    except Exception as error:
        findings.fail(
            case,
            f"{type(error).__name__}: {error}",
            {"lines.txt": "\n".join(lines).encode("utf-8", "replace")},
        )


class Asked(io.StringIO):
    """Lines of input, which note what had been printed when each was asked for."""

    def __init__(self, lines: list[str], sink: io.StringIO) -> None:
        super().__init__()
        self.left, self.sink = iter(lines), sink
        self.given: list[tuple[str, int]] = []

    def readline(self, *_: object) -> str:
        """Return the next line, empty where there is none."""
        said = next(self.left, None)
        self.given.append((said or "", self.sink.tell()))
        return "" if said is None else f"{said}\n"


def _sitting(findings: Findings, lines: list[str], folder: Path, number: int) -> None:
    """Play sittings until every line has been given: one may end a sitting, or the war."""
    while lines:
        chair = two(folder=folder) if number % 4 == 3 else alone(number % 2, number, folder)
        sink = io.StringIO()
        source = Asked([*(["washington"] if chair.hotseat else []), *lines], sink)
        code = Session(chair, Terminal(source, sink, {"TERM": "dumb"})).run()
        assert code == 0
        said = answers(source, sink.getvalue())
        lines = lines[max(len(said) - chair.hotseat, 1) :]
        for one, answer in said:
            answered(one, answer)
            findings.count("lines answered")
            findings.reach("letters of an answer", len(answer))
    for path in saves(folder):
        verify(path)
        findings.count("games played again")


def answers(source: Asked, printed: str) -> list[tuple[str, str]]:
    """Return each line with what was printed between it and the next question."""
    places = [*(place for _, place in source.given), len(printed)]
    return [
        (said, printed[places[at] : places[at + 1]])
        for at, (said, _) in enumerate(source.given)
        if said
    ]


def answered(said: str, printed: str) -> None:
    """AssertionError unless a line was answered, by letters that do nothing."""
    assert forbidden(printed) is None, f"{said!r}: a {forbidden(printed)} is printed"
    answer = printed.replace(shown(said.strip()), "", 1)  # a PIN is not shown
    assert len(answer.strip()) > 3, f"{said!r}: no answer"
    assert "Traceback" not in printed, f"{said!r}: a traceback"


def line(dice: random.Random) -> str:
    """Return a random line."""
    if dice.random() < 0.4:
        return "".join(_letter(dice) for _ in range(dice.randrange(1, 30)))
    first = dice.choice((*COMMANDS, *SHORT, *ORDERS))
    rest = [
        dice.choice((dice.choice(NUMBERS), dice.choice(WORDS), _letter(dice)))
        for _ in range(dice.randrange(6))
    ]
    return " ".join([first[: dice.randrange(1, 12)], *rest])


def _letter(dice: random.Random) -> str:
    """Return any letter but a newline, half of them from the first ones of Unicode."""
    number = dice.choice((dice.randrange(0x110000), dice.randrange(0x500)))
    return " " if chr(number) in "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029" else chr(number)
