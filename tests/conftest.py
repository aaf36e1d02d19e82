"""Shared by every test: no window, no network, and tests that name the extra they need."""

import importlib.util
import os
import socket
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
_CACHE = tempfile.TemporaryDirectory(prefix="overture-cache-")  # of these tests and no other
os.environ.setdefault("OVERTURE_CACHE", _CACHE.name)

# The same examples at each run, and no clock: a busy machine is no fault of what is tested.
settings.register_profile(
    "steady", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("steady")


def pytest_configure(config: pytest.Config) -> None:
    """Declare the marks."""
    config.addinivalue_line("markers", "needs(module): skipped by name where it is not installed")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test whose extra is missing, saying which."""
    for mark in item.iter_markers("needs"):
        for module in mark.args:
            if importlib.util.find_spec(module) is None:
                pytest.skip(f"needs {module}, which is not installed")


@pytest.fixture
def tmp_path(tmp_path: Path) -> Path:
    """Return a folder whose parent is this test's own as well: the record of one's
    wars stands beside the folder of games, and no other test may read it."""
    folder = tmp_path / "own"
    folder.mkdir()
    return folder


@pytest.fixture(autouse=True)
def _no_network(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no test reach the network; those marked ``cluster`` may reach this machine."""
    allowed = (
        ("127.0.0.1", "::1", "localhost") if request.node.get_closest_marker("cluster") else ()
    )
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if self.family == getattr(socket, "AF_UNIX", None):
            return connect(self, address)
        if not allowed or address[0] not in allowed:
            raise OSError(f"no network in tests: {address!r}")
        return connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)
