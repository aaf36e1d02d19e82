"""An aide in the White House: turns screws by small steps, watches the country and the calendar."""

from typing import Final

from game.words.voices.choosing import lines

LINES: Final = lines(
    (
        "start",
        "Nobody here wants a wider war. We want the smallest step that the other side cannot "
        "overlook.",
    ),
    (
        "start, no bombs, spared",
        "The first bomb is easy to order. It is the fifth that nobody has thought through.",
    ),
    ("dawn", "Whatever we begin in these months we shall still be explaining in four years."),
    (
        "early, apart",
        "A note and a pressure, both small, both at once: that is how one is heard without "
        "shouting.",
    ),
    (
        "always",
        "Leave yourself a step to take next quarter. Whoever is at the top of a ladder can only "
        "come down.",
    ),
    ("always", "I keep a list of what cannot be undone. It ought to stay short."),
    (
        "always",
        "What would we say on television the evening after? If there is no sentence, there should "
        "be no order.",
    ),
    ("always", "Every order has two readers, and one of them lives in Ohio."),
    ("apart", "Somebody has to keep a line open, even if it carries nothing for a year."),
    (
        "apart, ours closed",
        "A shut door costs nothing this quarter. I ask what it costs by the next election.",
    ),
    (
        "apart, ours open",
        "Our hand has been out for all to see. I should want to know what it was worth before I "
        "left it there.",
    ),
    (
        "apart, ours closed, theirs closed",
        "Two governments wait for the other to speak. Somebody's staff ought to be ashamed, and it "
        "might as well be theirs.",
    ),
    (
        "they opened",
        "They have unlocked something. Before we answer, ask what they need this quarter that they "
        "did not need last.",
    ),
    (
        "they closed",
        "They have gone back behind their wall. Let us not be seen running after them.",
    ),
    (
        "offer waits",
        "Their note lies on the desk. Silence is an answer too, and not the one I would draft.",
    ),
    (
        "our offer waits",
        "Our note has not come back. Let it travel; do not send a second before the first is read.",
    ),
    ("leaked", "It is in the papers. Now everything has to be true and to have been meant."),
    ("channel lost", "One road to them is closed for good. We have fewer of those than of bombs."),
    ("sat down", "They sit across from us. From today each order is also a sentence at the table."),
    ("sitting", "While they talk, ease only against something that can be written down."),
    (
        "sitting, bombs",
        "We bomb and we talk. It can be done, and it will be asked of us every day why we do.",
    ),
    ("lengthy", "The talks have become furniture. Move one chair and see who notices."),
    ("broke off", "The chairs are empty again. Let it be their absence that is photographed."),
    (
        "they tabled",
        "There is paper from them. Mark what we could live with before we mark what we could not.",
    ),
    (
        "they gave",
        "They moved a step. The polite thing, and the clever one, is to be seen to notice.",
    ),
    (
        "they took back",
        "They took back what they had laid down. Ask what has changed for them; do not answer in "
        "kind at once.",
    ),
    (
        "nothing of ours, sitting",
        "We sit there without a text of our own. A delegation without a text is an audience.",
    ),
    ("bombs rose", "We went up a rung. I should like to stay on it long enough to hear an echo."),
    ("bombs fell", "We came down a rung. Say plainly what it was for, or others will say it."),
    (
        "industry, apart",
        "We are hitting much of what there is to hit. A list can be shorter than a war.",
    ),
    (
        "mined",
        "Ships of other nations lie behind our mines. The telephone I fear is not the one "
        "to Hanoi.",
    ),
    (
        "patrons near",
        "Moscow and Peking have stopped writing notes for the record. I would not climb this "
        "quarter.",
    ),
    ("stepped in", "The others have stepped in. We are no longer playing with one opponent."),
    ("warm", "Moscow wants things from us these days. That is worth more than another target."),
    ("sent", "More of our men went out. The next request will quote this one."),
    ("withdrawn", "Men are coming home. It buys time here, and it spends something there."),
    (
        "host",
        "There are {troops} of our men out there. Each month the question is less what they "
        "do than "
        "how they leave.",
    ),
    (
        "gone",
        "Few of our men are left there. What we want we must now get with words, or from the air.",
    ),
    (
        "heavy deaths",
        "{us_dead} families have had a telegram this quarter. I read the names; so does the "
        "country.",
    ),
    ("light deaths", "Few telegrams went out this quarter. It is the one figure nobody disputes."),
    ("approval low", "We are governing on {approval} per cent. There is not much rope in that."),
    (
        "approval high",
        "{approval} per cent are with us. It is the moment for what is hard, for there will be "
        "others for what is easy.",
    ),
    ("approval fell", "We lost ground at home. It will not come back because we wish it."),
    ("approval rose", "The country has drawn breath. Do not mistake it for assent."),
    ("opposed", "Most of the country thinks that this was a mistake. We work for them too."),
    (
        "opposition rose",
        "The streets are fuller than last quarter, and these are not people who used to march.",
    ),
    (
        "saigon shaky",
        "If Saigon goes, all else is a footnote. I would spend on that before anything.",
    ),
    (
        "saigon rose",
        "Saigon stands a little better. It is quiet work, and nobody will thank us for it.",
    ),
    (
        "blow",
        "They have struck all at once. The first week's pictures will outlive our communiques.",
    ),
    ("captives", "{prisoners} of ours are in their hands. Each of them sits at the table with us."),
    ("poor", "The purse is nearly empty. We can afford one thing; let it be one that lasts."),
    ("rich", "We have credit with Congress to spend. It does not keep."),
    ("soon", "The calendar is short now. What is not begun this quarter will not be signed."),
    ("last", "There is no later any more. Settle, or say why not."),
)
