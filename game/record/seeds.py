"""The seeds of wars: which whole numbers may be one."""

MOST_SEED = 10**9 - 1  # nine digits, so that a seed can be read out in a classroom
