"""What docs/research.md shows is run here, and docs/figures.py draws what it says."""

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

DOCS = Path(__file__).parents[2] / "docs"
EXAMPLES = re.findall(r"```python\n(.*?)```", (DOCS / "research.md").read_text("utf-8"), re.DOTALL)


def code_lines(example: str) -> list[str]:
    """Return the lines of an example that do something: not empty, no import."""
    lines = [line for line in example.splitlines() if line.strip()]
    return [line for line in lines if not line.startswith(("from ", "import "))]


def figures() -> ModuleType:
    """Return docs/figures.py as a module."""
    spec = importlib.util.spec_from_file_location("figures", DOCS / "figures.py")
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


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
    page = figures()
    made = {make.__name__: make() for make in page.FIGURES}
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
    page = figures()
    page.draw(page.cost(), tmp_path / "cost.png")
    assert (tmp_path / "cost.png").read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"
