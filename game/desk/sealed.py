"""What a person seals until the war is over: forecasts of what the other side will do."""

from game.desk.chair import Chair
from game.study.debrief import forecasts

QUESTIONS = forecasts.QUESTIONS


def forecast(chair: Chair, question: str, per_cent: float, text: str = "") -> str:
    """Seal what the side to move expects of the other this quarter; return a sentence about it."""
    chair.quarter()  # refuses while the papers are not for whoever sits here
    return forecasts.write(chair.game, chair.side, question, per_cent, text)
