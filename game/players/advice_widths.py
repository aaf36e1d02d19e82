"""How far each adviser widens its ranges, by side and adviser, a number a question.

The questions in order: read, next, cost, terms, score. Calibrated by
``python main.py advice --refit``, so that four truths in five lie inside.
"""

WIDTHS: tuple[dict[str, tuple[float, ...]], ...] = (
    {
        "The Special Assistant": (0.42, 0.96, 0.96, 0.8, 1.1),
        "The Chairman": (0.74, 1.0, 1.03, 0.97, 1.16),
        "The Under Secretary": (0.48, 0.95, 1.01, 0.85, 0.91),
        "The Director": (0.35, 0.92, 0.91, 0.71, 1.01),
    },
    {
        "The Commander-in-Chief": (0.44, 0.25, 1.09, 0.73, 0.39),
        "The First Secretary": (0.52, 0.25, 1.1, 1.01, 0.43),
        "The Foreign Minister": (0.64, 0.25, 0.91, 0.57, 0.29),
        "The Research Department": (0.29, 0.25, 0.91, 0.63, 0.29),
    },
)
