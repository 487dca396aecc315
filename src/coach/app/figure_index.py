"""The contact sheet's index: one page that lists its pictures and shows them."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape


def index_html(pages: Sequence[tuple[str, str]], ground: str, ink: str) -> str:
    """Needs nothing but the folder it lies in. ``pages`` are (file, title); colours are hex."""
    links = "\n".join(
        f'<li><a href="#{file}" style="color:{ink}">{escape(title)}</a></li>'
        for file, title in pages
    )
    pictures = "\n".join(
        f'<h2 id="{file}">{escape(title)}</h2>\n'
        f'<img src="{file}" alt="{escape(title)}" width="100%">'
        for file, title in pages
    )
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Figures</title></head>'
        f'\n<body style="background:{ground};color:{ink};font-family:Inter,sans-serif">\n'
        f"<ol>\n{links}\n</ol>\n{pictures}\n</body></html>\n"
    )
