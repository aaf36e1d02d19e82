"""What a lecturer reads: the lesson plan of one page, its reading, the slides, and how to grade."""

from dataclasses import dataclass
from typing import Final

AIMS: Final = (
    "Say why offering talks can be costly for a government at war, and when it is not.",
    "Tell what a government means by an act from what the other side takes it for.",
    "Forecast another government's next act with a probability, and learn from being wrong.",
    "Judge a model by what it explains, what it leaves out, and what would count against it.",
)
READING: Final = (
    'Oriana Skylar Mastro and David A. Siegel, "Talking to the Enemy: Explaining the Emergence of '
    'Peace Talks in Interstate War", Journal of Theoretical Politics 35:3 (2023), 182-203, '
    "doi:10.1177/09516298231185112. After play.",
    "Oriana Skylar Mastro, The Costs of Conversation: Obstacles to Peace Talks in Wartime (Ithaca: "
    "Cornell University Press, 2019). Chapter on Vietnam, after play.",
    'James D. Fearon, "Rationalist Explanations for War", International Organization 49:3 (1995), '
    "379-414. Before play.",
    "The codex of the game (F1 or the key X in play): people, places and channels of these years, "
    "each with its source. Before play, twenty minutes.",
)
SAY: Final = (
    "You are two governments at war. Both may do better than history; both may do worse.",
    "Argue in your corner, write your sheet, then sit down for your side's minutes. What you have "
    "drafted when they are over is given.",
    "Before each turn ends, seal one line on what you mean and one forecast. They are read aloud "
    "in the debrief and can be graded; being wrong is not.",
    "Real people suffered in this war. Nobody plays for cruelty, and it earns nothing here.",
)
ASK: Final = (
    "Sender first: what did you mean by this act? Then the other side: what did you take it for?",
    "Which condition was missing when your hand was refused? Which order would have supplied it?",
    "What would you want to see before you believed this of another war?",
)

RUBRIC: Final = (
    ("Reasons", "names an act and no purpose", "names a purpose", "says how the other side is "
     "meant to read the act", "says that, and what would show that it was read otherwise"),
    ("Forecasts", "fewer than half the turns", "every turn, always near the same number",
     "numbers that move with what was seen", "numbers that move, and come close on the whole"),
    ("Debate", "one voice decides", "several speak for their office", "a disagreement is settled "
     "by evidence", "a minority view is written down and looked at later"),
    ("Looking back", "tells what happened", "tells what was meant and taken", "names the missing "
     "condition", "names an order that would have supplied it, and its price"),
)  # fmt: skip
"""A criterion and what earns 0, 1, 2 and 3."""


@dataclass(frozen=True)
class Slide:
    """One slide: its heading and lines; ``after`` says that it is for after play."""

    title: str
    lines: tuple[str, ...]
    after: bool = False


SLIDES: Final = (
    Slide("When can you afford to talk?", ("Washington and Hanoi, 1965 to 1973.", "{title}.",
          "Three questions first, without your name.")),
    Slide("How it goes", ("{turns} turns of {turn} minutes; a turn is {stride}.",
          "{argument} to argue, then {keyboard} at the keyboard for each side.",
          "Who sits first alternates. Your time is your own.")),
    Slide("What you decide", ("War: what you send, bomb, hold or spare.",
          "Words: a posture, a message, a channel.",
          "The table: five issues, four positions each; a signature ends the war.")),
    Slide("What you know", ("Your own figures, exactly. Theirs, as estimates.",
          "Something about yourselves that nobody else knows.",
          "Seal a reason and a forecast every turn.")),
    Slide("What counts", ("60 points for aims, 40 for people, a side.",
          "Nothing signed is worth about half of what stands.",
          "The bell stops the war: unfinished, and nobody has won.")),
    Slide("Stop. Write.", ("Why did the other side do what it did?", "One line each, in silence."),
          after=True),
    Slide("What you were playing against", ("An open hand is read.",
          "It looks like weakness, and invites the enemy to go further, unless ...",
          "... going further has become too costly for the enemy,",
          "... or you have shown that you can bear the war."), after=True),
    Slide("Your page", ("What you meant. How it was read.", "What was missing: cost, or a "
          "demonstration?", "Which orders would have supplied it?"), after=True),
    Slide("What changes little", ("A pause alone. A better place to meet. A messenger with nothing "
          "of his own at stake.", "And what changes much: a guarantee that costs the guarantor."),
          after=True),
    Slide("And the real war?", ("The game was built on the rule; it cannot prove it.",
          "What would count against it?", "The three questions again."), after=True),
)  # fmt: skip
"""Five before play, five after it."""
