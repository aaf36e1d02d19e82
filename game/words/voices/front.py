"""A staff officer of the front: thinks in rice, porters and years, and means to keep the forces in
being."""

from typing import Final

from game.words.voices.choosing import lines

LINES: Final = lines(
    ("outset", "We have begun longer wars with less. What we must not do is begin a short one."),
    ("start", "Count the rice first, then the rifles, then the days. In that order."),
    (
        "dawn",
        "Let him build his airfields. A man who has built does not like to leave, and cannot move.",
    ),
    ("early, no bombs", "While the sky is empty, dig. There will be no better season for it."),
    ("always", "A regiment that can come back next year is worth more than a hill this year."),
    ("always", "He counts in tours of twelve months. We count in harvests."),
    (
        "always",
        "The forces are kept by those who carry. Ask after the porters before you ask after the "
        "guns.",
    ),
    ("always", "Never defend what he wants to bomb."),
    (
        "always",
        "An order from here reaches the delta in three weeks. Send those that will still be true "
        "then.",
    ),
    ("always", "He owns the day and the roads. It is a small part of the country."),
    ("always", "Every cadre we save now is a village we need not win again."),
    ("apart", "Talk or no talk, the units eat twice a day. I plan for no talk."),
    (
        "apart, ours closed",
        "The door is shut. The soldiers understand that better than any formula.",
    ),
    (
        "apart, ours open",
        "If we hold out a hand, let the men at the front be told why. They hear the radio too.",
    ),
    ("they opened", "They say that they would talk. At the front nothing is quieter for it yet."),
    (
        "they closed",
        "They have done with talking for now. Then it goes by endurance, where we are at home.",
    ),
    (
        "offer waits",
        "There is a note from them. Answer it or not, but do not let a battalion wait for it.",
    ),
    (
        "our offer waits",
        "Our note is on its way. The trucks are as well; I ask that neither stop the other.",
    ),
    ("leaked", "It was betrayed. In the army we change the codes and say nothing."),
    ("sat down", "Let them sit. Keep the divisions where a line on a map would find them."),
    ("sitting", "At the table one holds what one's soldiers hold. I know of no other rule."),
    (
        "sitting, bombs",
        "They bomb while they bargain. So we bargain in shelters; it has been done.",
    ),
    (
        "sitting, no bombs, bombed",
        "They talk and do not bomb. Mend the bridges by daylight as long as it lasts.",
    ),
    ("lengthy", "The talks are old. The young officers do not remember a time without them."),
    ("broke off", "They have risen from the table. Nothing that we need lay on it."),
    (
        "they tabled",
        "Read me the article about our troops in the South. I can do without the others.",
    ),
    ("they gave", "They gave a step. Somewhere a company of ours has paid for it; remember which."),
    ("bombs rose", "The raids are heavier. Move the stores by night and the schools by day."),
    ("bombs fell", "Fewer aircraft come. Use each clear week as if it were the last."),
    (
        "industry",
        "They strike at factories. We had few, and most have been carried into the hills.",
    ),
    ("mined", "The ports are shut. There is the railway, and there are shoulders."),
    (
        "trail bombed",
        "The trail is bombed by day and by night. It is twelve roads by now; he cannot close "
        "twelve.",
    ),
    (
        "blocked",
        "The trail gives less than half of what it could. Feed it or ask less of the South.",
    ),
    ("flowing", "The trail flows. What arrives is fed and armed, which was not always so."),
    ("surge", "We send all that the road can carry. One cannot do that two years running."),
    (
        "crossed",
        "He came over the border for our stores. We had moved the better half; he will report the "
        "other.",
    ),
    ("host", "{troops} of theirs are in the country. An army of that size defends chiefly itself."),
    ("gone", "Their men are nearly gone. What remains to be settled, we settle with Saigon's."),
    ("sent", "They send more men. It lengthens their columns, and ours can wait beside the road."),
    (
        "withdrawn",
        "They are taking men home. Do not hurry them; nobody turns round who is not pushed.",
    ),
    (
        "dear",
        "{own_dead} of ours died in the quarter. I ask for two quiet seasons, and I do not ask "
        "lightly.",
    ),
    (
        "bearable",
        "Our losses can be made good from this year's class. I should like it to stay so.",
    ),
    ("weary", "The units are worn out. They will obey; it is not the same as being able."),
    ("fresh", "The units are rested and complain of the food. That is how one likes to see them."),
    (
        "manpower short",
        "The classes that we call up are small now. Each order spends what cannot be replaced.",
    ),
    (
        "fierce",
        "We fought everywhere this quarter. Ask the quartermasters what is left before you ask me "
        "what is next.",
    ),
    ("still", "It was quiet. Men went home for the harvest; they fight better for it."),
    ("blow", "The great blow was struck. Now comes the part which costs: to get away."),
    ("ready", "The stores for a great blow are full. Full stores are also a target."),
    ("their army good", "Saigon's divisions have learnt. Our manuals still say that they run."),
    ("their army bad", "Saigon's army does not hold when it is alone. See to it that it is."),
    ("rains", "It is raining on the trail. What has not come through by now comes in the autumn."),
    (
        "divided",
        "I hear that the comrades disagree. At the front one hears it in what does not arrive.",
    ),
    ("soon", "If it is to end within the year, then each district counts. Let us be in them."),
)
