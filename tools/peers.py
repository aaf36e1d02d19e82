"""Other libraries' games, played at random from Python on one core: what the wars are set beside.

A move is one player's decision; dice are free. Each figure is None where the library, an optional
extra, is not installed. pgx compiles its games, which is not counted; it is measured as it is meant
to be used: a thousand games together, many turns in one compiled loop (``lax.scan``), each game
begun anew where it ends.
"""

import importlib
import importlib.util
import os
from random import Random
from time import process_time
from typing import Any, Final, NamedTuple

SECONDS: Final = 1.0  # for each game: the figures are good to a few parts in a hundred
SEED: Final = 1
TOGETHER: Final = 1024  # games of pgx in one call
STEPS: Final = 50  # turns in one loop, between two looks at the clock
SPIEL: Final = ("backgammon", "connect_four", "goofspiel")
PGX: Final = ("backgammon", "connect_four", "tic_tac_toe")
ONE_CORE: Final = "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"


class Rate(NamedTuple):
    """Random moves, and whole games, a second."""

    moves: float
    games: float


def rates() -> dict[str, Rate | None]:
    """Return how fast each game is played, None where its library is not installed."""
    spiel = importlib.util.find_spec("pyspiel") is not None
    compiled = importlib.util.find_spec("pgx") is not None
    return {
        **{f"open_spiel_{name}": spiel_rate(name) if spiel else None for name in SPIEL},
        **{
            f"pgx_{name}_{TOGETHER}": pgx_rate(name, TOGETHER) if compiled else None for name in PGX
        },
    }


def spiel_rate(name: str) -> Rate:
    """Return how fast one of OpenSpiel's games is played."""
    pyspiel: Any = importlib.import_module("pyspiel")
    game, luck, moves, games = pyspiel.load_game(name), Random(SEED), 0, 0
    begun = process_time()
    while process_time() - begun < SECONDS:
        state = game.new_initial_state()
        while not state.is_terminal():
            moves += _spiel_turn(state, luck)
        games += 1
    taken = process_time() - begun
    return Rate(moves / taken, games / taken)


def _spiel_turn(state: Any, luck: Random) -> int:
    """Play one turn, of chance or of whoever moves; return how many moves it was."""
    if state.is_chance_node():
        actions, chances = zip(*state.chance_outcomes(), strict=True)
        state.apply_action(luck.choices(actions, chances)[0])
        return 0
    if state.is_simultaneous_node():
        players = range(state.num_players())
        state.apply_actions([luck.choice(state.legal_actions(player)) for player in players])
        return len(players)
    state.apply_action(luck.choice(state.legal_actions()))
    return 1


def pgx_rate(name: str, games: int) -> Rate:
    """Return how fast one of pgx's games is played, so many at once: as long as it takes for each
    to end once on average, since none has ended at first."""
    os.environ.setdefault("XLA_FLAGS", ONE_CORE)
    jax, turns, states = _pgx_table(name, games)
    key, moves, over = jax.random.PRNGKey(SEED), 0, 0
    states, _ = jax.block_until_ready(turns(states, key))  # compiled here
    begun = process_time()
    while process_time() - begun < SECONDS or over < games:
        key, _ = jax.random.split(key)
        states, ended = jax.block_until_ready(turns(states, key))
        moves += STEPS * games
        over += int(ended)
    taken = process_time() - begun
    return Rate(moves / taken, over / taken)


def _pgx_table(name: str, games: int) -> tuple[Any, Any, Any]:
    """Return jax, a compiled function that plays STEPS random moves in every game and counts the
    games that ended, and new games."""
    jax, pgx = importlib.import_module("jax"), importlib.import_module("pgx")
    wrappers = importlib.import_module("pgx.experimental.wrappers")
    rules: Any = pgx.make(name)
    step = wrappers.auto_reset(rules.step, rules.init)

    def move(state: Any, key: Any) -> Any:
        first, second = jax.random.split(key)
        wishes = jax.numpy.where(state.legal_action_mask, 0.0, -jax.numpy.inf)
        return step(state, jax.random.categorical(first, wishes), second)

    def turn(states: Any, key: Any) -> Any:
        states = jax.vmap(move)(states, jax.random.split(key, games))
        return states, (states.terminated | states.truncated).sum()

    def turns(states: Any, key: Any) -> Any:
        states, ended = jax.lax.scan(turn, states, jax.random.split(key, STEPS))
        return states, ended.sum()

    seeds = jax.random.split(jax.random.PRNGKey(SEED), games)
    return jax, jax.jit(turns), jax.jit(jax.vmap(rules.init))(seeds)
