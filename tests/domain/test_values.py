"""The values of the rules are frozen and slotted, so that nothing changes one behind another."""

from __future__ import annotations

import dataclasses
import importlib
import inspect
import pkgutil

import pytest

import coach.domain

MODULES = [f"coach.domain.{one.name}" for one in pkgutil.iter_modules(coach.domain.__path__)]


@pytest.mark.parametrize("name", MODULES)
def test_every_value_is_frozen_and_slotted(name: str) -> None:
    module = importlib.import_module(name)
    own = (one for _, one in inspect.getmembers(module, inspect.isclass) if one.__module__ == name)
    for value in filter(dataclasses.is_dataclass, own):
        assert value.__dataclass_params__.frozen, value
        assert "__slots__" in vars(value), value
