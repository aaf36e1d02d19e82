"""The end at the terminal and on paper: verdict, terms, the road not taken, scores, then the rule;
what a facilitator keeps hidden stays hidden; and the record of one's wars."""

import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from game.campaign.files import SHIPPED
from game.cli import main
from game.consoles import printer
from game.desk import build_end
from game.engine.board import HANOI, WASHINGTON
from game.record import Game, named_path, saved_games, saves_folder, wars
from game.study.debrief.feats import FEATS
from game.study.debrief.road import LOGGED
from game.text import ends
from game.words import dead
from tests.study.test_road import against_a_machine, road_of

ORDER = (
    "THE TERMS",
    "THE ROAD WASHINGTON DID NOT TAKE",
    "THE SCORE",
    "YOUR RECORD",
    "WHEN TALKING WAS SAFE",
    "WHAT EACH GOVERNMENT KNEW OF ITSELF",
    "THE DEAD",
)


def printed(game: Game, data: Path, people: tuple[int, ...] = (WASHINGTON,)) -> str:
    out = io.StringIO()
    made = build_end.ended(game, people, data / "saves")
    ends.debrief(printer(file=out, width=100, highlight=False), made)
    return out.getvalue()


def test_the_end_comes_in_its_order_and_is_remembered_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    game = against_a_machine(WASHINGTON, 2)
    text = printed(game, tmp_path)
    places = [text.index(heading) for heading in ORDER]
    assert places == sorted(places)
    best = road_of(game, WASHINGTON).best
    assert best is not None
    assert best.by == LOGGED
    assert f"It could have ended at {best.score:.0f}" in text
    assert "by its own log Hanoi would have signed this" in " ".join(text.split())
    assert "Your first of this side" in text
    printed(game, tmp_path)
    book = wars.read(tmp_path)
    assert [war.score for war in book.wars] == [round(game.scores()[WASHINGTON], 2)]
    printed(against_a_machine(WASHINGTON, 3), tmp_path)
    assert main(["record", "--data", str(tmp_path), "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert (shown["count"], len(shown["best"]), len(shown["feats"])) == (2, 1, len(FEATS))
    assert shown["best"][0]["score"] == max(war.score for war in wars.read(tmp_path).wars)
    assert main(["record", "--data", str(tmp_path / "nothing")]) == 0
    assert "No war of yours" in capsys.readouterr().out


def test_the_terminal_leads_back_to_the_quarter_that_decided_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    war = against_a_machine(WASHINGTON, 2)
    names = [row.quarter for row in war.past.rows]
    quarter = names[road_of(war, WASHINGTON).decided]
    game = Game(war.past)
    game.log.entries.extend(war.entries)
    folder = saves_folder(tmp_path)
    game.save(named_path(folder, "over"))

    def run(*words: str) -> tuple[int, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO(""))
        code = main(["text", *words, "--data", str(tmp_path)])
        told = capsys.readouterr()
        return code, " ".join((told.out + told.err).split())

    code, said = run("--load", "over")
    assert code == 0
    assert "Back to the quarter that decided it: python main.py text --load" in said
    assert f"--from {quarter}" in said
    code, said = run("--load", "over", "--from", quarter)
    assert code == 0
    assert f"With hindsight: this war was entered again at {quarter}" in said
    (again,) = [row for row in saved_games(folder) if row.again]
    assert again.quarter == quarter
    assert run("--from", quarter)[0] == 2
    code, said = run("--load", "over", "--from", "1999Q1")
    assert code == 2
    assert f"has the quarters {names[0]} to {names[-1]}" in said
    code, said = run("--load", again.path.stem, "--from", names[0])
    assert code == 2
    assert "a war that is over" in said


def test_how_a_feat_is_done_is_told_where_it_was_or_where_the_rule_is_open(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    printed(against_a_machine(WASHINGTON, 4), tmp_path)  # no game is kept: the rule is closed
    assert main(["record", "--data", str(tmp_path), "--json"]) == 0
    for row in json.loads(capsys.readouterr().out)["feats"]:
        assert ("told where the rule" in row["text"]) == (row["times"] == 0)


def hidden_war(own: int, seed: int) -> Game:
    war = against_a_machine(own, seed)
    game = Game(war.past)
    for entry in war.entries:
        game.log.entries.append(entry)
    game.facilitate("rule", "The rule is kept hidden.", shown=False)
    return game


def test_while_a_facilitator_hides_the_rule_the_road_shows_terms_alone(tmp_path: Path) -> None:
    for own, seed in ((WASHINGTON, 2), (WASHINGTON, 1), (HANOI, 4)):
        game = hidden_war(own, seed)
        made = build_end.ended(game, (own,), tmp_path / "saves")
        assert made.end is not None
        assert made.end.hidden
        assert made.end.decided == -1
        assert not made.end.feats
        (road,) = made.end.roads
        assert {point.kind for point in road.points} <= {"best"}
        for point in road.points:
            assert len(point.terms) == 5
            assert not any(letter.isdigit() for letter in point.title + point.text)
        told = [text for point in road.points for text in (point.title, point.text, road.said)]
        for word in (" log", "safe", "points", "lost", "chance", "belief"):
            assert not any(word in text.lower() for text in told)
        same = build_end.ended(without_the_log(game), (own,), None)
        assert same.end is not None
        assert same.end.roads == made.end.roads, "nothing of it comes from the log"
    assert all(not war.counts for war in wars.read(tmp_path).wars)


def without_the_log(game: Game) -> Game:
    bare = Game(game.past)
    bare.log.entries = [entry for entry in game.entries if "floor" not in entry.data]
    return bare


def test_two_people_each_have_their_road_and_no_record(tmp_path: Path) -> None:
    war = against_a_machine(WASHINGTON, 3)
    seats = war.past.beginning.seats
    two = seats.model_copy(update={"hanoi": seats.washington})
    past = replace(war.past, beginning=war.past.beginning.model_copy(update={"seats": two}))
    made = build_end.ended(Game(past), (WASHINGTON, HANOI), tmp_path / "saves")
    assert made.end is not None
    assert [road.government for road in made.end.roads] == ["Washington", "Hanoi"]
    assert "two people" in made.end.counts
    assert not (tmp_path / "wars.json").exists()


def test_the_dead_are_ranges_with_a_source_that_stands_in_the_sources() -> None:
    text = (SHIPPED / "SOURCES.md").read_text(encoding="utf-8")
    civilians = [toll.who for toll in dead.TOLLS]
    for place in ("South", "North", "Cambodians", "Laotians"):
        assert any(place in who for who in civilians)
    for toll in dead.TOLLS:
        row = next(line for line in text.splitlines() if line.startswith(f"| {toll.id} |"))
        assert f"{toll.low:,}" in row
        assert f"{toll.high:,}" in row
        assert toll.span in row
