"""Worker processes: none outlives the first, however it ends."""

import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from game.study.pool import spawned, stopped_at_once

ROOT = Path(__file__).parents[2]
PATIENCE = 120  # seconds until a worker that stays is called one

PROGRAM = """
    import os
    import sys

    sys.path.insert(0, sys.argv[1])
    from game.study.pool import spawned

    if __name__ == "__main__":
        pool = spawned(2)
        print(pool.submit(os.getpid).result(), flush=True)
        sys.stdin.read()
"""


def test_workers_end_with_a_first_process_that_is_killed(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(textwrap.dedent(PROGRAM))
    with subprocess.Popen(
        [sys.executable, str(program), str(ROOT)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as first:
        assert first.stdout is not None
        assert int(first.stdout.readline()) != first.pid
        first.kill()
        rest, _ = first.communicate(timeout=PATIENCE)  # ends when nobody holds the pipe any more
    assert rest == ""


def interrupted() -> None:
    """Leave a pool by Ctrl-C while it has long work in hand and waiting."""
    with stopped_at_once(spawned(1)) as pool:
        assert pool.submit(abs, -1).result() == 1
        for _ in range(3):
            pool.submit(time.sleep, PATIENCE)
        raise KeyboardInterrupt


def test_a_pool_that_is_left_by_an_exception_waits_for_no_task() -> None:
    began = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert time.monotonic() - began < PATIENCE


def test_a_pool_has_no_more_workers_than_every_system_takes() -> None:
    with spawned(10**20) as pool:
        assert pool.submit(abs, -1).result() == 1
