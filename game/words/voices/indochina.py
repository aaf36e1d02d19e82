"""The desk for Indochina in the State Department: looks for a door, and drafts what goes through
it."""

from typing import Final

from game.words.voices.choosing import lines

LINES: Final = lines(
    ("start", "There is a way out of this from the first day. It gets narrower, never wider."),
    (
        "start, apart",
        "I have the names of nine people who could carry a note. Today all of them would take our "
        "call.",
    ),
    ("early", "The French files are two corridors away. I recommend the last two years of them."),
    (
        "early, ours closed",
        "We have not said what we want. Until we do, every ally will guess, and each will guess "
        "something else.",
    ),
    ("always", "An embassy learns more from what is not denied than from what is said."),
    ("always", "Write the last page first. Then look which of these orders leads to it."),
    ("always", "Our allies support us in the sentence that begins with 'nevertheless'."),
    ("always", "I have yet to see the cable that says: one more quarter did it."),
    ("always", "A settlement that both can explain at home is worth two that neither can."),
    (
        "always",
        "Whatever is signed will be read in four capitals. Draft it for the two that are "
        "not in the "
        "room.",
    ),
    ("apart", "Each quarter without a meeting is one in which only the generals have news."),
    (
        "apart, ours closed, theirs closed",
        "Our door is shut and theirs is. Two shut doors look much alike from the corridor.",
    ),
    (
        "apart, ours open",
        "We have said that we will meet. Now be patient, and choose the carrier with care.",
    ),
    (
        "apart, theirs open, ours closed",
        "They say that they would sit. We have not even said where.",
    ),
    (
        "they opened",
        "Their wording has changed. Somebody fought for that adverb; let him not have done it for "
        "nothing.",
    ),
    ("they closed", "They have withdrawn the chair. I would find out who lost the argument there."),
    (
        "offer waits",
        "There is an offer from them without an answer. That is how one loses a channel without a "
        "leak.",
    ),
    (
        "our offer waits",
        "Our paper is with them. Do nothing loud until it has been read aloud in Hanoi.",
    ),
    (
        "leaked",
        "The carrier is compromised. Send a word of regret by another; it will be remembered.",
    ),
    (
        "channel lost",
        "An intermediary was burnt who had nothing to gain by it. The others are watching how we "
        "speak of him.",
    ),
    (
        "sat down",
        "They are sitting. Now it is work: agenda, text, order of signature, in that dull order.",
    ),
    ("sitting", "At the table the side that brings drafts leads. Let us bring drafts."),
    (
        "sitting, they tabled",
        "Between their text and ours there are fewer steps than there are speeches about them.",
    ),
    (
        "sitting, nothing of theirs",
        "They have come without a text. Ask them questions that need one.",
    ),
    (
        "sitting, bombs",
        "Each raid is read into the record before we may open our folder. I ask whether it "
        "pays for "
        "that.",
    ),
    (
        "lengthy",
        "We know their spectacles and their jokes. It is time to know their last position.",
    ),
    (
        "broke off",
        "The talks have lapsed. A lapse can be mended by a date; a rupture cannot. Call it "
        "a lapse.",
    ),
    ("they gave", "They have given a step. Bank it in writing, today."),
    (
        "they took back",
        "They have taken a position back. Ask privately which event they are answering.",
    ),
    (
        "we tabled, nothing of theirs",
        "Our terms lie there alone. That is uncomfortable, and no reason to take them away.",
    ),
    (
        "nothing of ours",
        "We have tabled nothing. I am asked by every ambassador what our terms are, and I smile.",
    ),
    (
        "understanding",
        "There is an understanding in force, and it is kept after a fashion. Build on it while it "
        "is.",
    ),
    (
        "no bombs, later",
        "The skies over the North are quiet. That is the one thing they always asked for; charge "
        "for it.",
    ),
    (
        "bombs rose",
        "The heavier raids are hard on our friends abroad, and hardest on the friendliest.",
    ),
    (
        "bombs fell",
        "The raids are lighter. It has been noticed abroad before it has been noticed here.",
    ),
    (
        "mined",
        "We have stopped the shipping of people with whom we want treaties. I am drafting in "
        "several languages.",
    ),
    (
        "crossed",
        "A frontier that we said we respected was crossed. I am asked which others we respect.",
    ),
    ("patrons near", "My colleagues in Moscow have gone formal. It is the worst sign they have."),
    ("stepped in", "The patrons have acted, and nobody here can say that they did not tell us."),
    (
        "quarrel",
        "Moscow and Peking cannot agree on a railway timetable. Hanoi has to please both; that is "
        "an opening.",
    ),
    ("warm", "With Moscow one can talk of almost anything now. Let this be one of the things."),
    (
        "saigon shaky",
        "Saigon changes its cabinet and keeps its troubles. Whom shall our agreement bind there?",
    ),
    (
        "saigon firm",
        "Saigon is steadier than its friends believe. It could be brought to sign something.",
    ),
    (
        "heavy deaths",
        "{us_dead} of ours, and of theirs nobody in this town can tell me. I did ask.",
    ),
    ("host", "With {troops} men in the country we cannot even promise to leave quickly."),
    (
        "withdrawn",
        "Withdrawals are concessions that we make for nothing. Could we not sell the next one?",
    ),
    (
        "captives",
        "{prisoners} families of prisoners write to this desk. They ask for a date, and they vote.",
    ),
    (
        "prisoners",
        "Every prisoner is a clause. Write that clause early, before it writes the others.",
    ),
    (
        "opposed",
        "Half of the country would take less than we are asking for. Hanoi can read a poll.",
    ),
    (
        "approval low",
        "At {approval} per cent a government signs what it is given. Let us sign before that.",
    ),
    ("poor", "There is little capital left to spend. A letter costs least."),
    ("soon", "The time for a signature is two quarters before the end, not the last afternoon."),
    ("last", "If something is to be signed it is this. I have two pens."),
)
