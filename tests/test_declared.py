"""What is imported is declared: every outside package of the game stands in pyproject.toml, and no
bound says more than is tried."""

import ast
import re
import sys
import tomllib
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.test_house import MODULES, TOOLS, imported, name_of

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
ABSENT = {
    "pyspiel": "open-spiel",
    "pgx": "pgx",
    "jax": "pgx",
    "pygambit": "pygambit",
    "gymnasium": "gymnasium",
    "pettingzoo": "pettingzoo",
    "scipy": "scipy",
    "pyarrow": "pyarrow",
    "dask": "dask",
    "distributed": "dask",
    "llvmlite": "llvmlite",
    "js": "pyodide",
    "pyodide": "pyodide",
    "shapefile": "pyshp",
}
"""Distributions of modules that come with an extra, with a browser's Python or for a tool, and need
not be installed here."""


def declared() -> set[str]:
    """Return the names of all distributions that are asked for, extras of theirs too."""
    extras = PROJECT["optional-dependencies"].values()
    asked = [*PROJECT["dependencies"], *(one for extra in extras for one in extra)]
    return {
        plain(name)
        for one in asked
        for name in re.split(r"[<>=~! ]", one)[0].replace("]", "").split("[")
    }


installed = cache(packages_distributions)  # which looks through every package there is


def plain(name: str) -> str:
    """Return a distribution's name as it is compared."""
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize("path", MODULES + TOOLS, ids=name_of)
def test_every_package_that_is_imported_is_declared(path: Path) -> None:
    known = installed()
    tops = {name.split(".")[0] for name in imported(ast.parse(path.read_text("utf-8")))}
    outside = tops - set(sys.stdlib_module_names) - {"game", "tests", "tools", "base"}
    asked = declared() | {"pyodide", "pyshp"}
    assert [
        top
        for top in outside
        if not {plain(one) for one in known.get(top, [ABSENT.get(top, top)])} & asked
    ] == []


def test_every_python_from_the_oldest_on_is_tried() -> None:
    oldest = PROJECT["requires-python"].removeprefix(">=")
    tried = re.search(r'^pythons="([0-9. ]+)"', (ROOT / ".ci/versions").read_text(), re.M)
    assert tried is not None
    assert tried[1].split() == [oldest, "3.12", "3.13", "3.14"]
    assert ".ci/versions" in (ROOT / ".ci/run").read_text()


def test_numpy_is_new_enough_for_places_of_any_width() -> None:
    (bound,) = [one for one in PROJECT["dependencies"] if one.startswith("numpy")]
    assert tuple(map(int, bound.removeprefix("numpy>=").split("."))) >= (2, 1)
