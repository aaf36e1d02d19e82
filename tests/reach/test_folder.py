"""The folder that runs without Python: what goes into it, and how its two programs differ."""

import ast
import stat
import sys
import zipfile
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

from game import cli
from tests.reach.built import ROOT


def tool(name: str) -> ModuleType:
    """Return a tool as a module."""
    spec = spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    made = module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def test_every_file_that_is_no_module_lies_where_the_game_looks_for_it() -> None:
    binary = tool("binary")
    laid = {(Path(path).name, folder) for path, folder in binary.data()}
    for place in (
        "assets/codex.toml",
        "assets/fonts/IBMPlexSans-Regular.ttf",
        "campaigns/tet.toml",
        "game/study/papers/templates/frame.html",
        "game/study/fit/data/left_out.json",
    ):
        path = Path(place)
        assert (path.name, path.parent.as_posix()) in laid
    modules = [
        name for name, folder in laid if name.endswith((".py", ".pyc")) and folder != "game/cli"
    ]
    assert not modules
    assert ("replay.py", "game/cli") in laid  # help is read off it


def test_the_recipe_collects_every_command_and_makes_two_programs_in_one_folder() -> None:
    binary = tool("binary")
    recipe = binary.SPEC.format(main="m", root="r", datas=[], excludes=list(binary.LEFT_OUT))
    tree = ast.parse(recipe)
    assert 'collect_submodules("game")' in recipe
    assert "overture-text" in recipe
    assert (
        len(
            [
                node
                for node in ast.walk(tree)
                if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "COLLECT"
            ]
        )
        == 1
    )


def test_no_package_that_the_game_needs_is_left_out() -> None:
    needed = {
        "pygame",
        "numpy",
        "pydantic",
        "rich",
        "platformdirs",
        "jinja2",
        "matplotlib",
        "cryptography",
    }
    assert not needed & set(tool("binary").LEFT_OUT)


def test_the_text_program_begins_in_the_terminal_and_the_other_with_the_window(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    for name, command in (("overture-text", "text"), ("overture", "play")):
        monkeypatch.setattr(sys, "executable", f"/media/stick/overture/{name}")
        assert cli.usual() == command


def test_maps_are_baked_for_screens_that_the_gallery_has(tmp_path: Path) -> None:
    from tools import showcase

    assert set(tool("bake_maps").SHOWN) <= set(showcase.screens(tmp_path))


def test_every_screen_of_the_gallery_can_be_made(tmp_path: Path) -> None:
    from tools import showcase

    for name, make in showcase.screens(tmp_path).items():
        assert make() is not None, name


@pytest.mark.skipif(sys.platform == "win32", reason="links are for systems that make them")
def test_a_link_is_packed_as_a_link(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    binary = tool("binary")
    folder = tmp_path / "overture"
    folder.mkdir()
    (folder / "library.so").write_bytes(b"x" * 1000)
    (folder / "again.so").symlink_to("library.so")
    monkeypatch.setattr(binary, "DIST", tmp_path)
    monkeypatch.setattr(binary, "FOLDER", folder)
    with zipfile.ZipFile(binary.pack()) as packed:
        link = packed.getinfo("overture/again.so")
        assert packed.read(link) == b"library.so"
        assert stat.S_ISLNK(link.external_attr >> 16)
        assert packed.getinfo("overture/library.so").file_size == 1000
