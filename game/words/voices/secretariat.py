"""A member of the Secretariat: believes in the decisive blow, said in the right words."""

from typing import Final

from game.words.voices.choosing import lines

LINES: Final = lines(
    (
        "start",
        "The resolution is adopted: the whole people, the whole country. The date is not in "
        "it, and "
        "I mean to supply one.",
    ),
    ("start", "There are comrades who would wait. The South has waited since 1954."),
    ("dawn", "Strike while he is still asking himself what he has come for."),
    (
        "early, many",
        "He has poured men in faster than he found reasons. Reasons do not come by ship.",
    ),
    ("always", "A war that is only endured is lost in the end by whoever has less rice."),
    ("always", "The cities are ripe for what the countryside has begun; so I read the reports."),
    ("always", "Correct line, right moment, enough force. Two of the three are in our hands."),
    ("always", "It is not for the enemy to tell us when we are tired."),
    (
        "always",
        "Write it as a task and it will be done. Write it as a hope and it will be discussed.",
    ),
    (
        "always",
        "The friends abroad ask what we plan. Thank them, and let them learn it from the radio.",
    ),
    ("always", "History forgives the bold and the early. The careful it does not mention."),
    ("apart", "Words come after the blow. Before it they are only a date given away."),
    (
        "apart, ours closed",
        "The door is shut, as the plenum wished. Let whoever would open it say so by name.",
    ),
    (
        "apart, ours open",
        "We have said that we would talk. Then let it be from high ground, and soon.",
    ),
    (
        "they opened",
        "They want to talk, and they want it before we strike. That is why I would strike.",
    ),
    ("they closed", "They have dropped the mask. It saves us a resolution."),
    (
        "offer waits",
        "Their paper lies here. Circulate it, and let it be studied for as long as the "
        "preparations "
        "need.",
    ),
    ("our offer waits", "Our own note is with them. I voted against it; I now vote for patience."),
    ("leaked", "A confidence was broken. Find out on whose side before anyone writes another."),
    (
        "sat down",
        "The comrades have sat down in a foreign city. Let there be news from home for them "
        "to read "
        "out.",
    ),
    (
        "sitting",
        "Their delegation sits to win time for its elections. We sit to win time for the "
        "divisions.",
    ),
    (
        "sitting, ready",
        "The table is laid, and so are the depots. I know which of the two decides.",
    ),
    ("lengthy", "We have talked for a year, and no province has changed hands by it."),
    ("broke off", "The talking is over. The plan for the other case is in the second drawer."),
    (
        "they tabled",
        "What they table would leave their puppets in Saigon. For that nobody had to die.",
    ),
    ("they gave", "They yield a step. One more push, says experience; so does the plan."),
    ("they took back", "They take back what they offered. Let it be read at every meeting."),
    ("bombs rose", "They bomb harder. Every crater recruits; we should print where they are."),
    (
        "bombs fell",
        "The raids slacken. It must be announced as ours before it is announced as theirs.",
    ),
    (
        "no bombs, later",
        "No bombs fall on the North. The people ask what we do with the quiet, and so do I.",
    ),
    (
        "mined",
        "The ports are closed. Now the comrades who trusted to ships will hear the comrades who "
        "trusted to men.",
    ),
    (
        "host",
        "{troops} Americans, and not one of them at home. A defeat of that size is a defeat in "
        "their own streets.",
    ),
    ("withdrawn", "They go. Help them to the door, so that it is seen who opened it."),
    ("sent", "They send more. It is the last thing that they know how to do."),
    ("gone", "The Americans are all but gone. Between us and the South stands an army of clerks."),
    ("unready", "There is nothing laid up. Without stores my proposals are poems."),
    (
        "stores grew",
        "The stores grow by the month. It would be a sin to let them be bombed unused.",
    ),
    ("ready", "The depots are full. I move that the date be set."),
    ("blow", "The whole South rose in one week. Let nobody here reckon it only in battalions."),
    (
        "blow, dear",
        "We have paid: {own_dead} dead. The line was right; the reports to us were not.",
    ),
    ("dear", "{own_dead} dead in one quarter. Their names oblige us, and the cadres know it."),
    ("bearable", "Losses were small, and so were the gains. I see a connection."),
    ("divided", "The Politburo is of two minds. Two minds give no orders."),
    ("united", "The collective stands together. That is capital; invest it."),
    (
        "unity fell",
        "There was grumbling at the last session. Let it come to the vote or to an end.",
    ),
    ("ruined", "Much of what we built in ten years lies in ruins. Shall it have been for a draw?"),
    (
        "whole",
        "The factories work, the schools are open. So far the North has been spared; the "
        "South says "
        "so.",
    ),
    ("weary", "They tell me that the units are tired. So are the enemy's voters."),
    (
        "quarrel",
        "Our great friends abuse each other in public. We thank both, in alternate sentences.",
    ),
    (
        "patrons near",
        "The friends would come in further if we asked. I should ask for guns, not for guests.",
    ),
    (
        "approval low",
        "Their own people leave their government at {approval} per cent. Strike there, and it is "
        "struck in the South.",
    ),
    (
        "opposed",
        "More Americans are against this war than for it. Give them something to be against.",
    ),
    ("saigon shaky", "The regime in Saigon totters. A push, and I say it with the map in my hand."),
    (
        "saigon firm",
        "The puppets stand more firmly than our resolution foresaw. Then let us have another.",
    ),
    ("soon", "The time left to us can be counted in quarters. A blow needs three of them."),
    ("last", "There is no next plan. What is not decided now will be decided for us."),
)
