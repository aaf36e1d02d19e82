"""Sample models: what the desk will build, filled in by hand for the first quarter of 1968."""

from game.desk import models as m
from game.desk.maplens import LegendRow, MapArrow, MapCircle, MapLens, MapLine, ZoneMark

QUARTERS = tuple(f"{1965 + i // 4}Q{i % 4 + 1}" for i in range(33))
NOW = 12


def rungs(*words: str, prices: tuple[int, ...] = (), risk: str = "") -> tuple[m.Rung, ...]:
    """Return rungs in order, with a risk each and prices where given."""
    costs = prices or (0,) * len(words)
    return tuple(
        m.Rung(w.split()[0], w, costs[i], risk or f"To {w.lower()} may be read as a change.")
        for i, w in enumerate(words)
    )


BOMBING = m.LadderRow(
    "bombing",
    "Bombing of the North",
    (
        m.Rung("halt", "Halt", 6, "Saigon's stability falls; whoever is believed weak gets worse."),
        m.Rung("reconnaissance", "Armed reconnaissance", 2, "Routes to the front recover."),
        m.Rung("interdiction", "Interdiction", 0, "The same targets yield less each time."),
        m.Rung("industry", "Industry and fuel", 3, "About 20 aircraft lost, prisoners taken."),
        m.Rung(
            "unrestricted",
            "Unrestricted",
            7,
            "China and Moscow may answer with more aid.",
            False,
            "Needs 12 points of political capital; there are 9.",
        ),
        m.Rung(
            "mining",
            "Unrestricted and mining",
            12,
            "Ships of third powers are at risk.",
            False,
            "Needs 12 points of political capital; there are 9.",
        ),
    ),
    2,
    2,
    "The air",
    tip="Bombing of the North\nWhat aircraft may strike above the 17th parallel.",
)
TROOPS = m.LadderRow(
    "troops",
    "Troops",
    rungs("Out fast", "Out", "Hold", "In", "In fast", prices=(5, 1, 0, 4, 9)),
    3,
    2,
    "The ground",
    amount=m.Amount(10, 0.1, 30, 5, "thousand men"),
    tip="Troops in country\n536 thousand at the end of last quarter.",
)


def _simple(
    id: str, title: str, group: str, chosen: int, *words: str, zone: str = ""
) -> m.LadderRow:
    tip = f"{title}\nAn order"
    return m.LadderRow(id, title, rungs(*words), chosen, chosen, group, zone, tip=tip)


LADDERS = (
    BOMBING,
    _simple("line", "Bombing line", "The air", 2, "19th parallel", "20th parallel", "No line"),
    _simple("trail", "Bombing of the trail", "The air", 2, "Off", "Light", "Steady", "Heavy",
            "Saturation"),
    _simple("cambodia", "Bombing in Cambodia", "The air", 0, "Off", "Covert", "Open", "Heavy"),
    TROOPS,
    *(_simple(f"ground {c}", f"Ground effort, {c} Corps", "The ground", 2, "Hold", "Pacify",
              "Search and destroy", zone=f"{c} Corps") for c in ("I", "II", "III", "IV")),
    _simple("border", "Across the border", "The ground", 0, "None", "Laos", "Cambodia"),
    _simple("vietnamization", "Vietnamization", "The ground", 1, "None", "Train", "Hand over",
            "Hand over fast"),
    _simple("home", "The home front", "At home", 1, "Quiet", "Reassure", "Rally",
            "Call up the reserves"),
)  # fmt: skip
ORDERS = m.OrdersPage(
    LADDERS,
    9,
    4,
    5,
    "9 points of political capital, 4 spent, 5 left",
    "Political capital\nWhat a government can still ask of its own people.",
    True,
)

GAUGES = (
    m.Gauge("approval", "Approval", 41, 0, 100, "41 %", "7 points lower than last quarter", "down",
            False, "Tet: the embassy fighting was on every screen.", "Approval of the president\n"
            "Down 7 since the end of 1967, mostly from losses.",
            thresholds=(m.Threshold(30, "Below 30 every escalation costs double."),)),
    m.Gauge("deaths", "American dead this quarter", 4869, 0, 6000, "4,869", "1,870 more than last",
            "up", False, "Main force attacks in I and III Corps.", "American dead\nFrom the "
            "services' own count."),
    m.Gauge("strength", "Enemy main force in the South", 123, 0, 250, "about 123,000",
            "perhaps 15,000 fewer", "down", True, "Losses at Tet, partly made good by the trail.",
            "Enemy main force\nAn estimate: 95 to 160 thousand.", (95, 160)),
)  # fmt: skip
SCORES = m.Scores(
    38,
    "Our score 38",
    "Our score if the war stopped now: 38 of 100.",
    41,
    58,
    "Hanoi's: 41 to 58, say the advisers",
    "The advisers' range for Hanoi.",
)
RECEIVED = m.Message(
    "PARIS 3 APR 68 // MAI VAN BO TO WASHINGTON",
    "The Government of the Democratic Republic declares its readiness to send a representative to "
    "make contact, so that the unconditional cessation of bombing and all other acts of war may be "
    "settled, and talks may begin.",
    "NGUYỄN DUY TRINH",
    "Paris",
    "theirs",
    2,
    "Hanoi's last message\nFormal, and for the first time without conditions before contact.",
)
CHANNELS = (
    m.Channel("paris", "Mai Van Bo, Paris", "Two French scientists", "Reached Pham Van Dong once.",
              "Rarely leaks.", True),
    m.Channel("warsaw", "Warsaw", "Ambassador Lewandowski", "Failed in December 1966 after raids.",
              "Leaks within a quarter, more often than not.", False),
    m.Channel("public", "In public", "A speech or a broadcast", "Everyone reads it.",
              "Nothing left to leak.", False),
    m.Channel("moscow", "Moscow", "Premier Kosygin", "Wants to be seen carrying it.",
              "May reach Beijing.", False, False, "Moscow has closed this way since Prague."),
)  # fmt: skip
DIPLOMACY = m.Diplomacy(
    m.LadderRow(
        "posture",
        "Posture",
        rungs(
            "Refuse",
            "State conditions",
            "Accept contacts",
            "Open talks",
            prices=(0, 0, 2, 4),
            risk="Read by Hanoi, and in Saigon.",
        ),
        2,
        1,
        tip="Posture\nThe last two are open: talks sit where both sides are.",
    ),
    _simple("message", "Message", "", 1, "None", "An offer", "An answer"),
    _simple("deadline", "Deadline", "", 0, "None", "Announce one"),
    CHANNELS,
    m.Message(
        "TO PARIS // FOR BO",
        "The United States is prepared to stop all bombing of the North"
        " when this leads promptly to productive discussions.",
        "RUSK",
        "Paris",
        "ours",
        2,
    ),
    "If this leaks, the world reads that Washington asked first. Saigon would hear of it from the "
    "newspapers.",
    (RECEIVED,),
)
ISSUES = (
    m.Issue("forces", "American forces", ("A residual force stays", "Mutual withdrawal over six to "
            "twelve months", "Out within sixty days", "Out at once, before anything else"), 1, 3, 1,
            0, 3, "two apart"),
    m.Issue("north_army", "The North's army in the South", ("All back to the North", "Mutual "
            "withdrawal", "In place, no reinforcement", "In place and free to reinforce"), 1, 3, 1,
            1, 3, "two apart"),
    m.Issue("saigon", "Power in Saigon", ("The government stays as it is", "It stays, with a "
            "national council", "Thieu goes, elections under a three-part body", "A coalition on "
            "the Front's programme"), 0, 3, 1, 0, 3, "three apart"),
    m.Issue("bombing", "Bombing", ("Goes on until all is signed and kept", "Stops above a line",
            "Full halt", "Unconditional halt and damages"), 1, 3, 2, 0, 3, "two apart"),
    m.Issue("prisoners", "Prisoners", ("Freed first", "With the withdrawal", "After the withdrawal",
            "After a political settlement"), 1, 2, 1, 1, 3, "one apart"),
)  # fmt: skip
TABLE = m.TablePage(
    ISSUES,
    True,
    "",
    "Ten steps apart; eleven a quarter ago.",
    m.Choice("table", "Table this package", "It replaces the one of last quarter."),
    m.Choice("accept", "Accept Hanoi's package", "This ends the war. It cannot be undone."),
    True,
    False,
    "A settlement on these terms holds two years on with a chance of 35 to 50 %.",
)
ADVISERS = (
    m.Adviser(
        "Clark Clifford",
        "Secretary of Defense",
        "Doubts more force",
        "Another 100,000 men will be matched on the trail within a year.",
        "Dead next quarter: 3,000 to 4,500",
        "A halt costs Saigon two points of stability.",
    ),
    m.Adviser(
        "Walt Rostow",
        "National Security Adviser",
        "Presses on",
        "They have shot their bolt; this is the time to strike.",
        "Dead next quarter: 2,500 to 5,500",
        "A halt frees a third of the trail's losses.",
    ),
    m.Adviser(
        "Dean Rusk",
        "Secretary of State",
        "Wants a signal",
        "Contacts in Paris bind us to nothing.",
        "Chance of an answer: 30 to 55 %",
        "A public offer is read as need.",
    ),
)
NEWSPAPER = m.Newspaper(
    "The Morning Ledger",
    "1 April 1968",
    "PRESIDENT WILL NOT RUN AGAIN; BOMBING CUT BACK",
    (
        m.Story("Hanoi weighs its answer", "Radio Hanoi has broadcast nothing for a day."),
        m.Story("Khe Sanh relieved", "The road to the base is open after eleven weeks."),
        m.Story("Gold pool ends", "Central banks have agreed on two prices for gold."),
    ),
)
LOG = tuple(
    m.LogRow(QUARTERS[i], kind, text)
    for i, kind, text in (
        (12, "message", "Hanoi declares its readiness to make contact."),
        (12, "event", "The Tet offensive strikes thirty-six provincial capitals."),
        (11, "order", "Bombing of industry and fuel."),
        (10, "event", "The San Antonio formula is published."),
        (9, "report", "Infiltration estimated at 5,500 to 7,500 a month."),
    )
)
IN_FORCE = (
    m.InForce(
        "limit",
        "Bombing limit at the 20th",
        "ours",
        "31 March 1968",
        "No raids above the 20th parallel. Breaking it is seen at once, by all.",
    ),
    m.InForce(
        "dmz",
        "Demilitarized zone respected",
        "both",
        "1954",
        "Broken by both, admitted by neither.",
    ),
)


def _line(start: float, step: float, count: int = NOW + 1) -> tuple[float | None, ...]:
    return tuple(round(max(start + step * i + (i % 3) * step, 0), 1) for i in range(count))


CHARTS = (
    m.Chart("dead", "American dead", "a quarter", QUARTERS[: NOW + 1],
            (m.Series("Ours", _line(200, 330), "ours"),), "Each quarter, from our own count."),
    m.Chart("opinion", "Opinion", "per cent", QUARTERS[: NOW + 1],
            (m.Series("Approval of the president", _line(70, -2), "ours"),
             m.Series("Calls the war a mistake", _line(22, 1.8))),
            "More call the war a mistake than not since the autumn of 1967."),
    m.Chart("strength", "Enemy strength in the South", "thousand men", QUARTERS[: NOW + 1],
            (m.Series("Main force, estimated", _line(60, 5), "theirs", _line(45, 4), _line(80, 6)),
             m.Series("Guerrillas, estimated", _line(90, -1), "none", _line(60, 0), _line(120, 0))),
            "The bands are the estimates' own error."),
)  # fmt: skip
ZONE_LEVELS = {
    "heartland": (0.2, "ours", "2,100 sorties"),
    "hanoi_haiphong": (0.1, "ours", "none"),
    "panhandle": (0.9, "ours", "18,400 sorties"),
    "trail": (0.6, "ours", "14,000 sorties"),
    "cambodia": (0.3, "theirs", "three bases"),
    "I Corps": (0.9, "theirs", "heavy fighting"),
    "II Corps": (0.4, "theirs", "raids"),
    "III Corps": (0.7, "both", "contested"),
    "IV Corps": (0.4, "none", "quiet"),
}
NAMES = {
    "heartland": "Heartland",
    "hanoi_haiphong": "Hanoi-Haiphong",
    "panhandle": "Panhandle",
    "trail": "Trail in Laos",
    "cambodia": "Sanctuaries",
}
ZONES = tuple(
    ZoneMark(z, NAMES.get(z, z), text, level, mark, f"{NAMES.get(z, z)}: {text}\nMore than before.")
    for z, (level, mark, text) in ZONE_LEVELS.items()
)
PARALLELS = (
    MapLine("rule", 17.0, (106.3, 108.3), "17th parallel"),
    MapLine("rule", 19.0, (103.9, 106.4), "19th"),
)
FLOWS = (
    MapArrow("panhandle", "trail", 0.9, "theirs", "6,500 a month"),
    MapArrow("trail", "I Corps", 0.5, "theirs"),
    MapArrow("trail", "cambodia", 0.6, "theirs"),
    MapArrow("cambodia", "III Corps", 0.5, "theirs"),
)
LEGEND = (
    LegendRow("hatch", "ours", "Ours, by weight"),
    LegendRow("hatch", "theirs", "Theirs"),
    LegendRow("arrow", "theirs", "Infiltration"),
    LegendRow("line", "none", "Parallels"),
)
LENSES = (
    MapLens("war", "The war", "Where the fighting was.", ZONES, PARALLELS, FLOWS, (), LEGEND),
    MapLens(
        "air",
        "The air war",
        "Where the bombs fell.",
        ZONES,
        (*PARALLELS, MapLine("bombing", 20.0, (103.6, 106.6), "Limit")),
        (),
        (MapCircle((105.85, 21.03), 30, "30 miles"), MapCircle((106.68, 20.86), 10, "")),
        LEGEND,
    ),
    MapLens("diplomacy", "Diplomacy", "Who speaks to whom.", ZONES[:4], PARALLELS, (), (), LEGEND),
    MapLens("opinion", "Opinion", "Who holds the people.", ZONES[5:], PARALLELS, (), (), LEGEND),
    MapLens("supply", "Supply", "What moves.", ZONES[:5], PARALLELS, FLOWS, (), LEGEND),
)
QUARTER = m.Quarter(
    m.Header(
        "washington",
        "Washington",
        "First quarter of 1968",
        "Quarter 13 of 33",
        "Give the quarter's orders, or end it as it stands.",
    ),
    SCORES,
    GAUGES,
    ORDERS,
    DIPLOMACY,
    TABLE,
    m.DossierPage(
        "Hanoi is ready for contact",
        "For the first time no condition stands before "
        "a first meeting. The advisers differ on whether Tet has made them weaker or surer.",
        RECEIVED,
        "Do not let the halt be read as need.",
    ),
    ADVISERS,
    NEWSPAPER,
    LOG,
    IN_FORCE,
    CHARTS,
    LENSES,
    m.Event("31 March 1968", "The president will not run again", "He has said so to the nation."),
    m.Event("5 November 1968", "Election day", "A new administration takes office in January."),
    m.EndVerb("&End the quarter", "Orders go out; nothing in them can be taken back."),
    m.Choice("run_on", "&Run on", "Standing orders, until something needs us"),
    True,
)
RESOLUTION = m.Resolution(
    "The first quarter of 1968",
    (
        m.Cable(
            "SAIGON 310145Z JAN 68 // FLASH",
            "Attacks reported in thirty-six of forty-four "
            "provincial capitals. The embassy compound was entered and cleared by 0915.",
            "WESTMORELAND",
            "III Corps",
            LENSES[0],
        ),
        m.Cable(
            "DA NANG 240800Z FEB 68",
            "The citadel at Huế is retaken after twenty-five days.",
            "CUSHMAN",
            "I Corps",
            LENSES[0],
            "stamp",
        ),
        m.Cable(
            "HANOI 031200Z APR 68",
            "The Government declares its readiness to make contact.",
            "TRINH",
            "hanoi_haiphong",
            LENSES[2],
            "bell",
        ),
    ),
    "4,869 dead. Approval 41 per cent. Hanoi is ready for contact.",
)
REPLAY = m.Replay(
    "The war as it was",
    QUARTERS,
    NOW,
    "both",
    (
        m.Tick(0, "escalation", "ours", "Rolling Thunder begins."),
        m.Tick(3, "offensive", "theirs", "The Ia Drang."),
        m.Tick(4, "overture", "ours", "A pause of thirty-seven days."),
        m.Tick(6, "escalation", "ours", "Fuel stores near Hanoi are struck."),
        m.Tick(12, "offensive", "theirs", "Tet."),
        m.Tick(12, "overture", "theirs", "Contact."),
        m.Tick(20, "escalation", "ours", "Cambodia."),
        m.Tick(29, "offensive", "theirs", "Easter."),
        m.Tick(29, "escalation", "ours", "Linebacker; Haiphong is mined."),
        m.Tick(31, "overture", "both", "Peace is at hand."),
        m.Tick(32, "event", "both", "Paris."),
    ),
    "First quarter of 1968",
    LENSES,
    (RECEIVED, DIPLOMACY.draft),
    GAUGES,
    (m.Comparison("American dead", "4,869", "4,869"), m.Comparison("Approval", "41 %", "42 %")),
    CHARTS[:1],
    (m.Choice("washington", "Step in as Washington"), m.Choice("hanoi", "Step in as Hanoi")),
)
