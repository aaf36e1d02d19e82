"""From a failed validation to sentences: the place, the value, what was expected, what to do."""

import difflib
from collections.abc import Callable, Iterator
from typing import Any, Final

from pydantic import BaseModel, ValidationError

from game.campaign.places import Path, ascii_quoted, shown

PATTERNS: Final = {
    r"^[a-z][a-z0-9_]{0,39}$": "lower-case letters, digits and underscores, at most 40",
    r"^[a-z0-9][a-z0-9-]{0,59}$": "lower-case letters, digits and hyphens, at most 60",
    r"^[^\n\t]*$": "one line without tabs",
}

_Context = dict[str, Any]
SENTENCES: Final[dict[str, Callable[[str, _Context], str]]] = {
    "missing": lambda value, context: "missing; add it",
    "literal_error": lambda value, context: f"{value} will not do; write {context['expected']}",
    "string_type": lambda value, context: f"{value} is no text; write text in quotes",
    "int_type": lambda value, context: f"{value} is no whole number; write one without quotes",
    "int_from_float": lambda value, context: f"{value} is no whole number; write one",
    "float_type": lambda value, context: f"{value} is no number; write one without quotes",
    "bool_type": lambda value, context: f"{value} will not do; write true or false",
    "list_type": lambda value, context: f"{value} is no list; write one in square brackets",
    "dict_type": lambda value, context: f"{value} is no table; write keys with values",
    "model_type": lambda value, context: f"{value} is no table; write keys with values",
    "greater_than": lambda value, context: (
        f"{value} is too small; write more than {context['gt']:g}"
    ),
    "greater_than_equal": lambda value, context: (
        f"{value} is too small; write {context['ge']:g} or more"
    ),
    "less_than_equal": lambda value, context: (
        f"{value} is too large; write {context['le']:g} or less"
    ),
    "string_too_short": lambda value, context: "empty; write something",
    "string_too_long": lambda value, context: (
        f"too long; write {context['max_length']} letters at most"
    ),
    "string_pattern_mismatch": lambda value, context: (
        f"{value} will not do; write {PATTERNS.get(context['pattern'], context['pattern'])}"
    ),
    "too_short": lambda value, context: (
        f"{context['actual_length']} entries; write at least {context['min_length']}"
    ),
    "too_long": lambda value, context: f"too many entries; write at most {context['max_length']}",
    "value_error": lambda value, context: f"{value} will not do; write {context['error']}",
}


def findings(error: ValidationError, model: type[BaseModel]) -> Iterator[tuple[Path, str]]:
    """Yield (place, finding) for each error of a validation against ``model``."""
    keys = sorted(_keys(model))
    for entry in error.errors(include_url=False):
        path = tuple(part for part in entry["loc"] if part != "[key]")
        if entry["type"] == "extra_forbidden":
            yield path, _unknown(str(path[-1]), keys)
            continue
        sentence = SENTENCES.get(entry["type"])
        context = entry.get("ctx", {})
        yield path, (sentence(shown(entry["input"]), context) if sentence else entry["msg"])


def _unknown(key: str, keys: list[str]) -> str:
    near = difflib.get_close_matches(key[:80], keys, n=1)
    hint = f"; did you mean {ascii_quoted(near[0])}?" if near else ""
    return f"unknown key; remove it{hint}"


def _keys(model: type[BaseModel]) -> set[str]:
    """Return every key that may stand anywhere below ``model``."""
    found: set[str] = set()
    pending: list[Any] = [model]
    while pending:
        one = pending.pop()
        if isinstance(one, type) and issubclass(one, BaseModel):
            found.update(one.model_fields)
            pending.extend(field.annotation for field in one.model_fields.values())
        else:
            pending.extend(getattr(one, "__args__", ()))
    return found
