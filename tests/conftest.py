"""Every test runs alone: offscreen, without network, in a home of its own, in one language.

The environment is set before Qt is imported, for Qt and its plugins read it once.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

_UNWANTED = ("DISPLAY", "WAYLAND_DISPLAY", "LC_ALL", "LANGUAGE", "PYTHONSTARTUP")
_SCALING = ("QT_SCALE_FACTOR", "QT_AUTO_SCREEN_SCALE_FACTOR", "QT_FONT_DPI", "QT_STYLE_OVERRIDE")
for name in (*_UNWANTED, *_SCALING):
    os.environ.pop(name, None)
os.environ.update(QT_QPA_PLATFORM="offscreen", LANG="C.UTF-8", QT_LOGGING_RULES="qt.qpa.*=false")

settings.register_profile(
    "coach",
    deadline=None,
    derandomize=bool(os.environ.get("CI")),
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("coach")


def pytest_configure(config: pytest.Config) -> None:
    """Block the network; local sockets stay, one window at a time is kept by one."""
    config.option.disable_socket = True
    config.option.allow_unix_socket = True


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home for this test alone, and no way to the desktop's own services."""
    root = tmp_path_factory.mktemp("home", numbered=True)
    places = {
        "HOME": root,
        "USERPROFILE": root,
        "APPDATA": root / "appdata",
        "LOCALAPPDATA": root / "localappdata",
        "XDG_DATA_HOME": root / "data",
        "XDG_CONFIG_HOME": root / "config",
        "XDG_CACHE_HOME": root / "cache",
        "XDG_STATE_HOME": root / "state",
        "XDG_RUNTIME_DIR": root / "run",
    }
    (root / "run").mkdir(mode=0o700)
    for variable, place in places.items():
        monkeypatch.setenv(variable, str(place))
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={root / 'run' / 'no-bus'}")
    return root
