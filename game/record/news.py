"""What a side reads when a quarter opens: what neither player decides, as far as it knows of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from game.campaign import Campaign
from game.campaign.days import quarter_of
from game.engine.board import SIDES
from game.record.log import Injected


@dataclass(frozen=True)
class News:
    """One thing a side learns of; ``to_come`` if it is only announced, ``learnt`` the day on which
    the side learnt of it, empty where that is not known apart from its date."""

    date: str
    title: str
    text: str
    source: str
    to_come: bool = False
    learnt: str = ""


def news_of(
    campaign: Campaign, side: int, quarter: str, injected: Iterable[Injected]
) -> tuple[News, ...]:
    """Return what ``side`` learns of in a quarter, what is announced in it, and what was put in.

    What had been announced before the campaign opens is told in its first quarter.
    """
    learnt = f"known_{SIDES[side]}"
    known = [
        News(event.date, event.title, event.text, event.source, learnt=str(getattr(event, learnt)))
        for event in campaign.news(side, quarter)
    ]
    coming = [
        News(event.date, event.title, event.text, event.source, to_come=True)
        for event in campaign.file.events
        if event.announced
        and quarter < quarter_of(event.date)
        and max(quarter_of(event.announced), campaign.start) == quarter
    ]
    told = [News(event.date or quarter, event.title, event.text, "") for event in injected]
    return (*known, *coming, *told)
