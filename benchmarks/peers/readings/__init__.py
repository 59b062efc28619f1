"""How each tool is asked for the items of a Form 8-K: a module a tool, imported where that tool is installed.

Each has ``READINGS`` (the ways that may be a tool's best, by name; the benchmark shows the one that finds most) and
``DISTRIBUTION`` (the name that the registry has the tool by).
"""

from collections.abc import Callable, Iterable
from html import escape
from typing import Any, NamedTuple


class Reading(NamedTuple):
    """One way in which a tool reads a text."""

    prepare: Callable[[str], Any]
    """Gives the text in the shape that the tool takes; not timed, since the tool's users have it in that shape."""
    read: Callable[[Any], Iterable[str]]
    """The numbers (``5``, ``2.02``) of the items in what was prepared."""


def as_it_is(text: str) -> str:
    """The text."""
    return text


def page(text: str) -> str:
    """The text as HTML: its lines as they stand, in one ``<pre>``."""
    return f"<html><body><pre>{escape(text, quote=False)}</pre></body></html>"


def page_of_lines(text: str, style: str = "normal") -> str:
    """The text as HTML: each line that is not blank a ``<p>`` of its own, its font of a weight of CSS."""
    lines = (line.strip() for line in text.split("\n"))
    body = "\n".join(f'<p style="font-weight: {style}">{escape(line, quote=False)}</p>' for line in lines if line)
    return f"<html><body>{body}</body></html>"
