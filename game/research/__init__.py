"""Interfaces that game theorists and AI researchers already use: PettingZoo, Gambit, trees."""
