"""What a desk is handed besides a dossier: a campaign's texts and the news."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from game.record import Decisions, Game, News, decisions_of, hindsight
from game.study.debrief.references import Mark, mark
from game.study.debrief.standing import Points, history_path


@dataclass(frozen=True)
class Told:
    """What the texts say of one channel, by its id."""

    text: str
    source: str


@dataclass(frozen=True)
class Setting:
    """The texts of one game. ``news`` gives what a side learns at the start of a quarter that has
    begun; ``channels`` the story of each channel by id; ``briefings`` one text a side."""

    title: str
    start: str
    start_index: int
    quarters: int
    briefings: tuple[str, str]
    channels: dict[str, Told]
    news: Callable[[int, str], Sequence[News]]
    decisions: Decisions = ((), ())
    history: Callable[[], tuple[tuple[Points, Points], ...]] = tuple
    """What the recorded war scores for each side as each quarter opens, and at its end."""
    mark: Callable[[], Mark | None] = lambda: None
    """What both sides' scores are laid beside when the war is over."""
    again: str = ""
    """That the war was entered again with hindsight, in a sentence."""


def setting_of(game: Game) -> Setting:
    """Return the texts of a running game."""
    campaign = game.campaign
    return Setting(
        title=campaign.title,
        start=campaign.start,
        start_index=campaign.start_index,
        quarters=campaign.quarters,
        briefings=(campaign.briefing(0), campaign.briefing(1)),
        channels={row.id: Told(row.text, row.source) for row in campaign.file.channels},
        news=game.news,
        decisions=decisions_of(campaign, game.past.tables),
        history=partial(history_path, campaign),
        mark=partial(mark, campaign),
        again=hindsight.said(game.past.beginning),
    )
