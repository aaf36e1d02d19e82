"""How fast this machine is now: what a test allows in the processor's seconds is meant for one
machine, and others are slower, or busy."""

import time
from statistics import median

LOOP = 0.012  # seconds that the loop takes on the machine for which the bounds are meant


def slower() -> float:
    """Return how many times slower this machine is now than the bounds' own; at least 1."""
    took = []
    for _ in range(9):
        began = time.process_time()
        sum(number * number for number in range(200_000))
        took.append(time.process_time() - began)
    return max(median(took) / LOOP, 1.0)
