"""Mutations of the rules: one line is made wrong at a time, and the rules' tests must say so."""
