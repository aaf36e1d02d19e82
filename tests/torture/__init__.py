"""Torture: the game is killed, its files mutated, its disk broken, its secrets probed."""
