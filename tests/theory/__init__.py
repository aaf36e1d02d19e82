"""Tests of game/theory and of the command that solves tables of games."""
