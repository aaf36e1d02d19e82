"""The pages of the codex on other wars, as they stand in its file."""

import re

from game.study.papers.codex import FILE

BLOCK = FILE.read_text("utf-8").partition("# Other wars")[2].partition("\n# ")[0]
OTHER_WARS = frozenset(re.findall(r'^id = "(\w+)"', BLOCK, re.MULTILINE))
