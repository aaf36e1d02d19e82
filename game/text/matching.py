"""Unique prefixes: which word was meant, and one helpful line when that cannot be told."""

from collections.abc import Mapping

from game.problems import Problem


def meant(word: str, choices: Mapping[str, str], what: str) -> str:
    """Return the key of ``choices`` that ``word`` is, begins, or is found in the title of.

    ``choices`` maps words to their titles. An exact word wins, then a unique beginning of a word
    or of its title, then a unique part of a title. Raises Problem with the choices there are.
    """
    asked = word.lower().replace("-", "_").replace(" ", "_")
    if asked in choices:
        return asked
    named = {key: f"{key} {title}".lower().replace(" ", "_") for key, title in choices.items()}
    begun = [
        key
        for key, text in named.items()
        if key.startswith(asked) or text[len(key) + 1 :].startswith(asked)
    ]
    found = begun or [key for key, text in named.items() if asked and asked in text]
    if len(found) == 1:
        return found[0]
    if found:
        raise Problem(f"{word!r} could be {listing(found)}: write more letters.")
    raise Problem(f"{word!r} is no {what}: {listing(list(choices))}.")


def listing(words: list[str]) -> str:
    """Return words as ``a, b or c``."""
    return f"{', '.join(words[:-1])} or {words[-1]}" if len(words) > 1 else "".join(words)
