"""Every rung of every ladder in words: its name, and in one line what it does and what it risks.

What stands in braces is a number of the rules (``_numbers``).
"""

from typing import Final

from game.engine.facts import Facts
from game.engine.ladders import TroopMoves
from game.words import plain

Lines = dict[str, tuple[tuple[str, str], ...]]

BOTH: Final[Lines] = {
    "posture": (
        ("Refuse", "No meeting on any terms. The enemy learns little, and no talks can sit."),
        (
            "State conditions",
            "Talks only if the enemy first does something. The door stays shut, "
            "but the key is described.",
        ),
        (
            "Accept contacts",
            "Envoys may meet. If the enemy is open too, talks sit. Both "
            "governments, and their friends, will ask why now.",
        ),
        (
            "Open talks",
            "Ready for talks now. If the enemy is open too, talks sit. Nobody "
            "will overlook it, and everybody will ask why now.",
        ),
    ),
    "message": (
        ("No message", "Nothing is sent."),
        (
            "Send an offer",
            "An overture by the chosen channel. It lies with the enemy until "
            "answered; a refusal is on his record.",
        ),
        (
            "Answer theirs",
            "A reply to the enemy's offer: with an open posture it welcomes, with a "
            "closed one it turns down.",
        ),
    ),
    "deadline": (
        ("No deadline", "Nothing is threatened."),
        (
            "Announce a deadline",
            "Open by next quarter, or worse follows. If the day passes and "
            "nothing is done, the word is worth less.",
        ),
    ),
}

WASHINGTON: Final[Lines] = {
    "bombing": (
        (
            "Halt",
            "No bombs on the North. Aircraft and crews are safe; it repairs in peace, and "
            "some at home are angry.",
        ),
        (
            "Armed reconnaissance",
            "Trucks and boats where they are found. Little is lost, little is stopped.",
        ),
        (
            "Interdiction",
            "Bridges, roads and depots. It slows the trail somewhat; each quarter "
            "costs aircraft and fills prison camps.",
        ),
        (
            "Industry and fuel",
            "Power, steel and oil. The North is hurt; losses climb, and going on "
            "with it is read as pressing the war.",
        ),
        (
            "Unrestricted",
            "Every target the line allows. The heaviest losses; the same targets "
            "yield less each time.",
        ),
        (
            "Unrestricted and mining",
            "As unrestricted, and the ports are closed. The trail "
            "suffers. Moscow, Peking and the campuses will speak.",
        ),
    ),
    "line": (
        (
            "Below the 19th parallel",
            "Only the southern panhandle. Far from Hanoi and its guns, "
            "and far from what matters to it.",
        ),
        (
            "Below the 20th parallel",
            "The whole panhandle; the delta is spared. While talks sit "
            "this becomes an understanding.",
        ),
        (
            "No line",
            "The delta, and with heavy bombing Hanoi and Haiphong. Breaks an "
            "understanding, where there is one.",
        ),
    ),
    "trail": (
        ("Off", "Nothing falls on the trail in Laos. Men and rice come down it untroubled."),
        ("Light", "A few sorties by day. A nuisance to the drivers."),
        ("Steady", "Day and night. It takes a slice of what comes down, in good weather."),
        ("Heavy", "Gunships and sensors. Men and trucks are lost; most still get through."),
        (
            "Saturation",
            "All that the bombers can give. About {trail_cut} of the traffic is "
            "stopped, and no more can be.",
        ),
    ),
    "cambodia": (
        ("Off", "The sanctuaries are left alone; so is Phnom Penh's neutrality."),
        (
            "Covert",
            "Raids that nobody announces. The base areas feel them; a secret of this size "
            "is hard to keep.",
        ),
        ("Open", "Raids that are admitted. The base areas are disturbed, and the war is wider."),
        ("Heavy", "The base areas are under constant attack. Opinion asks where the war ends."),
    ),
    "troops": (
        (
            "Withdraw fast",
            "{many} to {most} men go home. Fewer die; Saigon shakes, and Hanoi counts the ships.",
        ),
        (
            "Withdraw",
            "{few} to {many} men go home. Opinion is eased; each man gone is one card "
            "less at the table.",
        ),
        ("Hold", "Replacements for losses only."),
        (
            "Send men",
            "{few} to {many} men. More can be held and more will die; from {men_sent} on, "
            "Hanoi reads it as escalation.",
        ),
        ("Send many", "{many} to {most} men. A show of will that opinion pays for over years."),
    ),
    "ground": (
        ("Hold", "Bases and towns are held. Fewest deaths; the countryside is the other side's."),
        ("Pacify", "Hamlets are cleared and kept. Saigon's control grows, slowly; some die."),
        ("Search and destroy", "The enemy is sought out. He loses many, and so does the army."),
    ),
    "border": (
        ("None", "Nobody crosses."),
        (
            "Into Laos",
            "The trail is cut for weeks by men on foot. Losses are certain, the war is "
            "wider, and it can be done badly.",
        ),
        (
            "Into Cambodia",
            "The sanctuaries are taken apart; needs {cross_force} men in country. "
            "The campuses may close.",
        ),
    ),
    "vietnamization": (
        ("None", "Americans carry the fighting; Saigon's army learns little."),
        ("Train and equip", "Saigon's army grows in number and quality, slowly."),
        (
            "Hand over",
            "Saigon's army takes what it can of the fighting, and most of the dying. "
            "Handed more than it can take, it learns nothing.",
        ),
        (
            "Hand over fast",
            "All of the fighting is handed over; an army not yet able to take it "
            "breaks. With more than {hasty} men leaving, units are hollow.",
        ),
    ),
    "home": (
        ("Quiet", "No campaign at home, and nothing promised."),
        ("Reassure", "Speeches and briefings. Events may take back what they bring."),
        ("Rally", "The flag and the light at the end of the tunnel, called upon again and again."),
        (
            "Call up the reserves",
            "{called_up} more men can be sent. More call the war a mistake; "
            "it can be done only once.",
        ),
    ),
}

HANOI: Final[Lines] = {
    "infiltration": (
        ("Stop", "Nobody goes south. The units there wither; the men are kept."),
        ("Trickle", "About {trickle} men on an open trail. It does not replace a season's losses."),
        ("Steady", "About {steady} men on an open trail. The units in the South are kept up."),
        (
            "Heavy",
            "About {heavy} men on an open trail. The force grows; the manpower of the North "
            "shrinks.",
        ),
        (
            "Surge",
            "About {surge} men on an open trail. The North is stripped; it cannot be kept "
            "up, and it is seen.",
        ),
    ),
    "effort": (
        ("Lie low", "Units rest and hide. Few die; Saigon gains ground."),
        ("Guerrilla", "Ambush and night. Cheap in men, and it holds the countryside."),
        (
            "Main force",
            "Battalions fight. Americans die, and far more of one's own; in {pressed} "
            "corps it is read as pressing the war.",
        ),
        (
            "General offensive",
            "As large as what is prepared; mounted everywhere it uses up "
            "{launch_spends} of that, and men and cadres in thousands. The "
            "world will remember its size. Needs "
            "preparation and {launch_force} main-force men in the corps.",
        ),
    ),
    "preparation": (
        ("None", "Nothing is laid up; what was laid up is slowly eaten."),
        (
            "Prepare",
            "Rice, shells and routes for a general offensive: about {prepared} a quarter. "
            "The enemy's estimates grow uncertain.",
        ),
    ),
    "labour": (
        ("Repair", "Crews mend bridges, rails and plants."),
        (
            "Air defence",
            "Crews build sites and dig in guns: raids cost more aircraft, and more "
            "prisoners are taken.",
        ),
        ("Trail", "Crews go to the trail. More comes through; the North mends more slowly."),
    ),
    "patrons": (
        ("Lean to Moscow", "Missiles and guns, and advice to negotiate. Peking is displeased."),
        ("Balance", "Neither comrade is offended, neither is satisfied."),
        (
            "Lean to Peking",
            "Rice, labour and rifles, and advice to fight on. Moscow is displeased.",
        ),
    ),
    "home": (
        ("Quiet", "Nothing more is asked of the people."),
        ("Exhort", "Emulation drives and meetings, which take cadres from their work."),
        ("Mobilise", "More are called up; comrades who run the harvest object."),
        ("Total", "Everybody who can march is called up. Harvest, schools and unity pay for it."),
    ),
}

LINES: Final[tuple[Lines, ...]] = ({**WASHINGTON, **BOTH}, {**HANOI, **BOTH})


SHORT: Final = {
    "Armed reconnaissance": "Armed recon",
    "Industry and fuel": "Industry, fuel",
    "Unrestricted and mining": "And mining",
    "Search and destroy": "Search, destroy",
    "General offensive": "Offensive",
    "Call up the reserves": "Call up reserves",
    "Announce a deadline": "Announce one",
}
"""Words for cells: never cut, so shorter where the name is long."""


def rung_short(side: int, ladder: str, rung: int) -> str:
    """Return a rung's name where there is little room."""
    name = rung_name(side, ladder, rung)
    return SHORT.get(name, name)


def rung_name(side: int, ladder: str, rung: int) -> str:
    """Return a rung's name in words, such as ``Armed reconnaissance``."""
    return LINES[side][ladder][rung][0]


def risk(side: int, ladder: str, rung: int, facts: Facts) -> str:
    """Return in one line what a rung does and what it risks, in the numbers of the rules played."""
    return LINES[side][ladder][rung][1].format_map(_numbers(facts))


def why_so_dear(price: int, usual: int) -> str:
    """Return why a rung that presses the war costs other than its ``usual`` points; empty where it
    costs just those."""
    if price == usual:
        return ""
    mind = "slow" if price > usual else "ready"
    return f"Usually {plain.points(usual)}; the government is {mind} to press now."


def _numbers(facts: Facts) -> dict[str, str]:
    """Return the numbers that the lines name, in words."""
    stop, trickle, steady, heavy, surge = (plain.thousand(men) for men in facts.infiltration)
    many, most = (plain.thousand(men) for men in facts.troops_limits[TroopMoves.IN_FAST])
    return {
        "stop": stop,
        "trickle": trickle,
        "steady": steady,
        "heavy": heavy,
        "surge": surge,
        "few": plain.thousand(facts.troops_step),
        "many": many,
        "most": most,
        "trail_cut": plain.part(facts.trail_cut),
        "prepared": plain.part(facts.prepared),
        "men_sent": plain.thousand(facts.men_sent),
        "hasty": plain.thousand(facts.hasty),
        "cross_force": plain.thousand(facts.cross_force),
        "called_up": plain.thousand(facts.called_up),
        "launch_force": plain.thousand(facts.launch_force),
        "launch_spends": plain.part(facts.launch_spends),
        "pressed": plain.count(facts.pressed_corps),
    }
