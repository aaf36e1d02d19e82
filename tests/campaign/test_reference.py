"""The page on writing campaigns says what the code does."""

from game.campaign.reference import PAGE, TABLES, made_anew
from game.campaign.schema import CampaignFile, ScenarioFile

TEXT = PAGE.read_text(encoding="utf-8")


def test_the_pages_tables_are_those_of_the_code() -> None:
    assert all(f"<!-- table {name} -->" in TEXT for name in TABLES)
    assert made_anew(TEXT) == TEXT, "run python -m game.campaign.reference"


def test_a_table_that_is_out_of_date_would_be_noticed() -> None:
    assert made_anew(TEXT.replace("2,000,000 bytes", "3 bytes")) != TEXT.replace(
        "2,000,000 bytes", "3 bytes"
    )


def test_the_page_names_every_table_of_a_file() -> None:
    for model in (CampaignFile, ScenarioFile):
        for name in model.model_fields:
            assert any(mark in TEXT for mark in (f"[{name}", f"`{name}", f"{name} =")), name
