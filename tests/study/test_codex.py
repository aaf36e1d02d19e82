"""The codex, the events and the chronicle: how many, from where, known when, and linked how."""

import re
from collections import Counter

import pytest

from game.campaign import Campaign
from game.campaign.days import quarter_of
from game.study.fit.record import quarters
from game.study.papers.codex import MOST_LINKS, entries, links
from tests.study.other_wars import OTHER_WARS

FINDABLE = re.compile(
    r"FRUS|Pentagon Papers|TIME|The New York Times|Public Papers|Miller Center|OASD|Gallup"
    r"|Wilson Center|Office of the Historian|\w+\.(org|com|co|edu|gov|net|us|vn|fr|uk)\b"
    r"|Herring,? ed|MACV command histor|Victory in Vietnam|\d U\.S\. \d"
    r"|[A-Z]\w+, [A-Z]|\d{4}|no\. \d+|\b\d+/\d+\b"
)
"""An archive, a paper, an address, an author with a work, or a year or number of a publication."""
VAGUE = re.compile(r"\b(unverified|various|unknown|wikipedia|see above|common knowledge)\b", re.I)


def texts(campaign: Campaign) -> list[str]:
    return [row.text for row in (*campaign.file.events, *campaign.file.chronicle)]


def test_there_are_as_many_pages_events_and_rows_as_asked(campaign: Campaign) -> None:
    assert len(entries()) >= 150
    assert len(campaign.file.events) >= 40
    assert len(campaign.file.chronicle) >= 200


def test_no_two_pages_share_an_id_or_an_alias() -> None:
    ids = [entry["id"] for entry in entries()]
    aliases = [alias for entry in entries() for alias in entry["aliases"]]
    assert len(set(ids)) == len(ids)
    assert len(set(aliases)) == len(aliases)


def test_every_page_leads_only_to_pages_that_exist() -> None:
    ids = {entry["id"] for entry in entries()}
    lost = [
        (entry["id"], page)
        for entry in entries()
        for page in entry.get("see", ())
        if page not in ids
    ]
    assert lost == []


def test_every_source_is_one_a_reader_can_find(campaign: Campaign) -> None:
    sources = [entry["source"] for entry in entries()]
    sources += [row.source for row in (*campaign.file.events, *campaign.file.chronicle)]
    sources += [channel.source for channel in campaign.file.channels]
    assert [one for one in sources if not FINDABLE.search(one) or VAGUE.search(one)] == []


def test_everything_has_a_date_and_nobody_knew_before_it_was(campaign: Campaign) -> None:
    rows = (*campaign.file.events, *campaign.file.chronicle)
    assert all(re.fullmatch(r"19[67]\d-\d\d(-\d\d)?", row.date) for row in rows)
    early = [
        row.title
        for row in rows
        for known in (row.known_washington, row.known_hanoi)
        if known != "never" and known[: len(row.date)] < row.date[: len(known)]
    ]
    assert early == []


def test_something_is_hidden_from_each_side(campaign: Campaign) -> None:
    rows = (*campaign.file.events, *campaign.file.chronicle)
    assert any(row.known_washington == "never" for row in rows)
    assert any(row.known_washington[:7] > row.date[:7] for row in rows)
    assert any(row.known_hanoi == "never" or row.known_hanoi[:7] > row.date[:7] for row in rows)


def test_every_quarter_has_its_rows(campaign: Campaign) -> None:
    dated = {quarter_of(event.date) for event in campaign.file.events}
    bare = [
        name for name in quarters(campaign) if not campaign.chronicle_in(name) and name not in dated
    ]
    assert bare == []


def test_the_longest_alias_wins() -> None:
    found = links("He spoke of the thirty-seven-day pause, then of another pause.")
    assert found[0].entry != "pause"
    assert found[0].end - found[0].start == len("thirty-seven-day pause")


@pytest.mark.parametrize(
    "text", ["He escalated his voice.", "A panhandler slept.", "Kyoto and Kyiv"]
)
def test_parts_of_words_do_not_link(text: str) -> None:
    assert links(text) == []


def test_a_page_is_linked_once_in_a_text() -> None:
    found = links("Kissinger met Le Duc Tho; Kissinger came back, and Kissinger said nothing.")
    assert len({one.entry for one in found}) == len(found) == 2


def test_a_page_of_later_years_is_not_linked_before_its_time() -> None:
    assert links("A note on Kissinger.", "1965Q1") == []
    assert len(links("A note on Kissinger.", "1972Q4")) == 1


def test_common_words_do_not_link_too_often(campaign: Campaign) -> None:
    told = texts(campaign)
    named = Counter(link.entry for text in told for link in links(text))
    assert max(named.values()) <= len(told) / 10
    assert max(len(links(text)) for text in told) <= MOST_LINKS
    assert sum(bool(links(text)) for text in told) >= 0.7 * len(told)


FRONT_PAGES = frozenset({"korean_war", "sino_indian_war"})


def test_other_wars_have_forty_pages_that_lead_to_one_another() -> None:
    """Every page of another war is reached from that war's own page, or leads to it, in a few
    steps through pages of other wars alone."""
    by_id = {entry["id"]: entry for entry in entries()}
    told = set(OTHER_WARS)
    assert len(told) >= 40
    near = {one: {*by_id[one]["see"]} & told for one in told}
    reached = set(FRONT_PAGES)
    for _ in told:
        reached |= {one for one in told if near[one] & reached}
        reached |= {other for one in reached for other in near[one]}
    assert told <= reached


def test_a_page_has_at_most_sixty_words() -> None:
    assert [entry["id"] for entry in entries() if len(entry["text"].split()) > 60] == []
