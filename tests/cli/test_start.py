"""The start: what is imported before the title stands, and before a line of help is printed."""

import importlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from game.cli import COMMANDS, help_of
from game.cli._door import NO_WAR_OVER, Door

HOME = Path(__file__).resolve().parents[2]
TITLE = """
import sys
from pathlib import Path
from game.cli._door import Door
from game.ui.app import App
from game.ui.flow import Flow
from game.ui.settings import Settings
from game.ui.start import open_window
import game.cli.play
app = App(open_window(Settings()), Settings())
Flow(app, Door(Path(sys.argv[1]), False), "x").title()
app.tick(); app.frame()
print(*(name for name in sys.modules if name.startswith("game.")))
"""
HEAVY = (
    "game.record.game",
    "game.campaign.schema",
    "game.engine.resolve",
    "game.players.search",
    "game.study",
    "pydantic",
    "matplotlib",
    "rich",
)


def imported_by(code: str, *words: str) -> set[str]:
    """Return the modules of the game that a fresh interpreter has when ``code`` has run."""
    quiet = os.environ | {
        "SDL_VIDEODRIVER": "dummy",
        "SDL_AUDIODRIVER": "dummy",
        "PYGAME_HIDE_SUPPORT_PROMPT": "1",
    }
    done = subprocess.run(
        [sys.executable, "-c", code, *words],
        capture_output=True,
        text=True,
        cwd=HOME,
        env=quiet,
        check=True,
    )
    return set(done.stdout.split())


def test_the_title_stands_before_referee_campaign_and_study_are_imported(tmp_path: Path) -> None:
    there = imported_by(TITLE, str(tmp_path / "saves"))
    assert "game.ui.scenes.title" in there
    assert there.isdisjoint(HEAVY)


def test_the_list_of_commands_is_told_without_importing_any_of_them() -> None:
    code = (
        "import sys\nfrom game.cli import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\nprint(*sys.modules)"
    )
    assert imported_by(code).isdisjoint({"numpy", "game.cli.match", *HEAVY})


def test_a_campaign_from_the_cache_is_replayed_without_the_schema() -> None:
    code = (
        "import sys\nfrom game.cli import main\nsay, sys.stdout = sys.stdout, sys.stderr\n"
        "try: main(['replay', 'tiny'])\nexcept SystemExit: pass\n"
        "print(*sys.modules, file=say)"
    )
    imported_by(code)  # checked and kept, if it was not
    there = imported_by(code)
    assert "game.engine.resolve" in there
    assert there.isdisjoint({"game.campaign.schema", "game.campaign.validate", "pydantic"})


@pytest.mark.parametrize("command", COMMANDS)
def test_a_line_of_help_read_off_the_text_is_the_module_s_own(command: str) -> None:
    assert help_of(command) == importlib.import_module(f"game.cli.{command}").HELP


@pytest.mark.parametrize("package", ["game.record", "game.campaign", "game.desk.models"])
def test_a_package_hands_out_every_name_it_promises_and_no_other(package: str) -> None:
    module = importlib.import_module(package)
    assert all(getattr(module, name) is not None for name in module.__all__)
    name = "nothing_of_the_kind"
    with pytest.raises(AttributeError):
        getattr(module, name)


def test_without_a_kept_game_the_door_answers_as_the_lobby_does(tmp_path: Path) -> None:
    door = Door(tmp_path, own=False)
    said = door.saves(), door.rule_why_not()
    assert "lobby" not in vars(door)
    assert said == ((), NO_WAR_OVER) == (door.lobby.saves(), door.lobby.rule_why_not())
