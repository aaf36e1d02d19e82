"""Case files: what a bad one is told, all at once with place and remedy; what is shipped."""

import random
import re
from pathlib import Path

import pytest

from game.campaign import cases, files, limits
from game.campaign.limits import MOST_LETTERS, MOST_PICTURE, MOST_SPELLS
from game.cli.check import checked
from game.problems import Problem

SMALL = """
format = 1
[case]
name = "small"
title = "A small war"
summary = "Two governments and one hand."
first = "1900-01"
last = "1900-12"
coding = "By one reader."
[[senders]]
id = "north"
name = "North"
enemy = "south"
[[senders]]
id = "south"
name = "South"
enemy = "north"
[[pages]]
date = "1900-02-01"
title = "It begins"
text = "Shots at the river."
source = "TIME, 1 January 1900"
confidence = "low"
grade = "memory"
[[spells]]
sender = "north"
first = "1900-03"
last = "1900-06"
recorded = "closed"
belief = "low"
cost = "low"
dove = "even"
why = "Nobody thinks it strong."
basis = "It says so."
question = "Do you open?"
done = "It did not."
rival = "It could not have."
rival_source = "A rival, 1901"
source = "TIME, 1 July 1900"
confidence = "high"
grade = "read"
"""


MAPPED = """format = 1
[map]
image = "nowhere.png"
west = 1.0
south = 1.0
east = 2.0
north = 2.0
text = "None."
"""


def told(tmp_path: Path, *changes: tuple[str, str]) -> str:
    """Return what check says of the small case with some of its text changed."""
    text = SMALL
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path = tmp_path / "small.toml"
    path.write_text(text, "utf-8")
    try:
        return checked(str(path))
    except Problem as problem:
        return str(problem)


def test_a_good_case_is_one_line(tmp_path: Path) -> None:
    assert "good. A small war, 1 pages, 1 sender-periods" in told(tmp_path)


def test_every_problem_is_told_at_once_with_its_place_and_remedy(tmp_path: Path) -> None:
    said = told(
        tmp_path,
        ('belief = "low"', 'belief = "lowish"'),
        ('enemy = "north"', 'enemy = "east"'),
        ("Shots at the river.", "word " * 61),
        ('last = "1900-12"', 'last = "1900-12"\ncolour = "red"'),
    )
    assert "4 problems" in said
    for part in (
        "spells[0].belief: 'lowish' will not do; write 'low', 'mid' or 'high'",
        "senders[1].enemy",
        "is no other sender; write another sender's id",
        "pages[0].text",
        "at most 60 words",
        "case.colour: unknown key; remove it",
        "docs/cases.md",
    ):
        assert part in said


@pytest.mark.parametrize(
    ("old", "new", "part"),
    [
        ('sender = "north"', 'sender = "west"', "spells[0].sender: 'west' is no sender"),
        ('last = "1900-06"', 'last = "1900-02"', "lies before 1900-03; write a later"),
        ('last = "1900-06"', 'last = "1901-06"', "1901-06 lies outside 1900-01 to 1900-12"),
        ('date = "1900-02-01"', 'date = "1899-02-01"', "lies outside"),
        ('grade = "read"', 'grade = "guessed"', "write 'read', 'partly' or 'memory'"),
        (
            'source = "TIME, 1 July 1900"',
            'source = "unverified (TIME)"',
            "its source is unverified",
        ),
        ('recorded = "closed"', 'recorded = "ajar"', "spells[0].recorded: 'ajar' will not do"),
        ('coding = "By one reader."', 'coding = "By one."\nreplay = "tet"', "come from the replay"),
        ('name = "South"', 'name = "South"\nhigh_cost = 1.0', "senders[1].why"),
        ('id = "south"', 'id = "north"', "is there already"),
        ("format = 1", "format = 2", "format"),
        ('dove = "even"', 'dove = "even"\nguarantee = 3.0', "write 0.5 or less"),
    ],
)
def test_what_does_not_fit_is_named(tmp_path: Path, old: str, new: str, part: str) -> None:
    assert part in told(tmp_path, (old, new))


def test_a_map_without_its_picture_is_told(tmp_path: Path) -> None:
    said = told(tmp_path, ("format = 1", MAPPED))
    assert "map.image: nowhere.png of at most 4,000,000 bytes lies neither beside" in said
    (tmp_path / "nowhere.png").write_bytes(b"x" * (MOST_PICTURE + 1))
    assert "map.image" in told(tmp_path, ("format = 1", MAPPED))
    (tmp_path / "nowhere.png").write_bytes(b"x")
    assert "good" in told(tmp_path, ("format = 1", MAPPED))


def test_a_stop_of_a_replay_must_be_where_a_hand_changes(tmp_path: Path) -> None:
    text = (cases.FOLDER / "vietnam.toml").read_text("utf-8")
    path = tmp_path / "other.toml"
    path.write_text(text.replace('quarter = "1968Q2"', 'quarter = "1968Q3"', 1), "utf-8")
    with pytest.raises(Problem, match="hanoi changes no hand in 1968Q3"):
        checked(str(path))


def test_a_case_is_bounded_in_letters_and_rows(tmp_path: Path) -> None:
    assert "letters" in told(tmp_path, ("Shots at the river.", "x" * (MOST_LETTERS + 1)))
    spell = SMALL[SMALL.index("[[spells]]") :]
    path = tmp_path / "long.toml"
    path.write_text(SMALL + spell * MOST_SPELLS, "utf-8")
    with pytest.raises(Problem, match="too many entries"):
        checked(str(path))


@pytest.mark.parametrize("name", cases.shipped())
def test_a_shipped_case_is_good(name: str) -> None:
    assert "good" in checked(name)


@pytest.mark.parametrize("name", cases.shipped())
def test_every_fact_has_a_source_that_can_be_found_or_says_that_it_is_from_memory(
    name: str,
) -> None:
    case = cases.load(name)
    facts = [*case.people, *case.pages, *case.spells, *case.decisions]
    unread = [
        one.source for one in facts if ("unverified" in one.source) != (one.grade == "memory")
    ]
    assert unread == []
    found = re.compile(r"\d{4}|\.\w{2,4}\b|FRUS|ed\.")
    lost = [one.source for one in facts if not found.search(one.source)]
    assert lost == []


@pytest.mark.parametrize("seed", range(40))
def test_a_damaged_case_ends_in_one_message_and_never_in_a_traceback(
    tmp_path: Path, seed: int
) -> None:
    luck = random.Random(seed)
    raw = bytearray(SMALL.encode())
    for _ in range(luck.randrange(1, 6)):
        at = luck.randrange(len(raw))
        raw[at : at + luck.randrange(4)] = luck.randbytes(luck.randrange(4))
    path = tmp_path / "damaged.toml"
    path.write_bytes(bytes(raw))
    said = ""
    try:
        said = checked(str(path))
    except Problem as problem:
        said = str(problem)
    assert "damaged.toml" in said


PAGE = Path(__file__).parents[2] / "docs" / "cases.md"


def test_the_example_of_the_page_is_a_good_case(tmp_path: Path) -> None:
    lines = PAGE.read_text("utf-8").partition("## Adding a case")[2].splitlines()
    first = next(place for place, line in enumerate(lines) if line.startswith("    format"))
    block = [line for line in lines[first:] if line.startswith("    ") or not line]
    path = tmp_path / "my-war.toml"
    path.write_text("\n".join(line[4:] for line in block), "utf-8")
    assert "good. A war, 1900, 1 pages, 1 sender-periods" in checked(str(path))


def test_the_page_names_every_limit_of_a_case() -> None:
    page = PAGE.read_text("utf-8")
    said = (
        f"at most {limits.MOST_SENDERS} senders, {limits.MOST_SPELLS} spells, "
        f"{limits.MOST_PAGES} pages, {limits.MOST_PEOPLE} people, {limits.MOST_PLACES} names "
        f"on a map, {limits.MOST_PICTURE:,} bytes of its picture, and "
        f"{limits.MOST_WORDS} words"
    )
    assert said in page


def test_ones_own_cases_are_found_by_name_and_a_shipped_name_stays_the_shipped_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "own_folder", lambda: tmp_path)
    assert cases.names() == cases.shipped()
    (tmp_path / "cases").mkdir()
    for name in ("small", "korea"):
        (tmp_path / "cases" / f"{name}.toml").write_text(SMALL, "utf-8")
    assert cases.names() == (*cases.shipped(), "small")
    assert "A small war" in checked("small")
    assert cases.find("korea") == cases.FOLDER / "korea.toml"
