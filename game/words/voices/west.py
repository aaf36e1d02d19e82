"""The desk for the West in Hanoi's Foreign Ministry: fights with texts, dates and newspapers."""

from typing import Final

from game.words.voices.choosing import lines

LINES: Final = lines(
    (
        "start",
        "Four points stand in our file. The art will be in the order in which they are read.",
    ),
    ("start, apart", "We need no talks today. We need that everybody knows who declined them."),
    (
        "dawn",
        "The neutral capitals have not made up their minds. Each of our sentences is read there "
        "twice.",
    ),
    (
        "early, bombs",
        "He bombs and says that he is restrained. Let the delegations see a village and judge.",
    ),
    (
        "always",
        "Diplomacy is a front. It wants ammunition, that is to say texts, and it wants them dry.",
    ),
    ("always", "A condition that is never lifted is furniture. One that can be lifted is a coin."),
    (
        "always",
        "Say 'will' where you mean it and 'could' where you do not. They have specialists "
        "for this.",
    ),
    ("always", "Three kinds of people write to us from America. Answer all; quote the third."),
    ("always", "Geneva taught us what a friend can sign on one's behalf. Keep the pen here."),
    ("always", "Let us not say never. It binds only the one who says it."),
    ("always", "What is told to one friend is to be told to the other on the same day."),
    ("apart", "While nobody talks, whoever is asked last why not has won. Let it be us."),
    (
        "apart, ours closed",
        "Our refusal has been understood. It can be made smaller by one word each quarter.",
    ),
    ("apart, ours open", "We have said yes to a meeting. Now let the place be his difficulty."),
    (
        "apart, theirs open, ours closed",
        "He stands with his hand out, and the photographers come. How long may we leave him so?",
    ),
    ("they opened", "Washington has changed its formula. I ask for a week, and for a grammarian."),
    ("they closed", "They withdraw what they held out. I have the dates, for publication."),
    (
        "offer waits",
        "Their note wants an answer, and a dry one. No answer is the only reply that cannot be "
        "drafted well.",
    ),
    (
        "our offer waits",
        "Our note lies with them. Let the press hear nothing and the carrier be thanked.",
    ),
    ("leaked", "It stands in their newspapers. Deny the wording and not the fact."),
    (
        "channel lost",
        "That road is closed. Those who carried for us want to be told that it was not "
        "their fault.",
    ),
    ("sat down", "We sit. Fight for each line of the text, and first for the shape of the page."),
    ("sitting", "At the table the slower reader wins. I have asked for better lamps."),
    ("sitting, bombs", "They talk under their own bombs. Every session shall begin with the list."),
    (
        "sitting, they tabled",
        "Their draft has weak articles and strong adjectives. We should take the articles.",
    ),
    (
        "sitting, nothing of ours",
        "We have criticised their positions well. It would be time to have one of ours on the "
        "paper.",
    ),
    (
        "lengthy",
        "After so many sessions their delegates know our tea. They do not know our last line; I am "
        "not sure that we do.",
    ),
    (
        "broke off",
        "The sessions have stopped. Leave the delegation where it is, and its lights on.",
    ),
    (
        "they gave",
        "They have moved a step and hope that it was not noticed. Note it in the communique.",
    ),
    (
        "they took back",
        "A step was taken back. It will read badly in Stockholm; see that it is read there.",
    ),
    (
        "we tabled, nothing of theirs",
        "Our proposals lie there alone and are quoted everywhere. I am in no hurry.",
    ),
    (
        "nothing of ours, apart",
        "We have points, and no proposal. The points are for walls; a proposal is for tables.",
    ),
    (
        "understanding",
        "What was understood between us is kept, mostly. Do not describe it; it lives by not being "
        "described.",
    ),
    ("bombs rose", "The raids have grown. I have photographs for Paris, and a text for each."),
    ("bombs fell", "He bombs less and calls it a gesture. Let us acknowledge nothing and use it."),
    (
        "no bombs, later",
        "There are no raids on the North to protest against. Our best argument is resting.",
    ),
    (
        "mined",
        "He has mined the ports of a country with which he would talk. Moscow's captains are our "
        "best witnesses.",
    ),
    (
        "crossed",
        "He crossed a frontier. There are universities where that is explained better than by us.",
    ),
    (
        "stepped in",
        "The friends have acted. Thank them, and count what it will cost us at the table.",
    ),
    ("patrons near", "The friends speak of volunteers. Volunteers sign nothing and stay long."),
    ("warm", "Moscow drinks toasts with our enemy. We should have a text before they have one."),
    ("quarrel", "Peking prints what Moscow said to us. From now on oral messages only."),
    ("opposed", "Most Americans call it a mistake. Write for them, not for their government."),
    ("unopposed", "America is not yet tired of it. The moment for the open letter has not come."),
    (
        "approval low",
        "Their government stands at {approval} per cent. Such governments sign, or do something "
        "foolish.",
    ),
    (
        "approval fell",
        "Their government lost credit this quarter. It will look for a success, and a signature is "
        "one.",
    ),
    ("withdrawn", "Men go home and he asks nothing for it. It would be unwise to thank him."),
    (
        "host",
        "With {troops} men in the South he is nobody's guest. Say it in every capital that lends "
        "him a harbour.",
    ),
    (
        "captives",
        "{prisoners} of their pilots are here. Their clause is the one that his public "
        "reads; write "
        "it with dignity.",
    ),
    (
        "prisoners",
        "The prisoners are to be treated and spoken of correctly. The world counts that.",
    ),
    (
        "dear",
        "The front has lost {own_dead} men. No text of mine is worth a tenth of that; let one be "
        "tried.",
    ),
    (
        "blow",
        "After the blow the whole world writes about us. In a month it will ask what we want.",
    ),
    ("poor", "There is little left to spend at home. A note is cheap, if it is short."),
    (
        "soon",
        "A text takes two quarters from the first draft to the ink. I can count them off on one "
        "hand.",
    ),
    ("last", "It is signed now or it is left to others. I have the pen that does not blot."),
)
