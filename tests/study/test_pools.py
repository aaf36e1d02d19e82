"""Worker processes: none outlives the first, however it ends."""

import subprocess
import sys
import textwrap
from pathlib import Path

ROOT = Path(__file__).parents[2]
PATIENCE = 40  # seconds until a worker that stays is called one

PROGRAM = """
    import os
    import sys

    sys.path.insert(0, sys.argv[1])
    from game.study.pools import spawned

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
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as first:  # fmt: skip
        assert first.stdout is not None
        assert int(first.stdout.readline()) != first.pid
        first.kill()
        rest, _ = first.communicate(timeout=PATIENCE)  # ends when nobody holds the pipe any more
    assert rest == ""
