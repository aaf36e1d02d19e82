"""Everything that can be taken home from a game: a report, a table, a document and a transcript.

While the war goes on each of them holds one side's papers and nothing else; when it is over they
hold both sides' and the debrief. None names a person, a machine or a place on a disk, unless a
player typed the name. The report is one file that asks for nothing outside itself.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader

from game import disk, program
from game.engine.board import HANOI, SIDES, WASHINGTON, quarter_name
from game.problems import Problem
from game.record import Game
from game.study.debrief import model_page, model_war
from game.study.debrief.forecasts import QUESTIONS, held
from game.study.debrief.model_map import REGIONS
from game.study.debrief.rule import SAFE
from game.study.debrief.section import Section, markdown, marked
from game.study.debrief.text import KINDS, Opened, sections, told_with_advisers
from game.study.debrief.transcript import ordered, transcript
from game.study.debrief.words import BRANCH_TITLES, NAMES
from game.study.papers import export_game, export_rows
from game.study.papers.pictures import pictures
from game.words import plain
from game.words.channels import posture_words

FILES: Final = ("report.html", "report.md", "turns.csv", "game.json", "transcript.txt")
PICKS: Final = (
    ("Whose", tuple(NAMES.items())),
    ("What", tuple(KINDS.items())),
    ("As the rule read it", tuple(BRANCH_TITLES.items())),
)
"""By what the acts of a report can be picked out: a name, and tags with their titles."""
TEMPLATES: Final = Path(__file__).parent / "templates"


def write(
    game: Game, out: Path, side: int | None = None, group: Section | None = None
) -> tuple[Path, ...]:
    """Write a game into the folder ``out`` and return the files.

    ``side`` asks for one side's papers alone; without it a war that is over is written whole, and a
    running one as the papers of its only person. ``group`` tells how a group answered the three
    questions. Problem where a running game has two persons and no side is named, or where a file
    cannot be written.
    """
    side = whose(game, side)
    texts = _whole(game, group) if side is None else _papers(game, side)
    return save(out, zip(FILES, texts, strict=True))


def save(out: Path, files: Iterable[tuple[str, str]]) -> tuple[Path, ...]:
    """Write texts into files under ``out``; Problem where that fails."""
    made = []
    for name, text in files:
        disk.write_text(out / name, text)
        made.append(out / name)
    return tuple(made)


def whose(game: Game, side: int | None) -> int | None:
    """Return whose papers are to be written, None for everything; Problem if it must be said."""
    if side is not None or game.over:
        return side
    people = [each for each in (WASHINGTON, HANOI) if game.seat(each).kind == "person"]
    if len(people) != 1:
        raise Problem(
            f"The war goes on: name whose papers to write with --side {' or --side '.join(SIDES)}."
        )
    return people[0]


# A war that is over


def _whole(game: Game, group: Section | None) -> tuple[str, ...]:
    made = told_with_advisers(game)
    return (
        report_html(made, group),
        report_markdown(made, group),
        export_rows.csv_of(export_rows.rows_opened(game, made.debrief)),
        export_game.text_of(export_game.whole(game)),
        transcript(game, (WASHINGTON, HANOI)),
    )


def report_html(made: Opened, group: Section | None = None) -> str:
    """Return the report of a war that is over, pictures, rule and sliders included."""
    debrief = made.debrief
    return rendered(
        "report.html",
        title=f"{debrief.campaign}: the debrief",
        under=_span(debrief.quarters) + " The rule was hidden while the war went on; here it is "
        "opened.",
        sections=sections(made),
        pictures=pictures(made),
        groups=group,
        picks=PICKS,
        **model_parts(made),
    )


def model_parts(made: Opened | None = None) -> dict[str, Any]:
    """Return what the template of the rule asks for, sliders at base values; of a war that is over
    the quarters in which the rule's reading changed are settings too."""
    page = model_page.page()
    if made is not None:
        courses = model_war.points(made.game, made.debrief)
        turns = [model_war.preset(one) for course in courses for one in model_war.turned(course)]
        page = replace(page, presets=(*page.presets, *turns))
    return {
        "model": page,
        "statements": model_page.STATEMENTS,
        "branches": BRANCH_TITLES,
        "base": model_page.base_values(),
        "regions": REGIONS,
        "safe": SAFE,
        "presets": {one.key: {"text": one.text, "values": one.values} for one in page.presets},
        "answers": [
            (key, title, getattr(page.answer, key)) for key, title in model_page.ANSWERS.items()
        ],
    }


def report_markdown(made: Opened, group: Section | None = None) -> str:
    """Return the report of a war that is over as Markdown, without pictures."""
    parts = [*sections(made), *([group] if group else [])]
    head = [f"# {marked(made.debrief.campaign)}: the debrief", "", _span(made.debrief.quarters), ""]
    rule = [
        Section(
            "The rule",
            items=tuple(
                Section(one.title, (*one.paragraphs, *one.points)) for one in model_page.CHAPTERS
            ),
        )
    ]
    return "\n".join([*head, *markdown(parts), *markdown(rule)]).rstrip() + "\n"


def _span(names: tuple[str, ...]) -> str:
    return f"{names[0]} to {names[-1]}, {len(names)} quarters." if names else "No quarter played."


# One side's papers


def _papers(game: Game, side: int) -> tuple[str, ...]:
    parts = known(game, side)
    title = f"{game.campaign.title}: the papers of {NAMES[SIDES[side]]}"
    under = "What this side knew and nothing else; the debrief opens when the war is over."
    page = plain_report(title, under, parts)
    text = "\n".join([f"# {marked(title)}", "", under, "", *markdown(parts)]).rstrip() + "\n"
    return (
        page,
        text,
        export_rows.csv_of(export_rows.rows_known(game, side)),
        export_game.text_of(export_game.papers(game, side)),
        transcript(game, (side,)),
    )


def known(game: Game, side: int) -> tuple[Section, ...]:
    """Return what one side knows as sections: its figures, its orders, its own notes."""
    dossier, enemy = game.dossier(side), 1 - side
    figures, given = [], []
    for place, report in enumerate(dossier.reports):
        view, name = dossier.views[place + 1], quarter_name(dossier.tables.first, report.quarter)
        postures = [_posture(view.openness[each]) for each in (side, enemy)]
        figures.append(
            (
                name,
                *postures,
                f"{float(view.troops):.0f}",
                f"{report.us_deaths:,}",
                f"{report.deaths_claimed:,}",
                f"{100 * float(view.opposition):.0f}",
            )
        )
        given.append((name, ordered(dossier, place)))
    columns = (
        "quarter",
        "our hand",
        "theirs",
        "US troops, thousands",
        "US dead",
        "enemy dead as claimed",
        "call it a mistake, per cent",
    )
    made = [
        Section(
            "So far",
            (f"It is {plain.quarter_words(game.quarter_name)}.",),
            columns,
            tuple(figures),
            key="first",
        ),
        Section("What was ordered", (), ("quarter", "orders"), tuple(given), key="orders"),
    ]
    notes = tuple(
        (entry.quarter, _noted(entry.data), entry.text)
        for entry in held(game.entries)
        if entry.side == SIDES[side]
    )
    if notes:
        made.append(
            Section(
                "Our own notes and forecasts", (), ("quarter", "what", "text"), notes, key="notes"
            )
        )
    return tuple(made)


def _posture(openness: float) -> str:
    return posture_words({0.0: 0, 0.25: 1, 0.75: 2}.get(round(float(openness), 2), 3))


def _noted(data: dict[str, Any]) -> str:
    question, chance = data.get("question"), data.get("chance")
    if question not in QUESTIONS or not isinstance(chance, int | float):
        return "note"
    return f"that it will {QUESTIONS[question]}: {chance:.0%}"


# Templates


def plain_report(title: str, under: str, parts: Sequence[Section]) -> str:
    """Return the report's page of sections alone: no pictures, no groups, no model."""
    return rendered(
        "report.html",
        title=title,
        under=under,
        sections=parts,
        pictures=(),
        groups=None,
        model=None,
        branches={},
    )


def rendered(template: str, **values: Any) -> str:
    """Return a template filled in; every value is escaped."""
    house = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    house.globals["program"] = program.command
    return house.get_template(template).render(**values)
