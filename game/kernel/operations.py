"""Operations on symbols, entry by entry: what numpy's own do, with numpy's kinds."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from game.kernel import symbols
from game.kernel.graph import WORD, NotTraceable


def lift(value: Any) -> symbols.Symbol:
    """Return ``value`` as a symbol: a number, an array, a symbol, or a list of them."""
    if isinstance(value, symbols.Symbol):
        return value
    if isinstance(value, list | tuple) and any(isinstance(part, symbols.Symbol) for part in value):
        parts = [lift(part) for part in value]
        dtype = np.result_type(*(part.dtype for part in parts))
        return symbols.Symbol(np.stack([cast(part, dtype).nodes for part in parts]), dtype)
    array = np.asarray(value)
    kind, made = symbols.KINDS[array.dtype.kind], np.empty(array.shape, dtype=np.int64)
    for place in np.ndindex(array.shape):
        made[place] = symbols.graph().constant(array[place], kind)
    return symbols.Symbol(made, array.dtype)


def cast(symbol: symbols.Symbol, dtype: np.dtype[Any]) -> symbols.Symbol:
    """Return a symbol as another dtype."""
    kind, made = symbols.KINDS[dtype.kind], symbols.graph()
    if kind == symbol.kind:
        if dtype.itemsize < symbol.dtype.itemsize and kind == "u":
            mask = made.constant((1 << 8 * dtype.itemsize) - 1, "u")
            cut = symbols.mapped(lambda n: made.binary("uand", n, mask, "u"), symbol.nodes)
            return symbols.Symbol(cut, dtype)
        return symbols.Symbol(symbol.nodes, dtype)
    change = {
        "f": made.number,
        "i": lambda n: made.unary("trunc", made.number(n), "i"),
        "b": lambda n: made.binary("ne", made.number(n), made.constant(0.0, "f"), "b"),
        "u": _as_word,
    }[kind]
    return symbols.Symbol(symbols.mapped(change, symbol.nodes), dtype)


def _as_word(node: int) -> int:
    made = symbols.graph()
    if made.kinds[node] == "b":
        return made.select(node, made.constant(1, "u"), made.constant(0, "u"))
    if node not in made.known:
        if made.kinds[node] != "i":
            raise NotTraceable("a fraction that is not known becomes a word of bits")
        return made.node("f2u", node, kind="u")
    return made.constant(int(made.known[node]) & WORD, "u")


def unary(operation: str, value: Any, out: symbols.Symbol | None = None) -> symbols.Symbol:
    """Return an operation on every entry."""
    symbol, made = lift(value), symbols.graph()
    if operation in ("exp", "log", "log1p", "exp2", "arcsinh", "sqrt"):
        symbol = cast(symbol, np.dtype(np.float64))
    nodes = symbol.nodes
    if symbol.kind == "b" and operation != "not":
        nodes, symbol = symbols.mapped(made.number, nodes), symbols.Symbol(nodes, np.int64)
    made_of = symbols.mapped(lambda n: made.unary(operation, n, symbol.kind), nodes)
    found = symbols.Symbol(made_of, symbol.dtype)
    return found if out is None else placed(found, out)


def binary(
    operation: str, left: Any, right: Any, out: symbols.Symbol | None = None
) -> symbols.Symbol:
    """Return an operation on every pair of entries of two arrays that broadcast."""
    one, other, made = lift(left), lift(right), symbols.graph()
    if operation in ("eq", "ne") and one.kind == "u" and _is_nought(right):
        found = symbols.Symbol(symbols.mapped(made.nought, one.nodes), np.bool_)
        return found if operation == "eq" else unary("not", found)
    if operation == "mod":
        return _rest(one, other)
    operation, dtype = _means(operation, one, other)
    if operation == "iand":
        return _low_bits(one, other)
    kind = symbols.KINDS[dtype.kind]
    if kind == "u":
        one, other = cast(one, dtype), cast(other, dtype)
    numbers = kind != "u" and operation not in ("and", "or")

    def pair(left: int, right: int) -> int:
        if numbers:
            left, right = made.number(left), made.number(right)
        return made.binary(operation, left, right, kind)

    found = symbols.Symbol(symbols.mapped(pair, one.nodes, other.nodes), dtype)
    return found if out is None else placed(found, out)


def _means(operation: str, one: symbols.Symbol, other: symbols.Symbol) -> tuple[str, np.dtype[Any]]:
    """Return what an operation comes to between two kinds, and the dtype it makes."""
    kinds = {one.kind, other.kind}
    if operation in symbols.COMPARISONS or (operation in ("and", "or") and kinds == {"b"}):
        return operation, np.dtype(np.bool_)
    if "u" in kinds and "f" not in kinds:
        return f"u{operation}", np.dtype(np.uint64)
    if operation in ("and", "or") and _yes_or_no(one) and _yes_or_no(other):
        return {"and": "min", "or": "max"}[operation], np.dtype(np.int64)
    if operation == "and" and kinds == {"i"}:
        return "iand", np.dtype(np.int64)
    if operation in ("and", "or", "xor", "shr"):
        raise NotTraceable(f"{operation} of whole numbers, bit by bit")
    if operation == "fdiv" and "f" in kinds:
        raise NotTraceable("// of fractions: write np.floor of the quotient")
    fractions = operation in ("div", "pow") or {"f", "u"} & kinds
    return operation, np.dtype(np.float64 if fractions else np.int64)


def _low_bits(value: symbols.Symbol, mask: Any) -> symbols.Symbol:
    """Return the lowest bits of whole numbers, none less than nought: what is left by a power of
    two."""
    known = symbols.graph().known.get(int(mask.nodes.flat[0]))
    if mask.size != 1 or known is None or (int(known) + 1) & int(known):
        raise NotTraceable("& of whole numbers, but with all of the lowest bits")
    number: Any = value
    power = int(known) + 1
    return number - (number // power) * power


def _rest(value: Any, by: Any) -> symbols.Symbol:
    """Return what is left of whole numbers by whole ones, none less than nought: exact, since no
    quotient of small whole numbers is rounded up to a whole one."""
    made = symbols.graph()
    if not all(made.whole(int(node)) for part in (value, by) for node in part.nodes.flat):
        raise NotTraceable("% of fractions")
    dtype = np.result_type(value.dtype, by.dtype)
    kind = symbols.KINDS[dtype.kind]

    def rest(left: int, right: int) -> int:
        times = made.binary("fdiv", left, right, kind)
        return made.binary("sub", left, made.binary("mul", times, right, kind), kind)

    return symbols.Symbol(symbols.mapped(rest, value.nodes, by.nodes), dtype)


def _is_nought(value: Any) -> bool:
    return not isinstance(value, symbols.Symbol) and np.ndim(value) == 0 and value == 0


def _yes_or_no(symbol: symbols.Symbol) -> bool:
    """Whether all entries are 0 or 1, or true or false."""
    made = symbols.graph()
    return all(
        made.kinds[node] == "b"
        or (made.kinds[node] == "i" and made.span(node)[0] >= 0 and made.span(node)[1] <= 1)
        for node in symbol.nodes.flat
    )


def raised(base: Any, power: Any) -> symbols.Symbol:
    """Return ``base ** power`` as numpy's array raises to a plain number: some by other means."""
    if not isinstance(power, symbols.Symbol):
        exact: dict[Any, Callable[[], symbols.Symbol]] = {
            2: lambda: base * base,
            0.5: lambda: unary("sqrt", base),
            1: lambda: cast(base, np.dtype(np.float64)),
        }
        same = exact.get(power)
        return same() if same is not None else binary("pow", base, power)
    if power.ndim:
        return binary("pow", base, power)
    found = binary("pow", base, power)
    for special, value in ((2.0, base * base), (0.5, unary("sqrt", base)), (1.0, base)):
        found = choice(binary("eq", power, special), value, found)
    return found


def placed(found: symbols.Symbol, out: symbols.Symbol) -> symbols.Symbol:
    """Write over ``out``, and return it."""
    out.nodes[...] = cast(found, out.dtype).nodes
    return out


def choice(condition: Any, yes: Any, no: Any) -> symbols.Symbol:
    """Return np.where."""
    mask, one, other, made = lift(condition), lift(yes), lift(no), symbols.graph()
    dtype = np.result_type(one.dtype, other.dtype)
    one, other = cast(one, dtype), cast(other, dtype)
    return symbols.Symbol(symbols.mapped(made.select, mask.nodes, one.nodes, other.nodes), dtype)


def reduced(symbol: symbols.Symbol, operation: str, axis: int) -> symbols.Symbol:
    """Return a reduction along one axis, from the first entry to the last."""
    rows, made = np.moveaxis(symbol.nodes, axis, 0), symbols.graph()
    found = rows[0]
    for row in rows[1:]:
        found = symbols.mapped(lambda a, b: made.binary(operation, a, b, symbol.kind), found, row)
    return symbols.Symbol(found, symbol.dtype)
