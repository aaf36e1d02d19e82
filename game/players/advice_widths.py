"""How far each adviser widens its ranges, by side and adviser, a number a question.

The questions in order: read, next, cost, terms, score. Calibrated by
``python main.py advice --refit``, so that four truths in five lie inside.
"""

WIDTHS: tuple[dict[str, tuple[float, ...]], ...] = (
    {
        "The Special Assistant": (0.44, 0.78, 1.0, 0.69, 1.11),
        "The Chairman": (0.72, 0.92, 1.09, 0.86, 1.12),
        "The Under Secretary": (0.46, 0.73, 1.1, 0.82, 1.02),
        "The Director": (0.35, 0.72, 0.97, 0.58, 1.04),
    },
    {
        "The Commander-in-Chief": (0.43, 0.25, 1.06, 0.64, 0.32),
        "The First Secretary": (0.54, 0.25, 1.08, 0.9, 0.43),
        "The Foreign Minister": (0.63, 0.25, 0.88, 0.54, 0.25),
        "The Research Department": (0.29, 0.25, 0.88, 0.54, 0.26),
    },
)
