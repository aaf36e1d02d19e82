"""What docs/research.md and docs/model.md show is run here; tools.figures draws what it says."""

import re
from dataclasses import replace
from math import exp, log
from pathlib import Path

import numpy as np
import pytest

from game.theory.posture import BASE, solve
from tests.engine.test_docs import PLACE, missing
from tools import figures, model_page

DOCS = Path(__file__).parents[2] / "docs"
MODEL = (DOCS / "model.md").read_text("utf-8")
EXAMPLES = re.findall(r"```python\n(.*?)```", (DOCS / "research.md").read_text("utf-8"), re.DOTALL)


def code_lines(example: str) -> list[str]:
    """Return the lines of an example that do something: not empty, no import."""
    lines = [line for line in example.splitlines() if line.strip()]
    return [line for line in lines if not line.startswith(("from ", "import "))]


@pytest.mark.needs("pettingzoo")
@pytest.mark.parametrize("number", range(len(EXAMPLES)))
def test_every_example_runs_in_ten_lines_and_prints_something(
    number: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert len(code_lines(EXAMPLES[number])) <= 10
    exec(compile(EXAMPLES[number], "docs/research.md", "exec"), {})
    assert capsys.readouterr().out.strip()


def test_there_are_examples() -> None:
    assert len(EXAMPLES) == 5


def test_the_figures_show_what_the_authors_state() -> None:
    made = {make.__name__: make() for make in figures.FIGURES}
    first = {name: next(iter(figure.lines.values())) for name, figure in made.items()}
    assert first["cost"][1][-1] > 0.8 > 0.1 > first["cost"][1][40]
    assert np.ptp(first["face_saving"][1]) < 0.02
    x, y = made["signal"].lines["c = 0.55"]
    assert y[x > 0.9].min() > 0.5 > y[x < 0.6].max()
    hawk, even, dove = (cost for _, cost in made["regions"].lines.values())
    assert (dove <= even).all()
    assert (even <= hawk).all()
    assert even[-1] < 0.5 < 0.75 < even[40]  # a resilience shown makes a lower cost enough
    x, y = made["weakness"].lines["after an open posture"]
    assert (y[1:-1] < x[1:-1]).all()


def test_a_figure_is_drawn_as_a_picture(tmp_path: Path) -> None:
    figures.draw(figures.ways(), tmp_path / "ways.png")
    shown = re.findall(r"\]\(model/(\w+)\.png\)", MODEL)
    assert sorted(shown) == sorted(make.__name__ for make in figures.PAGE)
    for path in (tmp_path / "ways.png", *(model_page.FIGURES / f"{name}.png" for name in shown)):
        assert path.read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"


def test_the_worked_quarter_is_what_the_engine_makes_and_its_sums_come_out() -> None:
    assert model_page.page(MODEL) == MODEL
    block = MODEL.partition(model_page.FIRST)[2].partition("```\n")[2].partition("```")[0]
    sums = [line.split(" = ") for line in block.splitlines()]
    assert len(sums) == 11
    for name, expression, result in sums:
        found = eval(expression, {"S": lambda x: 1 / (1 + exp(-x)), "log": log})
        assert found == pytest.approx(float(result), abs=0.001), name


def test_every_line_of_the_statements_solves_to_the_digits_shown() -> None:
    symbols = {
        symbol: field
        for line in (DOCS / "theory.md").read_text("utf-8").splitlines()
        if line.count("|") == 6
        for symbols, _, fields in [[one.strip() for one in line.split("|")[1:4]]]
        for symbol, field in zip(
            symbols.split(", "), fields.replace("`", "").split(", "), strict=False
        )
    }
    rows = re.findall(r"^\| .+ \| ((?:p|c) \..+) \| (\..+) \|$", MODEL, re.MULTILINE)
    assert len(rows) == 8
    for experiment, shown in rows:
        given = {
            symbols[name]: np.array([float(v) for v in values.split(" / ")])
            for name, values in (part.split(" ", 1) for part in experiment.split(", "))
        }
        found = np.atleast_1d(solve(replace(BASE, **given)).open_if_high)
        expected = [float(v) for v in shown.split(" / ")]
        assert found == pytest.approx(expected, abs=0.006), experiment


def test_every_function_that_the_model_names_is_there() -> None:
    assert len(PLACE.findall(MODEL)) > 12
    assert missing(MODEL) == []
