"""The measurements of ``bench`` as lines for people."""

from typing import Any

from game.kernel import service


def told(found: dict[str, Any]) -> str:
    """Return the measurements as lines for people."""
    lines = [
        f"{int(size):>7,} wars together: {rates['whole']:>9,.0f} wars a second, "
        f"{rates['rules']:>9,.0f} without the players' decisions"
        for size, rates in found["wars_per_second"].items()
    ]
    lines += [f"the best is {found['best_over_one_war']:,.0f} times the rate of one war alone"]
    lines += [
        f"{int(size):>7,} wars, a quarter: {row['calls']:,} numpy calls, at "
        f"{row['share']:.0%} of the speed of as many np.add and np.exp"
        for size, row in found["numpy_bound"].items()
    ]
    ours = found.get("decisions_per_second_compiled", found["decisions_per_second_best"])
    ranked = sorted(found["share_of_time"].items(), key=lambda item: -item[1])
    lines += [
        *_compiled(found),
        f"one quarter of one war: {found['quarter_ms']:.2f} ms",
        f"processor time of a start: title {found['title_cpu_ms']:.0f} ms, --help "
        f"{found['help_cpu_ms']:.0f} ms, replay {found['replay_cpu_ms']:.0f} ms",
        f"loading a campaign and replaying its war: {found['replay_ms']:.0f} ms",
        f"posture games: {found['posture_points_per_second']:,.0f} points a second",
        _beside("over Gambit on one core", found["posture_speedup_over_gambit"], "pygambit"),
        f"memory: {found['bytes_a_war']:,} bytes a war, {found['peak_megabytes']:.0f} MB at most",
        f"growth, 1 is linear: {found['growth']['wars']:.2f} with wars, "
        f"{found['growth']['quarters']:.2f} with quarters",
        f"governments' decisions a second: {ours:,.0f}; random moves a second in other libraries' "
        "games, OpenSpiel's from Python, pgx's in a compiled loop:",
        *(
            _peer(name, moves, found["peers_games_per_second"].get(name), ours)
            for name, moves in found["peers_moves_per_second"].items()
        ),
        "share of time:",
    ]
    return "\n".join(lines + [f"  {name:16}{share:6.1%}" for name, share in ranked])


def _compiled(found: dict[str, Any]) -> list[str]:
    """Return the lines of what the compiled rules gain."""
    if "compiled_over_numpy" not in found:
        return [found.get("compiled", service.MISSING)]
    same = "the same" if found["kernel_same_digests"] else "OTHER"
    orders = "the same" if found["decisions_same_orders"] else "OTHER"
    levels = ", ".join(
        f"{name} {compiled:.0f} ({found['decision_ms_plain'][name]:.0f})"
        for name, compiled in found["decision_ms"].items()
    )
    return [
        f"compiled: {found['wars_per_second_compiled']:,.0f} wars a second, "
        f"{found['compiled_over_numpy']:.1f} times numpy's in this run; rules and luck alone "
        f"{found['wars_per_second_compiled_rules']:,.0f}, "
        f"{found['compiled_rules_over_numpy']:.1f} times; {same} digests in "
        f"{found['kernel_wars_compared']:,} wars",
        f"compiled: {found['wars_per_second_compiled_two_processes']:,.0f} wars a second by the "
        f"wall's clock in two processes; {found['doctrine_wars_per_second_compiled']:,.0f} between "
        f"doctrines; {found['decisions_per_second_compiled']:,.0f} decisions a second",
        f"compiled, a quarter of one war: {found['quarter_ms_compiled']:.2f} ms, "
        f"{found['quarter_over_plain']:.1f} times as fast",
        f"a decision, ms, compiled (plain): {levels}; the strategist "
        f"{found['strategist_over_plain']:.1f} times as fast, {orders} orders",
    ]


def _peer(name: str, moves: float | None, games: float | None, ours: float) -> str:
    if moves is None:
        return f"  {name}: not installed"
    whole = f"; {games:,.0f} games" if games is not None else ""
    return f"  {name}: {moves:,.0f}, ours are {ours / moves:,.1f} times as many{whole}"


def _beside(what: str, value: float | None, package: str) -> str:
    return f"{what}: {value:,.0f}" if value is not None else f"{what}: {package} is not installed"
