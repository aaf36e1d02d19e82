"""Prose from a dossier: messages, papers, cables, risks, causes. Period, third person, no blame.

Texts hold at most sixty words and never the language of the model. Everything here reads a view, a
report or orders, and nothing else; which variant is shown follows from the quarter alone.
"""
