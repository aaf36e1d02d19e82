"""Overture's front door: ``python main.py`` plays, ``python main.py COMMAND`` does one thing."""

import sys

from game.cli import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
