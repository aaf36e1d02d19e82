"""A planner of the Joint Staff: wants it done whole or not at all, and counts aircraft and men."""

from typing import Final

from game.words.voices.choosing import lines

LINES: Final = lines(
    ("start", "Give us an aim and let us plan to it. What we have is a mood."),
    (
        "start, some",
        "There are {troops} Americans in that country already. Decide what they are for.",
    ),
    ("early", "Force that is fed in by the spoon teaches the other side to digest it."),
    (
        "early, no bombs, spared",
        "Their yards and depots stand as they stood in peacetime. They will not always be so easy "
        "to find.",
    ),
    ("always", "A pause is a thing one gives the enemy. Know what you get for it."),
    (
        "always",
        "Plans for the whole ladder are in the safe. I ask only that nobody draws them up in a "
        "taxi.",
    ),
    ("always", "I can tell you what a thing will take. What it is worth is your department."),
    (
        "always",
        "The services can do this, or Europe, or neither well. Nobody likes to hear it twice.",
    ),
    ("always", "Half a measure costs the same in aircraft as a whole one."),
    ("always", "Distances do not argue. Nine thousand miles is our first enemy."),
    ("apart", "Talk is for when they ask. They have schools for waiting; we have tours of a year."),
    ("apart, ours closed", "The door is shut and the sky is ours. I see no hurry to mix the two."),
    ("apart, ours open", "If our hand must be out, then let the other one be busy."),
    (
        "they opened",
        "They open a door when something hurts or when something is coming. Find out which before "
        "the troops do.",
    ),
    ("they closed", "They have shut the door. It simplifies the targeting conference."),
    ("offer waits", "Read their note, by all means. Read the reconnaissance first."),
    ("our offer waits", "We have sent a note. I hope the post is faster than their road crews."),
    ("leaked", "It has leaked. Now the enemy plans with our minutes before him."),
    ("sat down", "The delegates sit. My experience of truces is that they are loud at the end."),
    ("sitting", "They sit at a table and go on digging. So should we go on with what we do."),
    ("sitting, bombs", "The aircraft are the strongest paragraph that your delegation has."),
    (
        "sitting, no bombs, bombed",
        "We talk with the aircraft on the ground. They repair by day now.",
    ),
    (
        "lengthy",
        "They have been talking for a year and moving for a year. One of the two is finished "
        "sooner.",
    ),
    ("broke off", "The talks are over for the present. I can have the list ready by Monday."),
    (
        "they tabled",
        "Their text would have us leave first and trust afterwards. I count men the other way "
        "round.",
    ),
    (
        "they gave",
        "They gave a step. Pressure does that; keep the record of which pressure it was.",
    ),
    ("no bombs, bombed", "Nothing flies north. Every week of it is a bridge back in use."),
    (
        "bombs rose",
        "The new targets are being flown. Losses will be higher at first; that is in the estimate.",
    ),
    ("bombs fell", "We fly less. What was hit will be mended by the time we want it hit again."),
    (
        "industry",
        "The power stations and yards are on the list now. Beyond them are targets that lawyers "
        "read.",
    ),
    (
        "mined",
        "The harbours are shut, which we asked for from the first. What comes in now comes "
        "by rail.",
    ),
    ("trail bombed", "The trail takes most of our sorties. We cut it daily and it is open daily."),
    (
        "stream",
        "Our estimate has {seen_infiltration} men come down last quarter. They are not "
        "coming to be "
        "counted.",
    ),
    (
        "trickle",
        "Hardly anybody came down the trail by our estimate. They are resting, or they have "
        "another "
        "road.",
    ),
    (
        "crossed",
        "We went over the border. What is broken up there stays so for a season, and no longer.",
    ),
    (
        "sent",
        "The reinforcement has arrived. It takes a quarter before a battalion knows its province.",
    ),
    (
        "withdrawn",
        "Units are going home by the calendar and not by the enemy. Those who stay have noticed.",
    ),
    (
        "host",
        "{troops} men need a port, a road and an enemy who stands still. We have built the first "
        "two.",
    ),
    ("gone", "With what is left there we can guard airfields. Do not plan more on it."),
    (
        "heavy deaths",
        "{us_dead} of our own died in the quarter. They died mostly when he chose the place.",
    ),
    ("light deaths", "Our losses were light. It means that he did not want to fight, no more."),
    ("fierce", "They set the pace in the South. I want it back before I want anything else."),
    ("still", "The South was quiet. It is never quiet for nothing."),
    (
        "blow",
        "They came out into the open everywhere at once. It cost them, and it was seen on every "
        "screen at home.",
    ),
    (
        "reserves called",
        "The reserves are called. It was the honest order, and it can be given once.",
    ),
    ("training", "Saigon's army is taught by ours. Let it be taught with time, not with a date."),
    (
        "quality good",
        "Their divisions, I mean Saigon's, can hold a line now if somebody flies for them.",
    ),
    (
        "quality bad",
        "Saigon's units melt at the second ambush. Build on that and it will be your troops who "
        "stand there.",
    ),
    ("saigon shaky", "I cannot defend a government against itself with battalions."),
    (
        "captives",
        "{prisoners} of our people sit in their prisons. The squadrons fly past it every day.",
    ),
    (
        "patrons near",
        "Chinese engineers and Russian crews are closer than the maps at the briefing show.",
    ),
    ("stepped in", "Their patrons have moved. My plans end at that line, and so should yours."),
    (
        "soon",
        "Give me the date on which it ends, and I will tell you what can still be done by then.",
    ),
)
