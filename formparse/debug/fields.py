"""Fields of a Report by the names that a person gives them: ``report › items › 2.02 › title``."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from formparse.debug.page import Field
from formparse.model import Report

_TELLING: Final[Mapping[str, tuple[str, ...]]] = {
    "registrants": ("name",),
    "provisions": ("rule",),
    "securities": ("trading_symbol", "title"),
    "items": ("number",),
    "exhibits": ("number",),
    "signatures": ("signer", "name", "title"),
    "attachments": ("number",),
}
"""What tells an element of a list from the others."""


def fields_of(report: Report) -> Iterator[Field]:
    """Every field that the report's text prints (Field), in the order of ``report.spans``."""
    for pointer, span in report.spans.items():
        yield Field(" › ".join(("report", *_names(report, pointer))), pointer, span)


def _names(report: Report, pointer: str) -> Iterator[str]:
    value: Any = report
    before = ""
    for part in pointer.split("/")[1:]:
        if isinstance(value, tuple):
            value = value[int(part)]
            known = (getattr(value, name) for name in _TELLING.get(before, ()))
            yield next((str(of) for of in known if of is not None), str(int(part) + 1))
        else:
            value = getattr(value, part)
            yield part
        before = part
