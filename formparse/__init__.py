"""Reads SEC Form 8-K filings with a formal grammar.

``parse`` and ``parse_file`` give a ``Report``, ``parse_many`` those of an archive, ``parse_tree`` the lossless tree
behind one; ``to_dict``, ``from_dict`` and ``to_json`` turn reports to records and back; ``diff`` says what changed
between two; ``replace`` and ``edit`` change fields in the text. ``render`` writes a Report as a Form 8-K in a
``Layout``, and ``departure`` says where a text leaves the canonical one. A name is loaded when first used: importing
the package costs little.
"""

import importlib
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from formparse.conform import Departure, departure
    from formparse.diagnostics import CODES, Code, FormParseError, explain, format_diagnostic
    from formparse.difference import Change, Difference, Rewrapped, diff
    from formparse.editing.edit import EditError, edit, replace
    from formparse.header_model import Address, FilingValues, FormerName, HeaderField, Party, SubmissionHeader
    from formparse.layout import Layout
    from formparse.many import ParsedFile, parse_many
    from formparse.model import (
        Attachment,
        Cover,
        Diagnostic,
        Exhibit,
        ExhibitIndex,
        Item,
        Provision,
        RegisteredSecurity,
        Registrant,
        Report,
        Signature,
        SignatureBlock,
        Span,
    )
    from formparse.parsing import decode, parse, parse_file, parse_tree
    from formparse.records import from_dict, to_dict, to_json
    from formparse.rendering.document import render
    from formparse.submission import Document, Submission, parse_submission, parse_submission_file
    from formparse.submission_checks import check_header
    from formparse.words import Piece

__version__ = "0.1.0"

__all__ = [
    "CODES",
    "Address",
    "Attachment",
    "Change",
    "Code",
    "Cover",
    "Departure",
    "Diagnostic",
    "Difference",
    "Document",
    "EditError",
    "Exhibit",
    "ExhibitIndex",
    "FilingValues",
    "FormParseError",
    "FormerName",
    "HeaderField",
    "Item",
    "Layout",
    "ParsedFile",
    "Party",
    "Piece",
    "Provision",
    "RegisteredSecurity",
    "Registrant",
    "Report",
    "Rewrapped",
    "Signature",
    "SignatureBlock",
    "Span",
    "Submission",
    "SubmissionHeader",
    "__version__",
    "check_header",
    "decode",
    "departure",
    "diff",
    "edit",
    "explain",
    "format_diagnostic",
    "from_dict",
    "parse",
    "parse_file",
    "parse_many",
    "parse_submission",
    "parse_submission_file",
    "parse_tree",
    "render",
    "replace",
    "to_dict",
    "to_json",
]

_HOMES: Final = {
    "formparse.conform": ("Departure", "departure"),
    "formparse.diagnostics": ("CODES", "Code", "FormParseError", "explain", "format_diagnostic"),
    "formparse.layout": ("Layout",),
    "formparse.many": ("ParsedFile", "parse_many"),
    "formparse.difference": ("Change", "Difference", "Rewrapped", "diff"),
    "formparse.editing.edit": ("EditError", "edit", "replace"),
    "formparse.parsing": ("decode", "parse", "parse_file", "parse_tree"),
    "formparse.header_model": ("Address", "FilingValues", "FormerName", "HeaderField", "Party", "SubmissionHeader"),
    "formparse.submission": ("Document", "Submission", "parse_submission", "parse_submission_file"),
    "formparse.submission_checks": ("check_header",),
    "formparse.records": ("from_dict", "to_dict", "to_json"),
    "formparse.rendering.document": ("render",),
    "formparse.words": ("Piece",),
}


if not TYPE_CHECKING:  # Seen by a type checker it would let every misspelt name pass.

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        home = next((module for module, names in _HOMES.items() if name in names), "formparse.model")
        value = getattr(importlib.import_module(home), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted({*__all__, *(name for name in globals() if name.startswith("__"))})
