"""Overture's front door: ``python main.py`` plays, ``python main.py COMMAND`` does one thing."""

import sys


def start() -> int:
    """Run what the command line asks for; one message where this Python lacks what it takes."""
    try:
        from game.cli import main  # here, where a package that is missing can still be told

        return main(sys.argv[1:])
    except ImportError as missing:
        package = (missing.name or "game").partition(".")[0]
        if package == "game":
            raise
        needs = "Overture needs Python 3.11 or newer, and what README.md installs first"
        print(f"{sys.executable}: no {package} that will do. {needs}: run that.", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(start())
