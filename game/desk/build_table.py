"""The table: both packages on five issues, what changed, how far apart, table or accept."""

from collections.abc import Sequence
from dataclasses import replace

from game.desk import build_scores
from game.desk.draft import Draft
from game.desk.models import Choice, Issue, PackageScore, TablePage
from game.desk.setting import Setting
from game.engine.board import ISSUES, POSITIONS, quarter_name
from game.engine.dossier import Dossier
from game.study.debrief.references import EQUALS, HISTORY
from game.study.debrief.standing import signing, standing
from game.words import plain, terms

TELLS = 0.1  # log-odds between most and least below which packages tell nothing; Calibrated by hand


def table(dossier: Dossier, draft: Draft, setting: Setting) -> TablePage:
    """Return the table as the side sees it, with the package it is drafting."""
    view, side = dossier.view, dossier.side
    ours, theirs = view.tabled[side], view.tabled[1 - side]
    sits = bool(view.talking)
    reason = draft.why_not_accept()
    packages, cells = build_scores.packages(dossier, draft, setting)
    return TablePage(
        issues=tuple(
            replace(_issue(dossier, draft, place), points=cells[place])
            for place in range(len(ISSUES))
        ),
        packages=packages,
        sits=sits,
        why_not=""
        if sits
        else "Talks do not sit. They do in a quarter in which both postures are contacts or talks.",
        distance=terms.apart(ours, theirs),
        table_it=Choice("table", "Table this package", terms.package(draft.state.terms)),
        accept=Choice(
            "accept",
            f"Accept their package of {_since(dossier)}",
            accepting(dossier, draft, setting),
            not reason,
            reason,
        ),
        tabling=draft.state.tabling,
        accepting=draft.state.accepting,
        verdict=" ".join((verdict(dossier), seems(dossier))).strip(),
        offer=offer(packages, bool(reason)),
        tip="Talks sit in a quarter in which both postures are open.\nAn acceptance binds to the "
        "package as it lay at the end of last quarter.",
    )


def offer(rows: Sequence[PackageScore], refused: bool) -> str:
    """Return that their package can be signed, with its score beside the mark's, from the ``rows``
    of the table; empty where they have tabled nothing or it is ``refused``."""
    by_name = {row.id: row.total for row in rows}
    if refused or "theirs" not in by_name:
        return ""
    marks = [f"; {name} {by_name[name]}" for name in (HISTORY, EQUALS) if name in by_name]
    return f"Their package can be signed: about {by_name['theirs']}{''.join(marks)}."


def accepting(dossier: Dossier, draft: Draft, setting: Setting) -> str:
    """Return what accepting their package means: that the war ends, on what terms, at what score,
    beside what else is to be had, and what a signature takes at home."""
    found = signing(dossier)
    if found is None:
        return "They have tabled nothing."
    rows, _ = build_scores.packages(dossier, draft, setting)
    theirs = next(row for row in rows if row.id == "theirs")
    text = plain.capital(terms.package(dossier.view.tabled[1 - dossier.side]))
    said = (
        f"The war ends with it. {text} Our score would be about {theirs.total} of 100. "
        f"{theirs.text}"
    )
    other = build_scores.beside(rows, standing(dossier).own)
    price = plain.points(int(dossier.view.signing))
    return f"{said} {other} A signature takes {price} at home, left over by the other orders."


def _since(dossier: Dossier) -> str:
    quarter = int(dossier.view.tabled_in[1 - dossier.side])
    if quarter < 0:
        return "last quarter"
    return plain.quarter_words(quarter_name(dossier.tables.first, quarter))


def _issue(dossier: Dossier, draft: Draft, place: int) -> Issue:
    view, side = dossier.view, dossier.side
    ours, theirs = _place(view.tabled[side], place), _place(view.tabled[1 - side], place)
    last = dossier.views[-2] if dossier.reports else view
    gap = "" if ours is None or theirs is None else _gap(abs(ours - theirs))
    first, second, third, fourth = POSITIONS[ISSUES[place]]
    return Issue(
        id=ISSUES[place],
        title=terms.ISSUE_TITLES[place],
        positions=(
            plain.capital(first),
            plain.capital(second),
            plain.capital(third),
            plain.capital(fourth),
        ),
        ours=ours,
        theirs=theirs,
        draft=draft.state.terms[place],
        ours_before=_place(last.tabled[side], place),
        theirs_before=_place(last.tabled[1 - side], place),
        apart=gap,
        tip=f"{terms.ISSUE_TITLES[place]}.\nThought within reach, give or take a step: "
        f"{terms.position(place, terms.nearest(view.seen_terms)[place])}.",
    )


def _place(package: Sequence[int], place: int) -> int | None:
    return None if package[0] < 0 else int(package[place])


def _gap(steps: int) -> str:
    return ("agreed", "a step apart", "two steps apart", "wholly apart")[steps]


def verdict(dossier: Dossier) -> str:
    """Return how their package compares with the terms thought within reach, in a sentence."""
    view, side = dossier.view, dossier.side
    theirs = view.tabled[1 - side]
    if theirs[0] < 0:
        return "They have tabled nothing yet."
    gain = sum(float(t) - float(w) for t, w in zip(theirs, view.seen_terms, strict=True))
    gain = gain if side == 1 else -gain
    if gain > 1.0:
        return "Their package is better for us than the terms thought within reach."
    if gain > -1.0:
        return "Their package is about what is thought within reach."
    return "Their package is worse for us than the terms thought within reach."


def seems(dossier: Dossier) -> str:
    """Return what the other side seems to hold to most and least, by the packages it has tabled;
    empty where they tell nothing."""
    told = dossier.view.revealed[1 - dossier.side]
    if float(told.max()) - float(told.min()) < TELLS:
        return ""
    most, least = terms.SHORT[int(told.argmax())], terms.SHORT[int(told.argmin())]
    return f"As their packages tell, they hold to {most} more than they say, and to {least} less."
