"""Other libraries' games, played at random from Python on one core: what the wars are set beside.

A move is one player's decision; dice are free. Each figure is None where the library, an optional
extra, is not installed. pgx compiles its games, which is not counted; it is measured a game at a
time, as a Python player would step it, and a thousand together, as it is meant to be used.
"""

import importlib
import importlib.util
import os
from random import Random
from time import process_time
from typing import Any, Final

SECONDS: Final = 1.0  # for each game: the figures are good to a few parts in a hundred
SEED: Final = 1
TOGETHER: Final = 1024  # games of pgx in one call
STEPS: Final = 50  # of them between two looks at the clock
ONE_CORE: Final = "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"


def moves_a_second() -> dict[str, float | None]:
    """Return random moves a second of each game, None where its library is not installed."""
    spiel = importlib.util.find_spec("pyspiel") is not None
    compiled = importlib.util.find_spec("pgx") is not None
    return {
        "open_spiel_backgammon": spiel_moves("backgammon") if spiel else None,
        "open_spiel_goofspiel": spiel_moves("goofspiel") if spiel else None,
        "pgx_backgammon": pgx_moves(1) if compiled else None,
        f"pgx_backgammon_{TOGETHER}": pgx_moves(TOGETHER) if compiled else None,
    }


def spiel_moves(name: str) -> float:
    """Return random moves a second of one of OpenSpiel's games."""
    pyspiel: Any = importlib.import_module("pyspiel")
    game, luck, moves = pyspiel.load_game(name), Random(SEED), 0
    begun = process_time()
    while process_time() - begun < SECONDS:
        state = game.new_initial_state()
        while not state.is_terminal():
            moves += _spiel_turn(state, luck)
    return moves / (process_time() - begun)


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


def pgx_moves(games: int) -> float:
    """Return random moves a second of pgx's backgammon, ``games`` at once, each begun anew."""
    os.environ.setdefault("XLA_FLAGS", ONE_CORE)
    jax, turn, states = _pgx_table(games)
    keys, moves = jax.random.split(jax.random.PRNGKey(SEED), STEPS), 0
    states = jax.block_until_ready(turn(states, keys[0]))  # compiled here
    begun = process_time()
    while process_time() - begun < SECONDS:
        for key in keys:
            states = turn(states, key)
        jax.block_until_ready(states)
        moves += STEPS * games
    return moves / (process_time() - begun)


def _pgx_table(games: int) -> tuple[Any, Any, Any]:
    """Return jax, a compiled function that plays a random move in every game, and new games."""
    jax, pgx = importlib.import_module("jax"), importlib.import_module("pgx")
    wrappers = importlib.import_module("pgx.experimental.wrappers")
    rules: Any = pgx.make("backgammon")
    step = wrappers.auto_reset(rules.step, rules.init)

    def move(state: Any, key: Any) -> Any:
        first, second = jax.random.split(key)
        wishes = jax.numpy.where(state.legal_action_mask, 0.0, -jax.numpy.inf)
        return step(state, jax.random.categorical(first, wishes), second)

    def turn(states: Any, key: Any) -> Any:
        return jax.vmap(move)(states, jax.random.split(key, games))

    seeds = jax.random.split(jax.random.PRNGKey(SEED), games)
    return jax, jax.jit(turn), jax.vmap(rules.init)(seeds)
