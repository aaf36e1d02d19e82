"""A game in the window, played by dice and keys: after each frame it tells what state was shown.

``python -m tests.torture.window DATA SEED STEPS``: the kill torture kills it, and compares what is
on disk with the states that the same dice show where nobody dies.
"""

import hashlib
import json
import random
import sys
import time
from pathlib import Path

from game.cli import _seats
from game.cli._lobby import GameLobby
from game.desk.desk import Desk
from game.record import Game, Seats, running_path, saves_folder, seat
from game.ui.app import App
from game.ui.flow import Flow
from game.ui.scenes.common import Question
from game.ui.scenes.quarter import QuarterScene
from game.ui.scenes.waiting import AtWork, Deliberating
from tests.torture import games
from tests.ui.windows import key, tab_to, window

ENDING = 0.2  # of the steps end the quarter
PATIENCE = 120.0  # seconds for whoever thinks


def main() -> None:
    """Play so many steps, one line of standard output for each state that a frame has shown."""
    data, seed, steps = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    rng, folder = random.Random(seed), saves_folder(data)
    side = rng.randrange(2)
    app, _ = window((1024, 600))
    flow = Flow(app, GameLobby(folder), "0")
    game = Game.new(games.campaign("tet"), seed, seats(side))
    game.keeper.path = running_path(folder)
    game.keep()
    flow.play(Desk(game, _seats.machines(game), folder, _seats.council()))
    for step in range(steps + 1):
        if step:
            act(app, rng)
        go_on(app)
        app.dirty_all()
        app.frame()
        print(state(game), flush=True)
        if game.over:
            break


def seats(side: int) -> Seats:
    """Return a person at ``side`` and a machine at the other."""
    made = [seat("A person"), seat("A person")]
    made[1 - side] = _seats.seat(1 - side, None, None)
    return Seats(washington=made[0], hanoi=made[1])


def act(app: App, rng: random.Random) -> None:
    """Change a ladder by keys, or end the quarter."""
    if rng.random() < ENDING:
        tab_to(app, "end")
        key(app, "return")
        if isinstance(app.top(), Question):
            tab_to(app, "End quarter")
            key(app, "return")
        wait(app)
        return
    top = app.top()
    assert isinstance(top, QuarterScene)
    if top.page != "orders":
        tab_to(app, "page orders")
        key(app, "return")
    choices = [one.id for one in top.desk.quarter().orders.ladders if "." not in one.id]
    tab_to(app, f"ladder {rng.choice(choices)}")
    key(app, rng.choice(("right", "right", "left")))
    key(app, "return")


def go_on(app: App) -> None:
    """Press Enter on whatever only wants to be read."""
    wait(app)
    until = time.monotonic() + PATIENCE
    while not isinstance(app.top(), QuarterScene) and time.monotonic() < until:
        try:
            tab_to(app, "go on")
        except AssertionError:
            return
        key(app, "return")
        wait(app)


def wait(app: App) -> None:
    """Let time pass until nobody is waited for."""
    until = time.monotonic() + PATIENCE
    while isinstance(app.top(), AtWork | Deliberating):
        assert time.monotonic() < until
        time.sleep(0.005)
        app.tick()


def state(game: Game) -> str:
    """Return a digest of everything that a game's file holds, but its random name."""
    held = [row.model_dump() for row in (*game.past.rows, *game.entries, game.pending())]
    return hashlib.sha256(json.dumps(held, sort_keys=True).encode()).hexdigest()


if __name__ == "__main__":
    main()
