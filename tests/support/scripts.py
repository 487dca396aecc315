"""Scripts of the project as modules, so that their functions can be tried."""

from __future__ import annotations

import importlib.util
import sys
from types import ModuleType

from support.source import ROOT


def load_script(name: str) -> ModuleType:
    """``scripts/NAME.py``; its dataclasses need it among the loaded modules."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module
