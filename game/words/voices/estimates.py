"""The estimates desk: gives odds, distrusts adjectives, and says what it does not know."""

from typing import Final

from game.words.voices.choosing import lines

LINES: Final = lines(
    ("start", "We know their order of battle to the regiment, and their mind hardly at all."),
    (
        "start",
        "No figures have come in yet. Treat every confident voice accordingly, ours with the rest.",
    ),
    ("early", "Early estimates are the bad ones. Take the wide end of the range for now."),
    (
        "early, apart",
        "We have heard so little of them in earnest that one sentence would double what we know.",
    ),
    ("always", "Where a range is wide it is because we do not know, not because we are timid."),
    ("always", "Ask anybody who is certain what he would have to see to change his mind."),
    ("always", "Our best source is what they printed ten years ago about the last war."),
    ("always", "Four readers, one set of papers. If we agree, check whether we copied."),
    ("always", "A good quarter proves little. A bad one proves little more."),
    ("always", "We are asked what they intend. We can say what they could do by spring."),
    ("always", "The figure for their dead comes from us, and we do not believe it either."),
    ("apart", "On present evidence both may go on for longer than either says."),
    (
        "apart, ours closed",
        "With our door shut we learn of them from the trail and from the radio. Both are noisy.",
    ),
    (
        "apart, ours open",
        "Watch what comes down the trail while our hand is out. It is the only answer that cannot "
        "be drafted.",
    ),
    (
        "apart, theirs closed",
        "Their broadcasts give no ground for a forecast of talks. Broadcasts rarely do.",
    ),
    ("they opened", "Their posture changed. One change of theirs is worth ten broadcasts."),
    ("they closed", "They shut the door. We see three possible reasons and can rule out one."),
    ("offer waits", "Their note is genuine. Whether it is meant we would put at even."),
    (
        "our offer waits",
        "No reply so far. With them a silence of two months has meant a meeting of the collective.",
    ),
    ("leaked", "The leak will teach them more about us than the note did."),
    (
        "sat down",
        "Now that they sit we can compare what they say with what they move. Give us a quarter.",
    ),
    ("sitting", "Delegates are told little. Weigh the text, not the tone."),
    (
        "sitting, they tabled",
        "Their text is the first document of theirs whose author had to mean it. We learn "
        "from each "
        "line.",
    ),
    ("lengthy", "The longer talks last, the less a single session tells. Look at the trail."),
    ("broke off", "That the talks ended tells us less than when they did."),
    ("they gave", "They conceded a step. One step is a sample of one."),
    (
        "they took back",
        "They hardened. It is consistent with strength and with a quarrel at home; we cannot tell "
        "them apart.",
    ),
    ("no bombs, bombed", "Without raids repairs run ahead of our photographs."),
    ("bombs", "Bomb damage is estimated from above and by those who did it. Allow for both."),
    (
        "bombs rose",
        "The heavier raids will show in the photographs at once and in the South, if ever, in two "
        "quarters.",
    ),
    ("mined", "The mines shut the ports on paper. The railway has room that it never used."),
    (
        "trail bombed",
        "We put the trail at {seen_throughput} per cent of its best, and would not wager much on "
        "the last digit.",
    ),
    (
        "stream",
        "{seen_infiltration} men by our estimate, with an error that would hold a division.",
    ),
    ("trickle", "Few were seen on the trail. We see least in the rains and when they are careful."),
    ("rains", "In the rains we count by ear. Widen everything."),
    (
        "dry",
        "It is the season in which the roads are dry, theirs and everybody's. What is planned is "
        "done now.",
    ),
    (
        "they rift",
        "There seems to be a quarrel in Hanoi. It may be about tactics, or about who speaks at "
        "funerals.",
    ),
    ("they hold", "We find no crack in their Politburo. That is a finding, not a want of effort."),
    ("quarrel", "The quarrel of their patrons is real. Their profit from it is real too."),
    (
        "patrons near",
        "The likelihood that a patron moves is higher than at any time we would call calm.",
    ),
    (
        "patrons far",
        "Neither patron shows a wish to do more than ship. We hold that with some confidence.",
    ),
    ("stepped in", "A patron moved. Every paper of ours that assumed the contrary is void."),
    ("quality good", "Saigon's army is better than its reputation, which it earned."),
    ("quality bad", "On paper Saigon's army is large. We would halve it before using it."),
    (
        "countryside",
        "The hamlet figures are good. They are compiled by those whose hamlets they are.",
    ),
    (
        "countryside lost",
        "Half of the countryside is not Saigon's at night. By day the figure is kinder.",
    ),
    ("saigon shaky", "Saigon's footing is the variable to which all our forecasts are sensitive."),
    ("saigon fell", "Saigon slipped. Decline there has been slow, and then quick."),
    (
        "saigon firm",
        "Saigon stands at {stability} per cent, by a measure we devised and half trust.",
    ),
    ("heavy deaths", "{us_dead} American dead is our only exact figure this quarter."),
    (
        "fierce",
        "They chose when to fight in most engagements. Losses follow from that more than from "
        "numbers.",
    ),
    ("still", "A lull goes with a rest and with a preparation. We cannot say which this is."),
    ("blow", "The blow has come. What we held of their reserves has to be counted anew."),
    ("soon", "With few quarters left the range of outcomes is narrower than the newspapers think."),
)
