"""Many wars: a quarter of them resolved by the quickest form of the rules that is there.

The plain rules are ``resolve``. A form that gives the same worlds, to the bit, may be put before
them (``quicken``); it answers None where it cannot, and the plain rules go on. What happened in the
quarter, the Outcome, only ``resolve`` tells.
"""

from collections.abc import Callable

from game.engine.events import Events
from game.engine.luck import Luck
from game.engine.orders import Orders
from game.engine.resolve import resolve
from game.engine.tables import Tables
from game.engine.world import World

Form = Callable[[World, Orders, Events, Luck, Tables], World | None]
_FORMS: list[Form] = []


def quicken(form: Form) -> None:
    """Put a form before the plain rules, in the place of any earlier one."""
    _FORMS[:] = [form]


def plainly() -> None:
    """Have nothing before the plain rules."""
    _FORMS.clear()


def resolve_many(
    world: World, orders: Orders, events: Events, luck: Luck, tables: Tables
) -> World:
    """Return the world a quarter later, as ``resolve`` does."""
    for form in _FORMS:
        found = form(world, orders, events, luck, tables)
        if found is not None:
            return found
    return resolve(world, orders, events, luck, tables)[0]
