"""The mutations themselves: each says something else, a seed draws the same, and nothing stays."""

import ast
from pathlib import Path

from tests.mutations import __main__ as harness
from tests.mutations.draw import Mutation, draw, mutations

RULE = '''
"""A rule."""

def pay(world, constants):
    """Return what is paid: 1 + 1."""
    gained = constants.base + constants.slope * (world.share[:, HANOI] - 0.5)
    return np.where(gained > 0.0, np.minimum(gained, -1.0), by_side(gained, gained / 2.0))
'''


def drawn_from(folder: Path) -> list[Mutation]:
    """Return the mutations of a small rule."""
    (folder / "rule.py").write_text(RULE, "utf-8")
    return mutations(folder, ["rule.py"])


def test_every_kind_of_mutation_is_drawn_and_each_parses_and_says_something_else(
    tmp_path: Path,
) -> None:
    found = drawn_from(tmp_path)
    assert {one.kind for one in found} == {
        "operator",
        "term dropped",
        "factor dropped",
        "sides swapped",
        "comparison",
        "sign",
        "bound",
        "arguments swapped",
        "constants exchanged",
    }
    before = ast.dump(ast.parse(RULE))
    assert all(ast.dump(ast.parse(one.applied(RULE))) != before for one in found)
    assert len({one.applied(RULE) for one in found}) == len(found)


def test_a_change_keeps_what_it_stands_in_together(tmp_path: Path) -> None:
    changed = {one.applied(RULE) for one in drawn_from(tmp_path) if one.kind == "operator"}
    assert any("(constants.slope) / (world.share[:, HANOI] - 0.5)" in text for text in changed)


def test_documentation_is_left_alone(tmp_path: Path) -> None:
    assert all("Return what is paid: 1 + 1." in one.applied(RULE) for one in drawn_from(tmp_path))


def test_the_same_seed_draws_the_same_and_another_seed_another() -> None:
    modules = harness.rules(harness.ROOT)[:4]  # the drawing is the same from few as from all
    first, again, other = (draw(harness.ROOT, modules, seed, 50) for seed in (1, 1, 2))
    assert first == again != other
    assert len(set(first)) == 50


def test_every_mutation_of_the_rules_can_be_made() -> None:
    sources = {
        name: (harness.ROOT / name).read_text("utf-8") for name in harness.rules(harness.ROOT)
    }
    found = mutations(harness.ROOT, list(sources))
    assert len(found) > 1000
    for one in found[::7]:
        ast.parse(one.applied(sources[one.module]))


def test_a_wrong_sign_is_noticed_by_a_test_named_for_its_rule_and_the_tree_is_as_it_was(
    tmp_path: Path,
) -> None:
    tree = harness.copied(tmp_path)
    module = "game/engine/rules/air.py"
    before = (tree / module).read_text("utf-8")
    found = [one for one in mutations(tree, [module]) if one.old == "1.0 - world.weather"]
    wrong = next(one for one in found if one.kind == "operator")
    assert "test_air_terms.py" in harness.noticed(tree, wrong)
    assert (tree / module).read_text("utf-8") == before
    assert (harness.ROOT / module).read_text("utf-8") == before


def test_no_golden_game_no_record_and_no_oracle_is_run() -> None:
    for module in ("", "game/engine/rules/air.py"):
        names = [name for part in harness.named_for_rules(harness.ROOT, module) for name in part]
        assert len(names) == len(set(names)) > 10
        assert not {Path(name).name for name in names} & set(harness.LEFT_OUT)
