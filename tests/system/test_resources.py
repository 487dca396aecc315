"""Bundled files are found, and broken ones say which and why."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.system import resources
from coach.system.resources import ResourceError, read_text, read_toml, resource_dir, texts_file


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(resources, "resource_dir", lambda: tmp_path)
    return tmp_path


def test_the_checkout_has_its_resources() -> None:
    assert (resource_dir() / "themes" / "light.toml").is_file()


def test_the_installed_folder_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    module = tmp_path / "coach" / "system" / "resources.py"
    installed = tmp_path / "coach" / "resources"
    installed.mkdir(parents=True)
    monkeypatch.setattr(resources, "__file__", str(module))
    assert resource_dir() == installed


def test_no_folder_at_all_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "__file__", str(tmp_path / "a" / "b" / "c" / "d.py"))
    with pytest.raises(ResourceError, match="no resources folder"):
        resource_dir()


def test_a_missing_file_is_named(folder: Path) -> None:
    with pytest.raises(ResourceError, match=r"texts/none\.toml"):
        read_text("texts/none.toml")


def test_broken_toml_names_file_and_place(folder: Path) -> None:
    (folder / "bad.toml").write_text("a = \n")
    with pytest.raises(ResourceError, match=r"bad\.toml.*line 1"):
        read_toml("bad.toml")


def test_bytes_that_are_no_text_are_told(folder: Path) -> None:
    (folder / "bad.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ResourceError, match=r"bad\.toml: cannot be read"):
        read_toml("bad.toml")


def test_a_text_without_translation_is_english(folder: Path) -> None:
    (folder / "texts").mkdir()
    (folder / "texts" / "verdict.de.toml").write_text("")
    assert texts_file("verdict", "de") == "texts/verdict.de.toml"
    assert texts_file("sources", "de") == "texts/sources.en.toml"


def test_values_come_back(folder: Path) -> None:
    (folder / "good.toml").write_text('word = "hold"\n', encoding="utf-8")
    assert read_toml("good.toml") == {"word": "hold"}
