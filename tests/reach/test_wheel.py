"""The wheel: one folder that plays anywhere, beside any neighbour, and calls itself by its name."""

import ast
import json
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

from game import VERSION, program
from tests.reach.built import ROOT, build, installed, run
from tools.check_wheel import MATCH

MODULES = sorted((ROOT / "game").rglob("*.py"))
KEPT_UP = frozenset({"left_out.py", "value_fit.py", "advice.py", "references.py", "program.py"})
"""Modules that write files of the clone, and say in them by which of its commands."""


def hook() -> ModuleType:
    """Return the module that lays the package out."""
    spec = spec_from_file_location("hook", ROOT / "tools" / "package" / "hook.py")
    assert spec is not None
    assert spec.loader is not None
    made = module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def strings(tree: ast.Module) -> Iterator[str]:
    """Yield the strings of a module that are no docstrings."""
    told = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.value


def test_the_wheel_puts_one_folder_beside_other_packages() -> None:
    beside = {path.name for path in installed().iterdir() if path.suffix != ".dist-info"}
    assert beside == {"overture", "game.py"}  # the second is the stranger of these tests
    assert (installed() / "overture" / "py.typed").is_file()


def test_the_wheel_holds_every_module_asset_and_campaign_of_the_clone() -> None:
    for folder in ("game", "assets", "campaigns"):
        here = {
            path.relative_to(ROOT)
            for path in (ROOT / folder).rglob("*")
            if path.is_file() and path.suffix != ".pyc" and path.name != "cut_zones.py"
        }
        there = {
            path.relative_to(installed() / "overture")
            for path in (installed() / "overture" / folder).rglob("*")
            if path.is_file() and path.suffix != ".pyc"
        }
        assert there == here


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_module_names_the_package_in_a_string_that_renaming_would_miss(path: Path) -> None:
    for text in strings(ast.parse(hook().renamed(path.read_text("utf-8"), ROOT))):
        first, _, rest = text.partition(".")
        room = rest.partition(".")[0]
        own = first == "game" and bool(room) and (ROOT / "game" / room).is_dir()
        assert not own, f"{text!r}: write the whole name as one string, or use __name__"
        assert "from game" not in text, text
        assert "import game" not in text, text


def test_an_import_of_the_whole_package_by_its_name_cannot_be_renamed_and_is_refused() -> None:
    with pytest.raises(ValueError, match="line 2"):
        hook().renamed("import sys\nimport game.engine\n", ROOT)
    source = "def late() -> None:\n    from game.engine import view  # game\n"
    renamed = hook().renamed(source, ROOT)
    assert renamed == "def late() -> None:\n    from overture.game.engine import view  # game\n"


def test_only_strings_that_name_a_module_are_renamed() -> None:
    names = '"game.engine.view", "game.engine.view.sees", "game.json", "game"'
    renamed = hook().renamed(f"x = f({names})\n", ROOT)
    assert renamed == f"x = f({names})\n".replace('"game.engine', '"overture.game.engine')


def test_the_installed_copy_replays_the_recorded_war_to_the_same_figures(tmp_path: Path) -> None:
    told = run(["-m", "overture", "replay", "--json"], tmp_path)
    assert told.returncode == 0, told.stderr
    here = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "replay", "--json"],
        check=True,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert json.loads(told.stdout) == json.loads(here.stdout)


def test_the_installed_copy_plays_a_match_on_two_processes(tmp_path: Path) -> None:
    told = run(
        ["-m", "overture", *MATCH],
        tmp_path,
    )
    assert told.returncode == 0, told.stderr


def test_the_installed_copy_plays_a_war_that_is_typed_in_any_folder(tmp_path: Path) -> None:
    told = run(
        ["-m", "overture", "text", "--campaign", "tutorial", "--data", "kept"],
        tmp_path,
        "end\n" * 12,
    )
    assert told.returncode == 0, told.stderr
    assert list((tmp_path / "kept" / "saves").iterdir())


def test_the_installed_copy_checks_a_campaign_file_of_ones_own(tmp_path: Path) -> None:
    mine = (ROOT / "campaigns" / "tiny.toml").read_text("utf-8")
    (tmp_path / "mine.toml").write_text(mine, "utf-8")
    told = run(["-m", "overture", "check", "mine.toml"], tmp_path)
    assert told.returncode == 0, told.stderr


def test_the_package_can_be_imported_and_tells_its_version(tmp_path: Path) -> None:
    code = "import overture; print(overture.__version__, overture.load('tiny').name)"
    assert run(["-c", code], tmp_path).stdout == f"{VERSION} tiny\n"


def test_the_version_is_written_in_one_place() -> None:
    assert 'dynamic = ["version"]' in (ROOT / "pyproject.toml").read_text("utf-8")
    metadata = (f"overture_diplomacy-{VERSION}.dist-info", "METADATA")
    assert f"Version: {VERSION}\n" in installed().joinpath(*metadata).read_text("utf-8")


def test_a_source_archive_builds_the_same_wheel(tmp_path: Path) -> None:
    (tmp_path / "straight").mkdir()
    (tmp_path / "archive").mkdir()
    straight = build("wheel", ROOT, tmp_path / "straight")
    with tarfile.open(build("sdist", ROOT, tmp_path / "archive")) as archive:
        archive.extractall(tmp_path / "source", filter="data")
    (source,) = (tmp_path / "source").iterdir()
    (tmp_path / "round").mkdir()
    again = build("wheel", source, tmp_path / "round")
    assert again.name == straight.name
    assert again.read_bytes() == straight.read_bytes()


@pytest.mark.parametrize(
    ("started", "called", "typed"),
    [
        ("main.py", "main.py", "python main.py text"),
        ("/home/somebody/.local/bin/overture", "overture", "overture text"),
        ("overture.exe", "overture", "overture text"),
        ("/site/overture/__main__.py", "overture", "python -m overture text"),
    ],
)
def test_the_program_is_called_as_it_was_started(
    started: str, called: str, typed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", [started, "text"])
    assert (program.name(), program.command("text")) == (called, typed)


def test_a_folder_without_python_is_called_by_its_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/media/stick/overture/overture-text")
    assert (program.name(), program.command("check")) == ("overture-text", "overture-text check")
    assert program.again("replay") == ["/media/stick/overture/overture-text", "replay"]


def test_the_installed_copys_help_and_messages_name_it(tmp_path: Path) -> None:
    helped = run(["-m", "overture", "--help"], tmp_path)
    refused = run(["-m", "overture", "text", "--side", "nobody"], tmp_path)
    assert "usage: overture " in helped.stdout
    assert "overture text --help" in refused.stderr
    assert "main.py" not in helped.stdout + refused.stderr


@pytest.mark.parametrize(
    "path",
    [path for path in MODULES if path.name not in KEPT_UP],
    ids=lambda path: str(path.relative_to(ROOT)),
)
def test_no_text_for_people_says_how_the_clone_is_started(path: Path) -> None:
    assert [text for text in strings(ast.parse(path.read_text("utf-8"))) if "main.py" in text] == []


@pytest.mark.parametrize("path", sorted((ROOT / "game").rglob("*.html")), ids=lambda p: p.name)
def test_no_sheet_says_how_the_clone_is_started(path: Path) -> None:
    assert "main.py" not in path.read_text("utf-8")
