"""How far each adviser widens its ranges, by side and adviser, a number a question.

The questions in order: read, next, cost, terms, score. Calibrated by
``python main.py advice --refit``, so that four truths in five lie inside.
"""

WIDTHS: tuple[dict[str, tuple[float, ...]], ...] = (
    {
        "The Special Assistant": (0.47, 0.71, 1.0, 0.68, 1.01),
        "The Chairman": (0.7, 0.88, 1.11, 0.88, 1.06),
        "The Under Secretary": (0.44, 0.68, 1.04, 0.79, 0.8),
        "The Director": (0.35, 0.63, 0.94, 0.55, 0.93),
    },
    {
        "The Commander-in-Chief": (0.41, 0.51, 1.05, 0.55, 0.32),
        "The First Secretary": (0.53, 0.25, 1.07, 0.79, 0.42),
        "The Foreign Minister": (0.62, 0.25, 0.87, 0.44, 0.25),
        "The Research Department": (0.27, 0.25, 0.86, 0.42, 0.25),
    },
)
