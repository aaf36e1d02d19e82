"""``python -m tools``: every tool that can be run, with the first line of what it says."""

import ast
from pathlib import Path

from game.printing import say


def listed() -> list[tuple[str, str]]:
    """Return name and first line of each module here that does something when it is run."""
    found = []
    for path in sorted(Path(__file__).parent.glob("*.py")):
        text = path.read_text("utf-8")
        if "__name__ ==" in text and path.name not in ("__main__.py", "door.py"):
            said = ast.get_docstring(ast.parse(text)) or ""
            found.append((path.stem, said.partition("\n")[0]))
    return found


if __name__ == "__main__":
    for name, line in listed():
        say(f"python -m tools.{name:11} {line}")
