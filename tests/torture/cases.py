"""What a torture found: figures to print, and every failing case as a file that can be loaded."""

import json
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Findings:
    """The figures of one run. ``folder`` is made when the first case fails."""

    kind: str
    folder: Path
    counts: Counter[str] = field(default_factory=Counter)
    most: dict[str, float] = field(default_factory=dict)
    failures: list[str] = field(default_factory=list)
    started: float = field(default_factory=time.monotonic)

    def count(self, what: str) -> None:
        """Count one more of something."""
        self.counts[what] += 1

    def reach(self, what: str, value: float) -> None:
        """Note a value; the largest is printed."""
        self.most[what] = max(self.most.get(what, 0.0), value)

    def fail(self, case: str, why: str, files: dict[str, bytes]) -> None:
        """Keep a failing case: its files under their names, and why it failed."""
        place = self.folder / f"{self.kind}-{case}"
        place.mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            (place / name).write_bytes(data)
        (place / "why.json").write_text(json.dumps({"case": case, "why": why}, indent=1) + "\n")
        self.failures.append(f"{case}: {why}")

    def tell(self) -> int:
        """Print the figures; return 0 if nothing failed, else 1."""
        told = [f"{count:,} {what}" for what, count in self.counts.items()]
        told += [f"{what} at most {value:.3g}" for what, value in self.most.items()]
        seconds = time.monotonic() - self.started
        print(f"{self.kind}: {'; '.join(told)}; {len(self.failures)} failed ({seconds:.0f} s)")
        for failure in self.failures[:20]:
            print(f"  {failure[:300]}")
        if self.failures:
            print(f"  the cases are kept in {self.folder}")
        return 1 if self.failures else 0
