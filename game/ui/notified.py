"""What the stack tells its scenes; a scene acts on what concerns it and leaves the rest."""


class Notified:
    """Does nothing at any of it."""

    def enter(self) -> None:
        """Note that the scene has come to the top."""

    def leave(self) -> None:
        """Note that the scene has left the stack."""

    def tick(self, now: float) -> None:
        """Do what is due by time; ``now`` in seconds."""

    def wake_in(self, now: float) -> float | None:
        """Return after how many seconds ``tick`` has something to do, None for never."""
        return None
