"""What makers of the game use, and its players do not: measures, pictures of the screens, builds.

None of it is installed with the game. ``python -m tools`` lists what can be run.
"""
