"""What advisers recommend: a line each, by what they expect of the enemy and what lies there."""

from typing import Final

from game.engine.view import View

RECOMMENDED: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "An aide in the White House": (
        (
            "Turn the pressure a notch, not two, and keep one channel in use.",
            "Change little in the field, and leave one channel warm.",
        ),
        (
            "Hold the pressure where it is and name a place to meet.",
            "Say where we would sit down; raise nothing meanwhile.",
        ),
        (
            "Answer their note this quarter, in two sentences.",
            "Write back before the quarter is out, and briefly.",
        ),
        (
            "Stay at the table; ease only against something in writing.",
            "Keep our chair, and give for what is put on paper.",
        ),
        (
            "Mark up their text, and lay ours beside it.",
            "Go through their text line by line before we say what it is worth.",
        ),
    ),
    "A planner of the Joint Staff": (
        (
            "Go up a rung before any word of talks.",
            "Add weight now; words can wait until it is felt.",
        ),
        (
            "Keep the pressure on; let them come the rest of the way.",
            "Let them take the next step; we take none back.",
        ),
        (
            "Let their note wait until the field looks better.",
            "Win ground first, and answer from there.",
        ),
        (
            "Go on in the field as if nobody sat.",
            "Give the delegation time, and the field its orders.",
        ),
        (
            "Read their text with the pressure on.",
            "Weigh their text against what another quarter in the field would bring.",
        ),
    ),
    "The desk for Indochina": (
        (
            "Send a note by a carrier who can keep it.",
            "Put one question to them, by hand, and wait.",
        ),
        (
            "Open the door now, by a channel that does not leak.",
            "Take the private way to them while they will hear us.",
        ),
        (
            "Answer them, and say yes to a meeting.",
            "Take up what they offer, and ask for a date.",
        ),
        (
            "Table a text; nothing else moves a conference.",
            "Put articles before them: a conference moves by paper.",
        ),
        (
            "Take their text as the base, and sign what we can bear.",
            "Work from their draft; the rest can be mended later.",
        ),
    ),
    "The estimates desk": (
        (
            "Do not count on talks this quarter.",
            "Plan on a closed door for three months more.",
        ),
        (
            "Talks could begin: test it where that costs least.",
            "The door may open: knock once, cheaply, and note what comes back.",
        ),
        (
            "Answer: the reply would tell more than another month of watching.",
            "Reply to them; what they say next is the best evidence to be had.",
        ),
        (
            "Compare what they say with what they move before you give anything.",
            "Hold their words against the trail before anything is given.",
        ),
        (
            "Ask what their text leaves out; that is what they can spare.",
            "Look for the gap in their text: there lies what they would trade.",
        ),
    ),
    "A staff officer of the front": (
        (
            "Keep the forces in being and let him spend himself.",
            "Save the regiments; time costs him more than it costs us.",
        ),
        (
            "If they will talk, change nothing at the front for it.",
            "Let the others talk; the front keeps its orders.",
        ),
        (
            "Answer, if it must be, with what costs us no ground.",
            "Write to them if you like, and leave the units where they are.",
        ),
        (
            "Let the delegation sit and the roads be mended.",
            "Use the quarter of talks to fill the stores.",
        ),
        (
            "Sign nothing that moves our troops.",
            "Read first what their text says of our regiments.",
        ),
    ),
    "A member of the Secretariat": (
        (
            "Prepare the great blow; words come after it.",
            "Build for the decisive hour, and keep silent.",
        ),
        (
            "Let them wait at the door; the divisions come first.",
            "A door that opens now opens wider later: go on preparing.",
        ),
        (
            "Leave their note unanswered for this quarter.",
            "Let them ask twice.",
        ),
        (
            "Sit, and keep the divisions ready.",
            "Let the delegation speak, and lose no day of preparation.",
        ),
        (
            "Refuse their text, and table our own whole.",
            "Their text is theirs: lay ours against it, and yield nothing of it.",
        ),
    ),
    "The desk for the West": (
        (
            "Make the condition smaller by one word, and see who notices.",
            "Say the old thing in a new place, and see who writes of it.",
        ),
        (
            "Offer a meeting, and go on fighting meanwhile.",
            "Name a town and a day, and slacken nowhere.",
        ),
        (
            "Answer their note, drily and at once.",
            "Send them a reply without an adjective in it.",
        ),
        (
            "Fight for each line, with a text of our own.",
            "Bring a draft; who writes the articles wins half of them.",
        ),
        (
            "Take the articles, leave the adjectives, and give where it costs least.",
            "Trade their lines one for one, the cheapest first.",
        ),
    ),
    "The desk for the South": (
        (
            "Plan for a quarter without talks.",
            "Tell the provinces that nobody will sit this quarter.",
        ),
        (
            "A meeting could be had; settle first what it is to show us.",
            "Before anybody meets them, agree on what we want to learn.",
        ),
        (
            "Answer: their reply will be worth more than our reports.",
            "Write to them, and compare the reply with what the provinces say.",
        ),
        (
            "Watch their convoys while they speak.",
            "Count what they unload while their delegation talks.",
        ),
        (
            "Lay their text on the map before anybody praises it.",
            "Ask of each article which village it gives to whom.",
        ),
    ),
}
"""What each adviser recommends where the enemy is likely to stay closed, where talks could begin,
where an offer of theirs lies unanswered, while talks sit, and once they have tabled a text there:
each in two wordings, which quarters take in turn."""
AT_LAST: Final = {
    "An aide in the White House": (
        "Sign theirs if the country can bear it; there is no later draft.",
        "Nothing lies there that we could sign; spend nothing on words.",
    ),
    "A planner of the Joint Staff": (
        "Sign theirs or leave it; no order to the field comes in time.",
        "No order brings a text to sign any more; hold the field.",
    ),
    "The desk for Indochina": (
        "Sign what we can bear: theirs is the last text.",
        "It is too late for a new text; there is none of theirs to take.",
    ),
    "The estimates desk": (
        "Weigh their text against nothing at all: that is the choice.",
        "Expect nothing that we can sign from what is ordered now.",
    ),
    "A staff officer of the front": (
        "If their text leaves the troops where they stand, it can be signed.",
        "No paper of ours comes in time; keep the forces in being.",
    ),
    "A member of the Secretariat": (
        "Their text or none: it is decided today.",
        "What is laid on the table now nobody reads in time; stand fast.",
    ),
    "The desk for the West": (
        "Sign their articles or leave them; a new line comes too late.",
        "There is no text of theirs to sign; a meeting now changes nothing.",
    ),
    "The desk for the South": (
        "Decide on their text today: tomorrow it is gone.",
        "Nothing we write now is read in time; see to the cadres.",
    ),
}
"""What each recommends in the last quarter, where their package can be accepted and where not: no
meeting and no package of ours can bring a signature any more."""


def summary(
    name: str, view: View, opens: float, climbs: float, read: float, last: bool = False
) -> str:
    """Return an adviser's recommendation in one line; ``opens`` and ``climbs`` are chances, and
    nothing follows the ``last`` quarter."""
    lines = RECOMMENDED[name]
    if last:
        return AT_LAST[name][0 if view.talking > 0 and view.tabled_by_enemy[0] >= 0 else 1]
    if view.talking > 0:
        told = lines[4 if view.tabled_by_enemy[0] >= 0 else 3]
    elif view.offered[view.enemy]:
        told = lines[2]
    else:
        told = lines[1 if opens >= 0.5 or (read >= 0.6 and climbs < 0.5) else 0]
    return told[view.quarter % len(told)]
