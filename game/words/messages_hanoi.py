"""What Hanoi lets Washington hear, by rung of posture. Register climbs from abuse to courtesy.

``SAID`` is what is heard in the open, ``PAPERS`` what becomes of the papers. Each text stands with
what the state must bear for it (``messages.NEEDS``), empty where it always does.
"""

from typing import Final

Texts = tuple[tuple[str, str], ...]

SAID: Final[dict[str, Texts]] = {
    "refuse": (
        (
            "Radio Hanoi calls the word peace a smoke screen. The aggressor must go home; "
            "there is nothing to discuss with him while he is here.",
            "there",
        ),
        (
            "Nhan Dan writes that the people will fight ten years, twenty years or longer, and "
            "that swindles about talks deceive nobody.",
            "",
        ),
        (
            "The Foreign Ministry denounces a trick. Those who came with guns can leave "
            "as they came, it says; no conference is needed for that.",
            "there",
        ),
        (
            "The army's newspaper in Hanoi gives one line to negotiations, on the last page: "
            "the gun has the floor.",
            "",
        ),
        ("A rally in Ba Dinh square cheers for final victory. Of talks not a word is spoken.", ""),
        (
            "A poem on the front page of Nhan Dan lists the invaders of a thousand years. It "
            "gives the dates on which they left.",
            "",
        ),
        (
            "The Front's radio declares that whoever wants to speak of the South should ask "
            "the South. It gives no address.",
            "",
        ),
        (
            "A reader's letter in Hanoi asks why nobody negotiates. The editor answers that "
            "one does not negotiate with a flood.",
            "",
        ),
    ),
    "conditions": (
        (
            "The Foreign Ministry repeats its stand: the bombing is to stop for good and "
            "without return. Only then could there be a question of meeting.",
            "bombs",
        ),
        (
            "Hanoi tells a visitor that its points are the only correct basis. Where that is "
            "recognised, favourable conditions will exist for a settlement.",
            "",
        ),
        (
            "Nhan Dan gives the order of things: an unconditional end to the raids, "
            "recognition of the Front, and then perhaps a table.",
            "bombs",
        ),
        (
            "An envoy explains the stand with patience. Nothing is refused for ever, he says, "
            "but the conditions come before the talks and not after.",
            "",
        ),
        (
            "A broadcast in English sets the price again, in the same words as last time. "
            "Listeners note that a price was named.",
            "again",
        ),
        (
            "Hanoi's envoy in a neutral capital dictates three sentences and asks to have them "
            "read back. Two of them begin with 'after'.",
            "",
        ),
        (
            "The ministry's spokesman is asked whether the word 'could' was chosen on purpose. "
            "He repeats the sentence, with the word.",
            "",
        ),
        (
            "Nhan Dan explains to its readers what a correct basis is. It takes two columns, "
            "and shuts no door in either.",
            "",
        ),
    ),
    "contacts": (
        (
            "The Foreign Ministry states that its representative is ready to make contact with "
            "the other side, and to learn what it means by what it says.",
            "",
        ),
        (
            "Hanoi's delegate lets it be known that his door is not locked. Contacts may be "
            "had; where they lead depends on both.",
            "",
        ),
        (
            "A statement from Hanoi speaks of contact between representatives of the two "
            "governments. The word aggressor stands in it once only.",
            "",
        ),
        (
            "The envoy pours tea and takes notes. He is instructed to listen, he says, and "
            "asks when the next meeting might be.",
            "",
        ),
        (
            "Hanoi neither confirms nor denies that its man has met anybody. In its language "
            "that is a reply.",
            "",
        ),
        (
            "A trade delegation from Hanoi stays two days longer than its business. Its leader "
            "takes walks, and is not alone on them.",
            "",
        ),
        ("Hanoi's embassy asks which of its telephones the other side prefers.", ""),
    ),
    "talks": (
        (
            "The Democratic Republic declares itself ready for talks and names its "
            "delegation. Level, place and agenda can be settled between the parties.",
            "apart",
        ),
        (
            "Hanoi announces that its minister will take his seat. The statement is "
            "courteous, speaks of a just settlement, and sets no condition for the first "
            "day.",
            "apart",
        ),
        (
            "The delegation receives reporters in its garden. It has come to negotiate "
            "seriously, its spokesman says, and has brought winter clothes.",
            "sitting",
        ),
        (
            "Hanoi proposes regular sessions and a list of questions in an agreed order. It "
            "writes as one government writes to another.",
            "",
        ),
        (
            "The minister speaks for an hour, without notes and without abuse. Peace, "
            "he says, is a matter of dates and articles now.",
            "sitting",
        ),
        (
            "The delegation's luggage has been sent ahead, Hanoi lets it be known, and "
            "the interpreters with it.",
            "apart",
        ),
        (
            "A building has been rented, and the flag for it ordered. Hanoi calls the "
            "talks a matter of days and of goodwill.",
            "apart",
        ),
        (
            "In the session the delegate passes over the past in two paragraphs. He has "
            "nine for what is to come.",
            "sitting",
        ),
        (
            "The two delegations have agreed on the minutes of what they disagree on. "
            "Hanoi calls it work.",
            "sitting",
        ),
        (
            "Hanoi's radio carries the word settlement three times in one evening, and no "
            "adjective with it.",
            "",
        ),
    ),
}

PAPERS: Final[dict[str, dict[str, Texts]]] = {
    "refuse": {
        "offer": (
            ("And yet a paper without heading travels by a third hand, with questions in it.", ""),
            (
                "In the same week a neutral visitor carries out one sentence that the radio "
                "does not speak.",
                "",
            ),
            (
                "An unsigned page, passed on in a corridor, asks what would follow if the "
                "raids ended.",
                "bombs",
            ),
            ("A friend of both sides reports a hint, and denies at once that it was one.", ""),
        ),
        "answer": (
            ("Washington's note comes back, unopened to all appearance.", "asked"),
            (
                "The overture received is called an insult; the messenger is shown the "
                "door with courtesy.",
                "asked",
            ),
            ("The note is answered by printing it, under the heading: another swindle.", "asked"),
            ("The reply is brief: the note contains nothing, and nothing is the answer.", "asked"),
        ),
    },
    "conditions": {
        "offer": (
            (
                "A paper goes with it, by a third hand: meet the condition, it says, and "
                "things will move.",
                "",
            ),
            (
                "An intermediary brings the same condition on paper, with a blank left for the "
                "date.",
                "",
            ),
            ("The envoy adds, as if in passing, that the condition need not be met in public.", ""),
            (
                "A neutral foreign minister is asked to pass on that the order of steps could "
                "be talked over.",
                "",
            ),
        ),
        "answer": (
            (
                "Washington's note is returned with its proposals numbered, and a no beside each.",
                "asked",
            ),
            (
                "The reply to the overture is long and correct. It ends where it began, "
                "at the condition.",
                "asked",
            ),
            (
                "The note has been studied, the envoy says. It asks for something where "
                "nothing is owed.",
                "asked",
            ),
            ("The answer is polite and finds the moment not yet ripe.", "asked"),
        ),
    },
    "contacts": {
        "offer": (
            ("Its paper names a city, a level and a week.", ""),
            ("It proposes a first meeting without agenda, and without photographers.", ""),
            ("The paper it sends has three articles. Two of them could be signed by anybody.", ""),
            ("An oral message follows: what is said between envoys will not be printed.", ""),
        ),
        "answer": (
            (
                "Washington's proposal is acknowledged, and questions are put on its second part.",
                "asked",
            ),
            ("The reply takes up the proposal and leaves out the adjectives.", "asked"),
            ("The note is answered within the fortnight, which has not happened before.", "asked"),
            (
                "The answer neither accepts nor refuses; it asks for a meeting to explain itself.",
                "asked",
            ),
        ),
    },
    "talks": {
        "offer": (
            ("A draft is laid on the table, in numbered chapters.", ""),
            ("The delegation hands over a working paper, and asks for one in return.", ""),
            ("A private session is offered for the questions that do not bear an audience.", ""),
            ("Its proposal comes typed in both languages, with wide margins.", ""),
        ),
        "answer": (
            ("To Washington's proposal it replies article by article.", "asked"),
            (
                "The answer to the proposal begins with the points on which the two sides agree.",
                "asked",
            ),
            ("It finds matter in the proposal that can be built upon, and says where.", "asked"),
            (
                "The reply is moderate and long. The experts are asked to compare the texts.",
                "asked",
            ),
        ),
    },
}
