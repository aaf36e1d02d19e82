"""The fit: the recorded war as the rules play it, beside the record, and what is demanded of it.

Everything is plain data, computed anew at each call from the campaign and the constants in force;
only the refits with a year or a spell left out are read from a stored result
(``fit.left_out``). Enemy losses as claimed, sorties and infiltration are compared here and in no
calibration but infiltration's own.
"""

from typing import Any, Final

import numpy as np

from game.campaign import Campaign
from game.engine.board import ENDINGS, PARIS, SETTLED, SIDES, Floats
from game.engine.tables import Tables
from game.study.fit import record, rivals
from game.study.fit.demands import ACCEPTANCE, POSTURE, judged
from game.study.fit.runs import RecordRun, play_record
from game.study.fit.settings import FREE, belief_names, fitted, get, marked

LUCKS: Final = 500
BAND: Final = (0.05, 0.95)  # quantiles of the lucks that are shown
DEATHS_WITHIN, DEATHS_R = 0.20, 0.85  # each year 1966-71; correlation by quarter
STRENGTH_WITHIN: Final = 0.01
APPROVAL_R: Final = 0.7
HELD_OUT_WITHIN, HELD_OUT_R = 0.40, 0.85  # claimed losses and sorties by year; claims by quarter
MAJORITY: Final = "1968Q3"  # Gallup, August 1968: 53 per cent thought it a mistake (Mueller 1973)
MAJORITY_WITHIN: Final = 2  # quarters
RECORDED: Final = {
    "us_deaths": "us_hostile_deaths",
    "claimed": "enemy_killed_claimed",
    "infiltrated": "infiltration_est",
    "sorties": "nvn_attack_sorties",
}
"""Of a run, the recorded series by year that each is laid beside."""
THOUSANDS: Final = ("infiltrated", "sorties")


def report(campaign: Campaign, tables: Tables, lucks: int = LUCKS) -> dict[str, Any]:
    """Return the whole fit but the robustness and the counterfactuals."""
    plain = play_record(campaign, tables, 1)
    drawn = play_record(campaign, tables, lucks, np.arange(lucks))
    happened = record.postures(campaign)
    compared = rivals.compared(campaign, tables, plain)
    found = {
        "campaign": campaign.name,
        "quarters": by_quarter(campaign, plain, drawn),
        "years": by_year(campaign, plain, drawn),
        "errors": errors(campaign, plain),
        "ending": ending(plain, drawn),
        "lucks": {
            "lucks": lucks,
            **judged(drawn, POSTURE),
            "acceptance": judged(drawn, (ACCEPTANCE,))["acceptance"],
        },
        "rivals": compared,
        "misses": rivals.misses(plain, happened),
        "constants": constants(tables),
    }
    return found | {"demands": demands(found, plain)}


def by_quarter(campaign: Campaign, plain: RecordRun, drawn: RecordRun) -> list[dict[str, Any]]:
    """Return a row a quarter: the replay with neutral luck beside the record (None without)."""
    happened = record.postures(campaign)
    beside = {
        name: record.quarterly(campaign, name)
        for name in ("us_troops", "us_hostile_deaths", "enemy_killed_claimed", "approval")
    }
    rows = []
    for at, name in enumerate(plain.names):
        low, high = np.quantile(drawn.us_deaths[:, at], BAND)
        row = {
            "quarter": name,
            "troops": round(float(plain.troops[0, at]) * 1000),
            "troops_recorded": _known(beside["us_troops"][at]),
            "us_deaths": int(plain.us_deaths[0, at]),
            "us_deaths_lucks": [int(low), int(high)],
            "us_deaths_recorded": _known(beside["us_hostile_deaths"][at]),
            "claimed": int(plain.claimed[0, at]),
            "claimed_recorded": _known(beside["enemy_killed_claimed"][at]),
            "approval": round(float(plain.approval[0, at]), 4),
            "approval_recorded": _known(beside["approval"][at] / 100),
            "opposition": round(float(plain.opposition[0, at]), 4),
            "expected": [round(float(one), 3) for one in plain.expected[0, at]],
            "from_paris": round(float(np.abs(plain.expected[0, at] - PARIS).mean()), 3),
        }
        for side, who in enumerate(SIDES):
            row[f"{who}_open_probability"] = round(float(plain.chance[0, at, side]), 4)
            row[f"{who}_recorded"] = "open" if happened[at, side] else "closed"
        rows.append(row)
    return rows


def _known(value: float) -> float | None:
    return None if np.isnan(value) else round(float(value), 4)


def by_year(campaign: Campaign, plain: RecordRun, drawn: RecordRun) -> list[dict[str, Any]]:
    """Return a row a year: deaths, claims, infiltration and sorties, the replay's, the band of the
    lucks, the record's, and the error as a share of the record."""
    rows = []
    for year in record.YEARS:
        here = record.in_year(campaign, year)
        row: dict[str, Any] = {"year": year}
        for name, series in RECORDED.items():
            scale = 1000.0 if name in THOUSANDS else 1.0
            made = float(getattr(plain, name)[0, here].sum()) * scale
            band = np.quantile(getattr(drawn, name)[:, here].sum(axis=1) * scale, BAND)
            known = record.yearly(campaign, series).get(year)
            row[name] = {
                "replay": round(made),
                "lucks": [round(float(end)) for end in band],
                "recorded": known,
                "error": None if known is None else round(made / known - 1.0, 4),
            }
        rows.append(row)
    return rows


def errors(campaign: Campaign, plain: RecordRun) -> dict[str, Any]:
    """Return correlations by quarter and root mean square errors, neutral luck."""
    made = {}
    for name, series, scale in (
        ("us_deaths", "us_hostile_deaths", 1.0),
        ("claimed", "enemy_killed_claimed", 1.0),
        ("approval", "approval", 100.0),
        ("troops", "us_troops", 0.001),
    ):
        known = record.quarterly(campaign, series) / (scale if name != "troops" else 1000.0)
        here = ~np.isnan(known)
        replayed = getattr(plain, name)[0][here]
        made[name] = {
            "quarters": int(here.sum()),
            "correlation": round(float(np.corrcoef(replayed, known[here])[0, 1]), 4),
            "root_mean_square": round(float(np.sqrt(((replayed - known[here]) ** 2).mean())), 4),
            "largest_share": round(float(np.abs(replayed / known[here] - 1.0).max()), 4),
        }
    return made


def ending(plain: RecordRun, drawn: RecordRun) -> dict[str, Any]:
    """Return how the war ends, neutral luck and over the lucks, and when acceptance is expected."""
    ends = {
        ENDINGS[code]: round(float((drawn.last.ended == code).mean()), 4)
        for code in np.unique(drawn.last.ended)
    }
    return {
        "neutral": ENDINGS[int(plain.last.ended[0])],
        "settlement": plain.last.settlement[0].tolist() if plain.last.ended[0] == SETTLED else None,
        "lucks": ends,
        "ready": [plain.names[at] for at in np.flatnonzero(plain.ready[0])],
        "ready_lucks": {
            name: round(float(drawn.ready[:, at].mean()), 4)
            for at, name in enumerate(drawn.names)
            if drawn.ready[:, at].any()
        },
    }


def constants(tables: Tables) -> dict[str, Any]:
    """Return the constants: free in a calibration and on what, fitted otherwise, set by hand."""
    every = marked(tables)
    by_fit = fitted(tables)
    return {
        "free": [
            {"name": one.name, "value": round(float(get(tables, one.name)), 5), "on": one.on}
            for one in FREE
        ],
        "fitted": by_fit,
        "by_hand": {name: about for name, about in every.items() if name not in by_fit},
        "beliefs": {name: float(getattr(tables.beliefs, name)) for name in belief_names()},
        "counts": {
            "free": len(FREE),
            "fitted": len(by_fit),
            "by_hand": len(every) - len(by_fit),
            "beliefs": len(belief_names()),
        },
    }


def demands(found: dict[str, Any], plain: RecordRun) -> list[dict[str, Any]]:
    """Return every demand with what is shown and whether it is met, neutral luck."""
    rows = [
        {"demand": about["demand"], "shows": about["shows"], "met": about["share"] == 1.0}
        for about in judged(plain, (*POSTURE, ACCEPTANCE)).values()
        if "shows" in about
    ]
    rows += _war_demands(found, plain)
    by_name = {row["name"]: row["brier"] for row in found["rivals"]}
    for rival in ("base rate", "ripeness", "persistence"):
        for side in SIDES:
            ours, theirs = by_name["the rule"][side], by_name[rival][side]
            rows.append(
                _demand(
                    f"{side}: better Brier score than {rival}", f"{ours} / {theirs}", ours < theirs
                )
            )
    share = found["lucks"]["acceptance"]["share"]
    rows.append(_demand("acceptance expected in time in most of the lucks", share, share > 0.5))
    return rows


def _war_demands(found: dict[str, Any], plain: RecordRun) -> list[dict[str, Any]]:
    years, wrong = found["years"], found["errors"]
    dead = max(abs(row["us_deaths"]["error"]) for row in years if 1966 <= row["year"] <= 1971)
    held = {
        name: max(abs(row[name]["error"]) for row in years if row[name]["error"] is not None)
        for name in ("claimed", "sorties")
    }
    passed = first_above(plain.opposition[0], 0.5)
    late = passed - plain.names.index(MAJORITY)
    return [
        _demand("US hostile deaths within 20 % in each year 1966-71", dead, dead <= DEATHS_WITHIN),
        _demand(
            "and a correlation of .85 by quarter",
            wrong["us_deaths"]["correlation"],
            wrong["us_deaths"]["correlation"] >= DEATHS_R,
        ),
        _demand(
            "strength within 1 % in each quarter",
            wrong["troops"]["largest_share"],
            wrong["troops"]["largest_share"] <= STRENGTH_WITHIN,
        ),
        _demand(
            "approval with a correlation of .7",
            wrong["approval"]["correlation"],
            wrong["approval"]["correlation"] >= APPROVAL_R,
        ),
        _demand(
            f"opposition passes one half within two quarters of {MAJORITY}",
            plain.names[passed],
            abs(late) <= MAJORITY_WITHIN,
        ),
        _demand(
            "held out: enemy losses claimed within 40 % in each year",
            held["claimed"],
            held["claimed"] <= HELD_OUT_WITHIN,
        ),
        _demand(
            "held out: and a correlation of .85 by quarter",
            wrong["claimed"]["correlation"],
            wrong["claimed"]["correlation"] >= HELD_OUT_R,
        ),
        _demand(
            "held out: sorties within 40 % in each year",
            held["sorties"],
            held["sorties"] <= HELD_OUT_WITHIN,
        ),
    ]


def first_above(values: Floats, limit: float) -> int:
    """Return the first place where ``values`` exceed ``limit``; the last place if nowhere."""
    above = np.flatnonzero(values > limit)
    return int(above[0]) if above.size else len(values) - 1


def _demand(sentence: str, shows: Any, met: bool) -> dict[str, Any]:
    return {"demand": sentence, "shows": shows, "met": bool(met)}
