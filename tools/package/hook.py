"""What the wheel holds: one folder, ``overture/``, with the game, its assets and its campaigns.

The clone keeps its top level: ``main.py``, ``game/``, ``assets/``, ``campaigns/``. A wheel that put
``game`` beside everybody else's packages would meet theirs, so that in the wheel the same modules
are called ``overture.game``: every import of ``game``, and every string that is the full name of
one of its modules or of something in one, is renamed while the wheel is built, and nothing else in
a module is touched. An editable install leaves the clone as it is, and lays a package ``overture``
beside it that opens the clone's own.
"""

import ast
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

OLD, NEW = "game", "overture.game"
INSIDE = ("game", "assets", "campaigns")  # folders of the clone that the package holds
LEFT_OUT = ("__pycache__", "*.pyc", "cut_zones.py")  # what belongs to the clone alone
DOOR = "tools/package/overture.py"  # what ``import overture`` opens
MARK = "py.typed"  # tells type checkers that the package is typed


class Package(BuildHookInterface[Any]):
    """Lays out ``overture/`` for a wheel, and the door to the clone for an editable install."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the package to what the wheel holds; ``version`` says which kind is built."""
        self.laid = Path(tempfile.mkdtemp(prefix="overture-wheel-"))
        root = Path(self.root)
        if version == "editable":
            lay_door(root, self.laid)
            build_data["force_include_editable"] = {str(self.laid): "overture"}
        else:
            lay_package(root, self.laid)
            build_data["force_include"] = {str(self.laid): "overture"}

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove what was laid out for the build."""
        shutil.rmtree(self.laid, ignore_errors=True)


def lay_door(root: Path, into: Path) -> None:
    """Lay the package's door and its command for a clone, where ``game`` is called ``game``."""
    shutil.copyfile(root / DOOR, into / "__init__.py")
    shutil.copyfile(root / "main.py", into / "__main__.py")
    (into / MARK).touch()


def lay_package(root: Path, into: Path) -> None:
    """Lay the whole package: the clone's folders and its front door, with imports renamed."""
    lay_door(root, into)
    for folder in INSIDE:
        ignored = shutil.ignore_patterns(*LEFT_OUT)
        shutil.copytree(root / folder, into / folder, ignore=ignored)
    for path in sorted(into.rglob("*.py")):
        text = path.read_text("utf-8")
        path.write_text(renamed(text, root), "utf-8", newline="\n")


def renamed(source: str, root: Path) -> str:
    """Return a module's source with every import of ``game`` made one of ``overture.game``; the
    clone at ``root`` tells which strings name a module."""
    lines = source.splitlines(keepends=True)
    tree = ast.parse(source)
    for row, column in sorted({*places(tree), *named(tree, root)}, reverse=True):
        line = lines[row].encode()  # columns of a syntax tree count bytes
        before, after = line[:column], line[column:]
        lines[row] = (before + after.replace(OLD.encode(), NEW.encode(), 1)).decode()
    return "".join(lines)


def places(tree: ast.Module) -> Iterator[tuple[int, int]]:
    """Yield row and column of every statement that imports from ``game``.

    ``import game.x`` binds ``game`` and could not be renamed alone: ValueError, with its line.
    """
    found = [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
    for node in found:
        if isinstance(node, ast.ImportFrom) and _is_own(node.module or ""):
            yield node.lineno - 1, node.col_offset
        elif isinstance(node, ast.Import) and any(_is_own(name.name) for name in node.names):
            if len(node.names) > 1 or node.names[0].asname is None:
                raise ValueError(f"line {node.lineno}: write 'from game import ...' instead")
            yield node.lineno - 1, node.col_offset


def named(tree: ast.Module, root: Path) -> Iterator[tuple[int, int]]:
    """Yield row and column of every string that is the full name of a module of the game, or of
    something in one."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and _is_own(node.value):
            parts = node.value.split(".")
            if any(_is_module(root, parts[:length]) for length in (len(parts), len(parts) - 1)):
                yield node.lineno - 1, node.col_offset


def _is_module(root: Path, parts: list[str]) -> bool:
    path = root.joinpath(*parts)
    return len(parts) > 1 and (path.is_dir() or path.with_name(f"{path.name}.py").is_file())


def _is_own(module: str) -> bool:
    return module == OLD or module.startswith(f"{OLD}.")
