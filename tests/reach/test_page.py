"""The page for a browser: what goes into its folder, what is missing, nothing from elsewhere."""

import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.reach.built import ROOT

PAGE = ROOT / "tools" / "page"
PURE = (
    "pydantic",
    "annotated_types",
    "typing_extensions",
    "typing_inspection",
    "rich",
    "markdown_it_py",
    "mdurl",
    "pygments",
    "platformdirs",
)
WASM = "cp314-cp314-pyemscripten_2026_0_wasm32.whl"


@pytest.fixture
def pyodide(tmp_path: Path) -> Path:
    """A folder with files called as Pyodide's are."""
    folder = tmp_path / "pyodide"
    folder.mkdir()
    for name in (
        "pyodide.mjs",
        "pyodide.asm.mjs",
        "pyodide.asm.wasm",
        "python_stdlib.zip",
        "pyodide-lock.json",
    ):
        (folder / name).write_text(name, "utf-8")
    return folder


@pytest.fixture
def wheels(tmp_path: Path) -> Path:
    """A folder with files called as the wheels are that text needs."""
    folder = tmp_path / "wheels"
    folder.mkdir()
    for name in PURE:
        (folder / f"{name}-1.0-py3-none-any.whl").touch()
    for name in ("numpy", "pydantic_core"):
        (folder / f"{name}-1.0-{WASM}").touch()
    return folder


def web(*words: object) -> subprocess.CompletedProcess[str]:
    """Run the tool."""
    return subprocess.run(
        [sys.executable, str(ROOT / "tools" / "web.py"), *map(str, words)],
        capture_output=True,
        text=True,
        timeout=120,
    )


def test_the_folder_holds_python_the_wheels_the_game_and_the_page(
    pyodide: Path, wheels: Path, tmp_path: Path
) -> None:
    told = web("--pyodide", pyodide, "--wheels", wheels, "--out", tmp_path / "out")
    assert told.returncode == 0, told.stderr
    assert "text; no wheel of pygame-ce" in told.stdout
    out = tmp_path / "out"
    contents = json.loads((out / "contents.json").read_text("utf-8"))
    assert {path.name for path in (out / "wheels").iterdir()} == set(contents["wheels"])
    assert len(contents["wheels"]) == len(PURE) + 2
    assert (out / "pyodide" / "pyodide.asm.mjs").is_file()
    with zipfile.ZipFile(out / contents["game"]) as packed:
        names = set(packed.namelist())
    assert {"main.py", "game/cli/text.py", "campaigns/tet.toml", "assets/codex.toml"} <= names
    assert not [name for name in names if name.startswith(("assets/fonts", "tests/"))]


def test_a_wheel_that_is_not_there_is_named(pyodide: Path, wheels: Path, tmp_path: Path) -> None:
    next(wheels.glob("numpy*")).unlink()
    told = web("--pyodide", pyodide, "--wheels", wheels, "--out", tmp_path / "out")
    assert told.returncode == 2
    assert "no wheel of numpy" in told.stderr
    assert not (tmp_path / "out").exists()


def test_a_wheel_for_another_system_is_refused(pyodide: Path, wheels: Path, tmp_path: Path) -> None:
    next(wheels.glob("numpy*")).rename(wheels / "numpy-1.0-cp314-cp314-manylinux_2_28_x86_64.whl")
    told = web("--pyodide", pyodide, "--wheels", wheels, "--out", tmp_path / "out")
    assert "not made for a browser" in told.stderr


def test_a_folder_without_pyodide_is_refused(tmp_path: Path, wheels: Path) -> None:
    told = web("--pyodide", tmp_path, "--wheels", wheels)
    assert (told.returncode, "pyodide.asm.wasm" in told.stderr) == (2, True)


def test_the_bare_page_needs_no_wheels(pyodide: Path, tmp_path: Path) -> None:
    assert web("--pyodide", pyodide, "--bare", "--out", tmp_path / "out").returncode == 0
    assert (tmp_path / "out" / "worker.js").is_file()


@pytest.mark.parametrize("path", sorted(PAGE.iterdir()), ids=lambda path: path.name)
def test_the_page_asks_for_nothing_outside_its_folder(path: Path) -> None:
    text = path.read_text("utf-8")
    assert re.findall(r"https?://|//[a-z]+\.[a-z]{2,}/|@import|eval\(", text) == []


def test_the_page_says_what_a_browser_lacks_and_where_games_are_kept() -> None:
    text = (PAGE / "index.html").read_text("utf-8")
    for said in ("no passphrases", "no second window", "Kept in this browser", "download"):
        assert said in text
