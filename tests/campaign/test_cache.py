"""The cache of checked campaigns: read once, checked once, and never trusted when broken."""

import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from game import cache
from game.campaign import FULL, load, names, plain, reading, validate
from game.campaign.files import find
from game.problems import Problem


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test an empty cache of its own."""
    monkeypatch.setenv("OVERTURE_CACHE", str(tmp_path))
    return tmp_path


def checks_run(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that gets the name of every file that is checked from now on."""
    seen: list[str] = []
    check = validate.validated
    monkeypatch.setattr(
        validate, "validated", lambda data, name: seen.append(name) or check(data, name)
    )
    return seen


@pytest.mark.parametrize("name", [FULL, "tet"])
def test_a_campaign_from_the_cache_is_the_one_that_was_checked(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, checked = load(name), checks_run(monkeypatch)
    again = load(name)
    assert checked == []
    assert (again.file, again.scenario, again.digest) == (first.file, first.scenario, first.digest)


@pytest.mark.parametrize(
    "damage",
    [lambda data: b"", lambda data: data[:-9], lambda data: data[:200] + b"?" + data[201:]],
)
def test_a_broken_entry_is_ignored_and_written_anew(
    damage: Callable[[bytes], bytes], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = load(FULL)
    (entry,) = cache.kept()
    entry.write_bytes(damage(entry.read_bytes()))
    checked = checks_run(monkeypatch)
    assert load(FULL).file == first.file
    assert load(FULL).file == first.file
    assert checked == [f"{FULL}.toml"]


@pytest.mark.parametrize(
    "content", [b'CampaignFile\n{"campaign": 1}', b'{"campaign": 1}', b"[]", b"[" * 10**5]
)
def test_an_entry_that_holds_no_tables_is_ignored(content: bytes, folder: Path) -> None:
    first = load(FULL)
    (entry,) = cache.kept()
    kind, _, name = entry.name.removesuffix(".cached").partition("-")
    cache.put(kind, name, content)
    assert load(FULL).file == first.file


@pytest.mark.parametrize("name", names())
def test_tables_hold_what_the_model_holds_and_what_the_file_left_out(name: str) -> None:
    path = find(name)
    model = validate.validated(reading.parse(reading.read_bytes(path), path.name), path.name)
    table = plain.read(plain.kept(model))
    assert plain.values(table) == model.model_dump()
    assert as_written(table) == model.model_dump(exclude_unset=True)
    assert pickle.loads(pickle.dumps(table)).model_fields_set == model.model_fields_set
    with pytest.raises(AttributeError):
        table.format = 2


def as_written(value: Any) -> Any:
    """Return tables as dicts of what stands in their file, all the way down."""
    if isinstance(value, plain.PlainTable):
        value = {key: getattr(value, key) for key in value.model_fields_set}
    if isinstance(value, dict):
        return {key: as_written(inner) for key, inner in value.items()}
    return [as_written(inner) for inner in value] if isinstance(value, list) else value


def test_a_changed_file_is_checked_again(tmp_path: Path) -> None:
    copy = tmp_path / "copy.toml"
    text = find(FULL).read_text(encoding="utf-8")
    copy.write_text(text, encoding="utf-8")
    load(copy)
    copy.write_text(text.replace("[campaign]", "[campaign]\nweather_machine = 1", 1), "utf-8")
    with pytest.raises(Problem, match="weather_machine"):
        load(copy)


def test_where_no_cache_can_be_kept_campaigns_load_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("OVERTURE_CACHE", str(tmp_path / "file"))
    assert load(FULL).name == FULL
    assert cache.kept() == []


def test_the_cache_keeps_the_newest_entries_of_a_kind_and_no_more() -> None:
    for number in range(cache.MOST_KEPT + 3):
        cache.put("kind", f"{number:02}", b"x")
    cache.put("other", "name", b"y")
    assert len(cache.kept()) == cache.MOST_KEPT + 1
    assert cache.get("other", "name") == b"y"
