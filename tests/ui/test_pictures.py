"""The pictures: what is kept is what the script draws, and all of it is small."""

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pygame
import pytest
from PIL import Image

from game.campaign.files import SHIPPED
from game.engine.board import SIDES
from game.ui import pictures
from game.ui.scenes import newgame
from game.ui.widgets.picture import Picture
from tests.ui import samples_more
from tests.ui.windows import window
from tools import cut_pictures
from tools.cuts.block import WIDE

MOST = 1_500_000  # bytes of all pictures together
ROUGH = 0.2  # pixels a unit at which a test draws
LIKE = 0.75  # correlation with what is kept: .80 to .95 of the same, below .6 of another
SHORT = (64, 36)  # pixels at which two drawings are compared


def grey(image: Image.Image) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """Return a picture's greys at the size of comparison, less their mean."""
    small = image.convert("L").resize(SHORT, Image.Resampling.BOX)
    made = np.asarray(small).astype(np.float64)
    return made - made.mean()


def like(one: np.ndarray, other: np.ndarray) -> float:
    """Return the correlation of two pictures."""
    return float((one * other).sum() / np.sqrt((one**2).sum() * (other**2).sum()))


def test_the_list_names_what_drew_each_picture_and_what_came_out() -> None:
    kept = json.loads(cut_pictures.LIST.read_text(encoding="utf-8"))
    files = {path.stem: path for path in cut_pictures.OUT.glob("*.png")}
    digests = {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in files.items()}
    again = "run python -m tools.cut_pictures again"
    assert kept["instructions"] == cut_pictures.instructions(), again
    assert kept["pictures"] == digests, again
    assert set(files) == set(cut_pictures.PICTURES)
    assert sum(path.stat().st_size for path in files.values()) < MOST


def test_the_script_draws_what_is_kept() -> None:
    drawn = {
        name: grey(cut_pictures.drawn(name, ROUGH).print(256)) for name in cut_pictures.PICTURES
    }
    kept = {name: grey(Image.open(cut_pictures.OUT / f"{name}.png")) for name in drawn}
    for name, rough in drawn.items():
        likest = max(kept, key=lambda other, rough=rough: like(rough, kept[other]))
        assert likest == name
        assert like(rough, kept[name]) > LIKE, name


def test_every_picture_and_emblem_can_be_shown_and_a_missing_one_is_dark(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    assert set(pictures.WORDS) | {"emblems"} == set(cut_pictures.PICTURES)
    for name in pictures.WORDS:
        wide, high = pictures.picture(name).get_size()
        assert (wide, round(wide * pictures.SHAPE)) == (WIDE, high)
        assert pictures.fitted(name, 320).get_size() == (320, 180)
    looks = {pygame.image.tobytes(pictures.emblem(name, 64), "RGBA") for name in pictures.EMBLEMS}
    assert len(looks) == len(pictures.EMBLEMS)
    with pytest.raises(KeyError):
        pictures.picture("nobody")
    monkeypatch.setattr(pictures, "PICTURES", tmp_path)
    pictures.picture.cache_clear()
    assert pictures.picture("gate").get_at((0, 0))[:3] == pictures.theme.INK
    pictures.picture.cache_clear()


def test_each_war_and_each_briefing_has_its_picture() -> None:
    for war in newgame.WARS:
        assert (SHIPPED / f"{war}.toml").is_file(), war
    assert len(set(newgame.WARS.values())) == len(newgame.WARS)
    assert set(newgame.DESKS) == set(SIDES)
    assert {*newgame.WARS.values(), *newgame.DESKS.values()} <= set(pictures.WORDS)
    for side, name in newgame.DESKS.items():
        app, _ = window()
        app.push(newgame.BriefingScene(replace(samples_more.BRIEFING, side=side), lambda: None))
        top = app.top()
        assert top is not None
        shown = [one.picture for one in top.root.walk() if isinstance(one, Picture)]
        assert shown == [name]
