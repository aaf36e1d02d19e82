"""How far each adviser widens its ranges, by side and adviser, a number a question.

The questions in order: read, next, cost, terms, score. Calibrated by
``python main.py advice --refit``, so that four truths in five lie inside.
"""

WIDTHS: tuple[dict[str, tuple[float, ...]], ...] = (
    {
        "The Special Assistant": (0.58, 1.02, 1.09, 0.98, 1.3),
        "The Chairman": (0.93, 1.17, 1.17, 1.08, 1.39),
        "The Under Secretary": (0.71, 1.03, 1.09, 0.97, 1.04),
        "The Director": (0.57, 1.0, 1.0, 0.91, 1.15),
    },
    {
        "The Commander-in-Chief": (0.45, 0.25, 1.08, 0.94, 0.39),
        "The First Secretary": (0.55, 0.25, 1.18, 1.21, 0.46),
        "The Foreign Minister": (0.64, 0.25, 0.92, 0.7, 0.29),
        "The Research Department": (0.3, 0.25, 0.92, 0.81, 0.29),
    },
)
