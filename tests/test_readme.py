"""The README's promises: the line that plays says what it does, and what it names is there."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
QUIET = re.compile(r"(?<!\S)(-q+|--quiet|--progress-bar[= ]off|>\s*/dev/null)(?!\S)")
LICENCES = re.compile(r"Code: MIT.*", re.DOTALL)
HAVE_LICENCES = {"fonts": "fonts", "map data": "map", "the cases' pictures": "cases"}


def lines() -> list[str]:
    """Return the command lines that set up an environment."""
    return [line for line in README.splitlines() if line.startswith("python3 -m venv")]


def test_the_lines_that_play_and_test_are_one_line_each_and_show_their_progress() -> None:
    play, test = lines()
    assert play.endswith("main.py")
    assert " -m pytest" in test
    for line in (play, test):
        assert not QUIET.search(line), "a minute without a word looks as if nothing happened"


def test_whatever_the_readme_says_carries_a_licence_in_assets_does() -> None:
    promised = LICENCES.findall(README)[0].partition("carry their licences")[0]
    named = {words for words in HAVE_LICENCES if words in " ".join(promised.split())}
    assert named == set(HAVE_LICENCES)
    for words in named:
        assert (ROOT / "assets" / HAVE_LICENCES[words] / "LICENSES.md").is_file(), words


def test_sounds_are_made_by_the_program_so_no_licence_of_theirs_is_promised() -> None:
    heard = {".wav", ".ogg", ".mp3", ".flac"}
    assert not [path for path in (ROOT / "assets").rglob("*") if path.suffix in heard]
    assert "sounds are made by the program" in " ".join(README.split())
    assert "sounds" not in README.partition("carry their licences")[0].rpartition("Code: MIT")[2]
