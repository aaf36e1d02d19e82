"""The desk for the South: reads what the villages and districts report, and believes half."""

from typing import Final

from game.words.voices.choosing import lines

LINES: Final = lines(
    (
        "start",
        "Reports reach us in six weeks. What we tell you of the South is a letter from an old "
        "friend.",
    ),
    (
        "start",
        "No district has written to us that things go badly. That is the first thing to be "
        "corrected.",
    ),
    (
        "early",
        "We hear what they hope, and send it on as what they have. Allow for that this year.",
    ),
    (
        "early, apart",
        "Of the Americans we know the number and the newspapers. Of their intentions, the "
        "newspapers.",
    ),
    (
        "always",
        "A hamlet is counted as ours when somebody there feeds us. It is a fair measure, and not a "
        "stable one.",
    ),
    ("always", "Our figures are those of people who want to please. Read the low ones as true."),
    ("always", "Where two provinces report alike, one has copied. We are asking which."),
    ("always", "Cadres tell us why they succeed. Prisoners would tell us why they fail."),
    ("always", "Ask for the market price of rice in ten towns. It has never flattered anybody."),
    ("always", "What we call certain we saw. What we call known we were told. The rest we reckon."),
    ("always", "The American press is our best agent, and like all agents it exaggerates."),
    ("apart", "Nothing that we can see says when they will talk. We can see when they reinforce."),
    ("apart, ours closed", "We are asked what they would offer. They have not been asked."),
    (
        "apart, ours open",
        "Since we opened we watch the convoys from California. Convoys are not diplomats.",
    ),
    ("they opened", "They changed their wording. In the South nobody fires less for it as yet."),
    ("they closed", "Their door is shut. It agrees with the requisitions that we read of."),
    ("offer waits", "Their note contains one thing that we did not know. We have marked it."),
    ("our offer waits", "We do not hear that our note was discussed. We would not hear it."),
    ("leaked", "What leaked was true. Assume that they now read the rest of the drawer."),
    (
        "sat down",
        "Since they sit down with us, Saigon's officials ask each other about visas. It is "
        "a figure "
        "too.",
    ),
    ("sitting", "Talks move Saigon's officers more than our leaflets do."),
    (
        "sitting, they tabled",
        "Their text can be laid on the map, district by district. We have done it; ask for the "
        "sheet.",
    ),
    ("lengthy", "Long talks make long reports. Ask us for one page."),
    ("broke off", "The talks stopped. In Saigon the price of gold tells what they think of it."),
    ("they gave", "A step from them. Our files hold too few for a rule."),
    (
        "they took back",
        "They stepped back. Two of our readers blame their Congress, two their generals.",
    ),
    (
        "bombs rose",
        "After heavier raids output falls at once and resolve later, if at all. We measure "
        "only the "
        "first.",
    ),
    ("bombs fell", "With fewer raids the repair figures rise. Some of them are even true."),
    ("mined", "Much of what came by sea can come by rail. What cannot is mostly flour."),
    (
        "trail bombed",
        "The trail stands at {throughput} per cent of its best, weighed and not guessed.",
    ),
    (
        "blocked",
        "Little arrives of what could. The South has stopped writing about it, which worries us.",
    ),
    ("flowing", "What is sent arrives. We had to see it before we wrote it."),
    ("surge", "We send more than the stations can feed. The sick lists will show it next quarter."),
    (
        "marching",
        "Columns are on the road in every month now. The count at the last station is the one to "
        "trust.",
    ),
    ("crossed", "They are across the border. Our papers were moved in time; the rice was not."),
    ("host", "{troops} of theirs by their own count, which is published. We wish ours were."),
    (
        "sent",
        "The newcomers train near their ports for six weeks. Then our figures for the provinces "
        "change.",
    ),
    ("withdrawn", "Units leave. What counts is who takes over their wire and their guns."),
    (
        "gone",
        "So few Americans are left that we count Saigon's battalions one by one. They are not all "
        "clerks.",
    ),
    ("dear", "{own_dead} dead. Many were local men, and their districts go quiet for a year."),
    ("bearable", "Losses were within what recruiting replaces. In two provinces they were not."),
    (
        "weary",
        "Letters from the units speak of malaria, then of home. It used to be the other way about.",
    ),
    ("fresh", "The units write of boredom. That is the best sign we have."),
    (
        "manpower short",
        "The classes at hand are smaller than the plan has them. The plan has not been told.",
    ),
    ("fierce", "Every province reports victories. The hospitals report beds."),
    ("still", "It was a quiet quarter. Reports grow longer when little happens."),
    (
        "blow",
        "The towns did not behave as our reports had said. We have asked for those reports back.",
    ),
    ("ready", "Stores are counted full by three people who do not like each other. So it is true."),
    (
        "unready",
        "The depots are counted empty. Whoever promises a blow from them has not been there.",
    ),
    ("their army good", "Saigon's army holds where it is led. It is led more often than it was."),
    ("their army bad", "Saigon's battalions are strong on pay day. We have the calendar."),
    ("saigon shaky", "In Saigon three groups plan to save the government from the other two."),
    ("saigon fell", "Saigon lost hold this quarter. In our experience it recovers unless helped."),
    ("saigon rose", "Saigon gained a little. Land titles did more than battalions, we find."),
    (
        "opposed",
        "Of their people more are against than for. It took {us_deaths} dead to get there, "
        "by their "
        "own count.",
    ),
    ("rains", "The rains have cut us off from two regions. What follows about them is old."),
    (
        "soon",
        "Little time is left, and every district asks what flag to hang out. Some have sewn both.",
    ),
)
