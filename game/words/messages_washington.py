"""What Washington lets Hanoi hear, by rung of posture. Register climbs from threat to courtesy.

``SAID`` is what is heard in the open, ``PAPERS`` what becomes of the papers. Each text stands with
what the state must bear for it (``messages.NEEDS``), empty where it always does.
"""

from typing import Final

Texts = tuple[tuple[str, str], ...]

SAID: Final[dict[str, Texts]] = {
    "refuse": (
        (
            "The President says that aggression will not be rewarded. There is nothing to talk "
            "about, he adds, with those who will not leave their neighbour alone.",
            "",
        ),
        (
            "The Secretary of State waits for a sign that does not come, and says so. Until it "
            "comes the pressure goes on.",
            "",
        ),
        (
            "A spokesman in Washington is asked about negotiations and answers with the "
            "figures of the week's raids.",
            "bombs",
        ),
        (
            "The Secretary of Defense tells Congress that the enemy understands one language. "
            "The transcript is released before noon.",
            "",
        ),
        ("From the President's holiday: no deals, no hurry, no comment.", ""),
        (
            "A senator asks on the floor whether there is anybody to talk to. The "
            "administration's answer is one word long.",
            "",
        ),
        (
            "The press secretary is asked whether an envoy is travelling. Envoys travel, he "
            "says, and takes the next question.",
            "",
        ),
        (
            "The White House has seen the reports of an opening. It has seen the weather "
            "report too, it says, and believes that one.",
            "",
        ),
    ),
    "conditions": (
        (
            "The State Department would talk if the flow of men to the South stopped. Some "
            "restraint must be shown first, it says, and it must be one that can be seen.",
            "",
        ),
        (
            "The President will meet anybody who proves that he wants peace. What would prove "
            "it is set out in four lines.",
            "",
        ),
        (
            "The Secretary of State speaks of reciprocity: a step for a step, and the first by "
            "the other side.",
            "",
        ),
        (
            "Washington repeats its formula: the bombing can end when it is assured that "
            "advantage will not be taken of it.",
            "bombs",
        ),
        (
            "A spokesman reads the conditions again, slowly. He is asked whether they are "
            "final, and says that they are fair.",
            "again",
        ),
        (
            "An assistant secretary explains over lunch what a sign would look like. It would "
            "be small, he says, and it would have to last.",
            "",
        ),
        (
            "Washington would not call it a condition. It would call it a circumstance, and "
            "waits for it.",
            "",
        ),
        (
            "The ambassadors are told to say one thing: that the door has a handle on the "
            "other side as well.",
            "",
        ),
    ),
    "contacts": (
        (
            "The State Department confirms that it keeps its channels open and that messages "
            "can reach it. It declines to say which have.",
            "",
        ),
        (
            "An American ambassador has been told that he may receive a caller. He is to "
            "listen and to promise nothing.",
            "",
        ),
        (
            "The President tells reporters that there are contacts, then that there are none. "
            "His aides ask for patience.",
            "",
        ),
        (
            "Washington lets it be known that an envoy is free to travel. The place matters "
            "little, it says, and the shape of the table less.",
            "",
        ),
        (
            "The Secretary of State would be glad to hear from the other side. He says so in "
            "the tone of a man who has.",
            "",
        ),
        (
            "Somebody in Washington has asked the airline for a seat that can be booked late. "
            "It is mentioned to two reporters.",
            "",
        ),
        (
            "A retired diplomat is called out of his garden. He is briefed for a week, and "
            "told to say that he is on holiday.",
            "",
        ),
    ),
    "talks": (
        (
            "The President declares his government ready for talks, anywhere and at any "
            "time, without conditions laid down beforehand.",
            "apart",
        ),
        (
            "Washington names its delegation. It has instructions, the statement says, to "
            "explore every way to an honourable peace.",
            "apart",
        ),
        (
            "The American delegate arrives with two aides and a thick folder. He looks "
            "forward, he says, to businesslike sessions.",
            "sitting",
        ),
        (
            "A note from Washington proposes a date and a hall, and speaks of the "
            "government in Hanoi by its full name.",
            "apart",
        ),
        (
            "The President addresses the nation in the evening. He speaks of the other side's "
            "concerns for eleven minutes, and without raising his voice.",
            "",
        ),
        (
            "The cables between the capitals are about hotels now. Washington calls that "
            "progress, and does not smile.",
            "apart",
        ),
        (
            "The delegation's experts have been chosen for their patience. Its leader "
            "says that he packed for a winter.",
            "apart",
        ),
        (
            "The American delegate reads his statement and then puts it aside. For ten "
            "minutes he speaks without one.",
            "sitting",
        ),
        (
            "At the table Washington's side asks for a recess, and uses it. Both "
            "delegations come back with fewer papers.",
            "sitting",
        ),
        (
            "Washington speaks of the talks in the tone that it keeps for things that are to "
            "succeed.",
            "",
        ),
    ),
}

PAPERS: Final[dict[str, dict[str, Texts]]] = {
    "refuse": {
        "offer": (
            ("A third government is nevertheless asked to hand over one typed page.", ""),
            (
                "On the same day a neutral ambassador is invited to lunch, and leaves with a "
                "paper.",
                "",
            ),
            ("A private traveller carries questions that nobody has put to him officially.", ""),
            ("An unsigned note turns up in a third capital, and asks what Hanoi would do if.", ""),
        ),
        "answer": (
            ("Hanoi's note is found to contain nothing new.", "asked"),
            (
                "To the paper received there is one line in reply: the terms would mean surrender.",
                "asked",
            ),
            ("The message is called propaganda, and its carrier thanked for his trouble.", "asked"),
            ("The reply to Hanoi is read to the press before it is delivered.", "asked"),
        ),
    },
    "conditions": {
        "offer": (
            (
                "A message by an intermediary explains how the first step might be made "
                "without being seen.",
                "",
            ),
            (
                "A paper follows: what is asked could be done quietly, it says, and would be "
                "answered within days.",
                "",
            ),
            (
                "The ambassador adds that the two steps might be taken on one day, if not in "
                "one document.",
                "",
            ),
            (
                "A third party carries the conditions, with a covering letter that is warmer "
                "than they are.",
                "",
            ),
        ),
        "answer": (
            ("Hanoi's message is answered with thanks, and with the conditions.", "asked"),
            (
                "The reply calls Hanoi's proposal one-sided, and repeats what would balance it.",
                "asked",
            ),
            (
                "Washington has read the message with care, its note says, and misses one "
                "assurance.",
                "asked",
            ),
            ("The answer is firm in the first paragraph and regretful in the second.", "asked"),
        ),
    },
    "contacts": {
        "offer": (
            ("The ambassador hands over a paper and offers to wait for the answer.", ""),
            ("Two dates and three cities are proposed; the choice is left to Hanoi.", ""),
            ("A personal letter goes to Hanoi, through a hand that both sides trust.", ""),
            ("The note suggests that the first meeting be about the second one.", ""),
        ),
        "answer": (
            ("Hanoi's paper is acknowledged, and its third point is called interesting.", "asked"),
            ("The reply asks for one clarification, and gives two.", "asked"),
            ("Washington answers by the same road and asks that it be kept open.", "asked"),
            (
                "The note is taken up in a friendly spirit, the reply says, and returned "
                "with remarks.",
                "asked",
            ),
        ),
    },
    "talks": {
        "offer": (
            ("A draft is handed across, with the dates left open.", ""),
            ("The delegate proposes that both sides put their texts side by side.", ""),
            ("The proposal comes with a private word: the wording is not sacred.", ""),
            ("Its paper sets out what would be done in the first thirty days, and by whom.", ""),
        ),
        "answer": (
            ("To Hanoi's proposal the delegate replies point by point, and skips none.", "asked"),
            ("The answer finds Hanoi's draft a basis that can be worked from.", "asked"),
            ("The reply begins with what has been agreed, and it runs to a page.", "asked"),
            ("Washington's counter-draft keeps half of Hanoi's sentences.", "asked"),
        ),
    },
}
