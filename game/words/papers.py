"""The newspaper of the quarter: a headline and a paragraph from what happened, for either reader.

Washington reads an American daily, Hanoi the party's. Both print facts that both sides know; the
American adds the dead of the quarter, Hanoi's the aircraft claimed, as agencies have it.
"""

from dataclasses import dataclass
from typing import Final

from game.engine.board import CORPS, HANOI
from game.engine.view import Report, View
from game.words import closing, plain
from game.words.happenings import Happening

MASTHEADS: Final = ("The Washington Courier", "The Hanoi Bulletin")

HEADLINES: Final[dict[str, tuple[tuple[str, ...], tuple[str, ...]]]] = {
    "step_in": (
        ("Moscow and Peking Step In", "Summit Called Off"),
        ("Our Friends Stand Beside Us", "Fraternal Help Arrives"),
    ),
    "hold_back": (
        ("Moscow and Peking Rein In Hanoi", "Hanoi's Patrons Draw Back"),
        ("Friends Counsel Patience", "Frank Talks with Friends"),
    ),
    "offensive": (
        ("Enemy Strikes Across the South", "Offensive Shakes the South", "Attack in Force"),
        (
            "General Offensive in the South",
            "Our Forces Strike in the South",
            "Attacks on All Fronts",
        ),
    ),
    "mining": (
        ("Mines Laid off Haiphong", "North's Ports Closed"),
        ("The Enemy Mines Our Ports", "A Reckless Step Against the Ports"),
    ),
    "border": (
        ("Troops Cross the Border", "War Widens Across the Frontier"),
        ("The Enemy Crosses the Frontier", "Invasion of a Neighbour"),
    ),
    "broken": (
        ("Understanding Broken", "The Understanding Is No More"),
        ("Understanding Broken", "A Pledge Undone"),
    ),
    "leak": (
        ("Secret Contact in the Open", "Papers Tell of a Hidden Channel"),
        ("Foreign Press Tells of Contacts", "Agencies Print a Secret"),
    ),
    "talks_begin": (
        ("Delegates Sit Down", "Delegations Take Their Seats"),
        ("The Delegations Meet", "Our Delegation Takes Its Seat"),
    ),
    "talks_end": (
        ("Talks Broken Off", "Empty Chairs at the Talks"),
        ("Talks Suspended", "The Session Is Closed"),
    ),
    "halt": (
        ("Bombing of the North Halted", "No Bombs on the North"),
        ("The Raids Have Stopped", "Sky over the North Quiet"),
    ),
    "limit": (
        ("Bombing Held Below a Line", "President Limits the Raids"),
        ("Raids Confined to the Panhandle", "The Enemy Draws a Line"),
    ),
    "unlimited": (
        ("Raids Reach the Delta", "Bombers Sent Further North"),
        ("Bombs on the Delta", "The Enemy Crosses His Own Line"),
    ),
    "reserves": (
        ("Reserves Called Up", "President Calls the Reserves"),
        ("The Enemy Calls His Reserves", "Washington Mobilises"),
    ),
    "bombing_up": (
        ("Air War Stepped Up", "Heavier Raids on the North"),
        ("Heavier Raids Met with Fire", "The Air Pirates Come in Greater Number"),
    ),
    "reinforcement": (
        ("More Men for Vietnam", "New Divisions Sail", "Build-Up Goes On"),
        (
            "More American Troops Land",
            "The Enemy Sends More Men",
            "Fresh Divisions Against the South",
            "Washington Answers with More Men",
        ),
    ),
    "withdrawal": (
        ("Troops Come Home", "More Units Leave Vietnam"),
        ("American Units Depart", "The Enemy Takes Men Away"),
    ),
    "cambodia": (
        ("Raids in Cambodia Admitted", "Bombers over Cambodia"),
        ("Bombs on Cambodia", "A Neutral Country Bombed"),
    ),
    "package": (
        ("New Terms on the Table", "A Package Is Tabled"),
        ("Proposals Are Tabled", "New Terms Made Known"),
    ),
    "deadline": (
        ("A Deadline Is Set", "President Names a Date"),
        ("An Ultimatum", "A Date Is Named"),
    ),
    "offer": (
        ("An Overture Is Reported", "Peace Feeler Under Study"),
        ("A Proposal Is Conveyed", "Word Goes Between Capitals"),
    ),
    "opens": (
        ("A Door Ajar", "A Softer Tone Is Heard"),
        ("Readiness for Contact", "A New Tone"),
    ),
    "closes": (
        ("A Door Shuts", "The Tone Hardens"),
        ("No Ground for Talks", "Positions Harden"),
    ),
    "bombing_down": (
        ("Fewer Raids on the North", "Air War Scaled Down"),
        ("Raids Grow Fewer", "The Enemy Flies Less"),
    ),
    "handing_over": (
        ("Saigon's Army Takes Over", "South Vietnamese to Carry the Fight"),
        ("The Enemy Hands Over His War", "Saigon's Army Must Fight Alone"),
    ),
    "talks_go_on": (
        ("Talks Go On", "Another Season of Sessions"),
        ("The Sessions Continue", "At the Table, Patience"),
    ),
    "heavy_fighting": (
        ("Heavy Fighting in the South", "Hard Quarter in the Field"),
        ("Great Battles in the South", "Blows on Every Front"),
    ),
    "shaky": (
        ("Saigon in Turmoil", "Another Crisis in Saigon"),
        ("The Puppet House Trembles", "Generals Quarrel in Saigon"),
    ),
    "quiet": (
        ("War Drags On", "No Change in Vietnam", "A Quiet Quarter"),
        ("The Struggle Continues", "Production Keeps Pace", "A Season of Work"),
    ),
}


ENDED: Final[dict[str, tuple[str, str]]] = {
    "settlement": ("Peace Is Signed", "The Agreement Is Signed"),
    "collapse of Saigon": ("Saigon Falls", "Saigon Is Free"),
    "collapse of American consent": ("Congress Ends the War", "The Americans Give Up Their War"),
    "collapse of the North's power to go on": ("Hanoi Gives Up the Fight", "The Struggle Halts"),
    "calendar": ("Nothing Settled After All These Years", "No Settlement; the War Goes On"),
    "bell": ("Unfinished: the Account to This Date", "Unfinished: the Struggle to This Date"),
}
"""The front page of the last quarter, by the engine's name of the ending and by reader."""


@dataclass(frozen=True)
class Paper:
    """A front page: masthead, headline, one paragraph."""

    masthead: str
    headline: str
    paragraph: str


def paper(side: int, found: list[Happening], after: View, report: Report) -> Paper:
    """Return the front page that ``side`` reads after the quarter of ``report``."""
    lead = found[0]
    headline = _headline(side, lead, report)
    second = next((item for item in found[1:] if item.kind != lead.kind), None)
    sentences = [fact(lead, after, report)]
    if second is not None and second.loudness > 20:
        sentences.append(fact(second, after, report))
    sentences.append(_tally(side, report))
    return Paper(MASTHEADS[side], headline, " ".join(sentences))


def _headline(side: int, lead: Happening, report: Report) -> str:
    if lead.kind == "ended":
        return ENDED[report.ended][side]
    return plain.variant(HEADLINES[lead.kind][side], report.quarter)


def fact(item: Happening, after: View, report: Report) -> str:
    """Return one sentence that says what a happening was, for any reader."""
    name = plain.SIDE_NAMES[item.side] if item.side >= 0 else ""
    if item.kind == "talks_begin" and item.amount:
        return "For the first time both governments sit at one table."
    if item.kind in FACTS:
        return FACTS[item.kind].format(name=name, men=plain.thousand(item.amount))
    if item.kind == "offensive":
        where = plain.listing([CORPS[corps] for corps in item.corps])
        return f"Northern and Front units attack {_breadth(item.amount)}, in {where} Corps."
    if item.kind == "border":
        into = ("", "Laos", "Cambodia")[int(item.amount)]
        return f"American and Saigon troops cross into {into}."
    if item.kind == "ended":
        return closing.ending(report.ended)[0]
    if item.kind == "limit":
        line = ("19th", "20th")[int(item.amount)]
        return f"American aircraft stay south of the {line} parallel."
    return f"{plain.thousand(after.troops)} Americans stand in the country."


FACTS: Final = {
    "step_in": "Moscow and Peking send men, aircraft and aid to the North, and call off what they "
    "had begun with Washington.",
    "hold_back": "Moscow and Peking hold Hanoi back, and send it less.",
    "mining": "American aircraft close the ports of the North with mines.",
    "broken": "{name} has broken the understanding that was in force.",
    "leak": "A private contact of {name} has come out, and its carrier is lost to both sides.",
    "talks_begin": "Both governments sit at one table.",
    "talks_end": "The delegations have gone home; no date is set for another session.",
    "halt": "No bombs fall on the North.",
    "unlimited": "American aircraft bomb north of the 20th parallel.",
    "reserves": "The President calls up the reserves, for the first time in this war.",
    "bombing_up": "The raids on the North grow heavier.",
    "reinforcement": "{men} American soldiers land in the quarter.",
    "withdrawal": "{men} American soldiers leave in the quarter.",
    "cambodia": "Washington admits to raids on bases in Cambodia.",
    "package": "{name} has put a package on the table.",
    "deadline": "{name} names a date, and speaks of what would follow.",
    "offer": "{name} is said to have sent an overture.",
    "opens": "{name} lets it be known that it can be talked to.",
    "closes": "{name} sees nothing to talk about at present.",
    "bombing_down": "The raids on the North grow fewer.",
    "handing_over": "Saigon's army takes over more of the fighting.",
    "talks_go_on": "The delegations meet, read, and meet again.",
    "heavy_fighting": "Contact was heavy through the quarter.",
    "shaky": "In Saigon one crisis follows another.",
    "quiet": "Nothing in the quarter changed the course of the war.",
}


def _breadth(scale: float) -> str:
    if scale < 0.35:
        return "at a few points"
    return "at many points" if scale < 0.7 else "everywhere at once"


def _tally(side: int, report: Report) -> str:
    if side == HANOI:
        return (
            f"American dead by their own count: {report.us_deaths:,}. Aircraft brought down over "
            f"the North: {report.aircraft_lost:,}."
        )
    return (
        f"{report.us_deaths:,} Americans died in the quarter; the command puts the enemy's dead "
        f"at {report.deaths_claimed:,}."
    )
