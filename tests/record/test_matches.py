"""Matches: batches and single wars agree, seats can be exchanged, and no player holds the seed."""

import json

import numpy as np
import pytest

from game.cli import main
from game.engine.board import HANOI, WASHINGTON
from game.players.roster import Contender
from game.record.matches import player_seeds
from game.study.contests.play import Result, WarJob, play, play_together
from game.study.contests.posture_policies import hanoi_tournament
from game.study.contests.standings import Entrant, pair_jobs, pair_won, summary

FULL = "vietnam-1965-1973"
PAIR = (Contender(WASHINGTON, "exit"), Contender(HANOI, "random"))


def test_a_war_alone_is_the_same_war_in_a_batch() -> None:
    jobs = [WarJob(FULL, *PAIR, seed) for seed in (3, 4, 5)]
    together = play_together(jobs)
    alone = play(jobs[1])
    assert alone.scores == together[1].scores
    assert (alone.ended, alone.quarters) == (together[1].ended, together[1].quarters)


def test_a_player_s_seed_is_not_the_war_s_and_differs_by_side() -> None:
    seeds = np.arange(100)
    washington, hanoi = (player_seeds(seeds, side) for side in (0, 1))
    assert not np.array_equal(washington, hanoi)
    assert len(np.unique(washington)) == 100
    assert not (washington == seeds).any()


def test_a_pair_is_won_by_the_higher_sum_over_both_seats() -> None:
    one = Entrant("one", Contender(WASHINGTON, "exit"), Contender(HANOI, "protracted-war"))
    two = Entrant("two", Contender(WASHINGTON, "knockout"), Contender(HANOI, "fight-and-talk"))
    first, second = pair_jobs(one, two, FULL, 9)
    assert first.washington == one.washington
    assert second.hanoi == one.hanoi
    results = [
        Result(job, scores, 1, 3, ((0,), (0,)), ((), ()))
        for job, scores in ((first, (50.0, 40.0)), (second, (45.0, 41.0)))
    ]
    assert pair_won(*results) == 1.0
    assert pair_won(results[1], results[0]) == 0.0


def test_a_summary_counts_every_ending() -> None:
    results = play_together([WarJob(FULL, *PAIR, seed) for seed in range(6)])
    found = summary(results, FULL, 1)
    assert sum(found["endings"].values()) == found["games"] == 6
    assert found["washington"]["low"] <= found["washington"]["score"] <= found["washington"]["high"]


def test_the_match_command_prints_one_json_object(capsys: pytest.CaptureFixture[str]) -> None:
    words = [
        "match",
        "--washington",
        "random",
        "--hanoi",
        "random",
        "--games",
        "4",
        "--seed",
        "2",
        "--json",
    ]
    assert main(words) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["games"] == 4
    assert [war["seed"] for war in found["wars"]] == [2, 3, 4, 5]
    assert main(words) == 0
    assert json.loads(capsys.readouterr().out) == found


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("match --washington nobody", "--washington: washington has no player 'nobody'"),
        ("match --hanoi fight:marshal", "there is no level 'marshal'"),
        ("match --games 0", "--games: a whole number from 1 to"),
        ("match --level king --balance", "--level: invalid choice: 'king'"),
    ],
)
def test_wrong_input_gets_one_message(
    words: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words.split()) == 2
    told = capsys.readouterr().err
    assert said in told
    assert "Traceback" not in told


def test_posture_policies_play_the_same_wars() -> None:
    rows = hanoi_tournament(FULL, 6, 1)
    by_name = {row.name: row for row in rows}
    assert by_name["open when ripe"].gain == (0.0, 0.0, 0.0)
    assert by_name["always closed"].settled == 0.0
    assert [row.score[0] for row in rows] == sorted((row.score[0] for row in rows), reverse=True)
