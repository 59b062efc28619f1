"""What a grammar makes of a text, kept beside it: ``NAME.tokens``, ``NAME.tree``, ``NAME.json`` and ``NAME.diag``.

formparse's own grammars have all four; of another grammar ``.diag`` says where a text is refused, and there is no
``.json``.
"""

import difflib
import json
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from lark import Token, Tree

from formparse.debug.settings import OWN
from formparse.debug.steps import run
from formparse.debug.subject import Subject
from formparse.lines import split_lines

if TYPE_CHECKING:
    from formparse.model import Report

SUFFIXES: Final = (".tokens", ".tree", ".json", ".diag")
MOST_ROWS: Final = 60
"""Of a difference: more is no longer read."""
UPDATE: Final = "formparse grammar test -u"
"""What writes goldens, in messages."""
_REFUSED: Final = "refused"

_VISIBLE: Final = str.maketrans({" ": "·", "\t": "→", "\r": "␍", "\f": "␌"})


class SharedGoldenError(ValueError):
    """A golden of a text is a text itself, or another's golden."""


class NewErrorsError(Exception):
    """A text has errors that its golden has not."""


# ---- Contents ----------------------------------------------------------------------------------------


def outputs(subject: Subject, path: Path) -> Mapping[str, str]:
    """The contents of the goldens (suffix to text) of a file, as they are made now. Raises ``OSError``."""
    if subject.name == "form8k":
        return _document_outputs(subject, path)
    if subject.name == "submission":
        return _submission_outputs(path)
    return _other_outputs(subject, path)


def _document_outputs(subject: Subject, path: Path) -> Mapping[str, str]:
    from formparse.diagnostics import format_diagnostic
    from formparse.grammar import parse_tree
    from formparse.parsing import parse
    from formparse.show import tree_text

    text = str(subject.text_of(path.read_bytes()))
    report = parse(text)
    tree = parse_tree(text)
    printed = [format_diagnostic(found, text, path.name) for found in report.diagnostics]
    return {
        ".tokens": "".join(_token_rows(tree.scan_values(lambda _: True))),
        ".tree": f"{tree_text(tree)}\n",
        ".json": record_text(report),
        ".diag": _joined(printed),
    }


def _token_rows(leaves: Iterator[Token]) -> Iterator[str]:
    for leaf in leaves:
        yield f"{leaf.line:>4} {leaf.type:<18} {_escaped(leaf)}\n"


def record_text(report: "Report") -> str:
    """The record with spans as JSON, a span a line."""
    from formparse.records import to_dict

    record = to_dict(report, spans=True)
    spans = record.pop("spans")
    fields = json.dumps(record, indent=2, ensure_ascii=False).removesuffix("\n}")
    rows = ",\n".join(f"    {json.dumps(pointer)}: {ends}" for pointer, ends in spans.items())
    return f'{fields},\n  "spans": {{\n{rows}\n  }}\n}}\n'


def _submission_outputs(path: Path) -> Mapping[str, str]:
    from formparse.diagnostics import format_diagnostic
    from formparse.filing import diagnosed
    from formparse.submission import parse_submission_file
    from formparse.submission_records import full_record

    submission = parse_submission_file(path)
    # Offsets are bytes: of a text read as Latin-1 they are characters, too.
    found = diagnosed(path.read_bytes().decode("latin-1"))
    printed = [format_diagnostic(one, text, path.name) for one, text in found]
    return {
        ".tokens": "".join(_leaf_rows(submission.tree.scan_values(lambda _: True))),
        ".tree": "".join(_node_rows(submission.tree)),
        ".json": f"{json.dumps(full_record(submission), indent=2)}\n",
        ".diag": _joined(printed),
    }


def _leaf_rows(leaves: Iterator[Token]) -> Iterator[str]:
    for leaf in leaves:
        yield f"{leaf.start_pos:>5} {leaf.end_pos:>5} {leaf.type:<22} {_escaped(leaf)}".rstrip() + "\n"


def _node_rows(tree: Tree[Token]) -> Iterator[str]:
    waiting: list[tuple[object, int]] = [(tree, 0)]
    while waiting:
        node, depth = waiting.pop()
        if isinstance(node, Tree):
            yield f"{'  ' * depth}{node.data}\n"
            waiting.extend((child, depth + 1) for child in reversed(node.children))
        else:
            yield f"{'  ' * depth}{getattr(node, 'type', None)}\n"


def _other_outputs(subject: Subject, path: Path) -> Mapping[str, str]:
    done = run(subject, subject.text_of(path.read_bytes()))
    tree = done.tree()
    failure = done.failure
    refusal = ""
    if failure is not None:
        refusal = f"{path.name}:{failure.line}:{failure.column}: {_REFUSED} {failure.message(subject)}\n"
    return {
        ".tokens": "".join(_leaf_rows(iter(done.tokens))),
        ".tree": "" if tree is None else "".join(_node_rows(tree)),
        ".diag": refusal,
    }


def _escaped(leaf: Token) -> str:
    return leaf.encode("unicode_escape").decode("ascii")


def _joined(printed: Sequence[str]) -> str:
    return "".join(f"{diagnostic}\n\n" for diagnostic in printed).removesuffix("\n")


# ---- Whose they are ------------------------------------------------------------------------------------


def suffixes(subject: Subject) -> Sequence[str]:
    """Of the goldens that a text of this grammar has."""
    return SUFFIXES if subject.name in OWN else tuple(suffix for suffix in SUFFIXES if suffix != ".json")


def keep_apart(subject: Subject, texts: Sequence[Path]) -> None:
    """Raises ``SharedGoldenError`` where a golden of a text would be one of the texts, or golden of two of them."""
    inputs = {os.path.realpath(text) for text in texts}
    owners: dict[str, Path] = {}
    for text in texts:
        for suffix in suffixes(subject):
            golden = text.with_suffix(suffix)
            place = os.path.realpath(golden)
            if place in inputs:
                raise SharedGoldenError(f"{golden} is a text, and would be a golden of {text}")
            owner = owners.setdefault(place, text)
            if os.path.realpath(owner) != os.path.realpath(text):
                raise SharedGoldenError(f"{golden} would be a golden of both {owner} and {text}")


# ---- Comparing ---------------------------------------------------------------------------------------


def differences(now: Mapping[str, str], path: Path, how: str = UPDATE) -> Mapping[str, str]:
    """How the goldens of a file differ from its contents *now*, by suffix: a readable difference, or what is missing.

    *how* is the command that writes goldens.
    """
    return {
        suffix: difference(path.with_suffix(suffix), content, how)
        for suffix, content in now.items()
        if _read(path.with_suffix(suffix)) != content
    }


def difference(golden: Path, content: str, how: str = UPDATE) -> str:
    """A golden and other content, line by line: ``·`` is a space, ``→`` a tab, ``↩`` the end of a line."""
    kept = _read(golden)
    if kept is None:
        return f"{golden.name} is missing: run {how}"
    rows = list(difflib.unified_diff(_visible(kept), _visible(content), golden.name, "now", lineterm=""))
    left_out = [f"... and {len(rows) - MOST_ROWS} rows more"] if len(rows) > MOST_ROWS else []
    return "\n".join([*rows[:MOST_ROWS], *left_out])


def _visible(content: str) -> Sequence[str]:
    return [line.replace("\n", "↩").translate(_VISIBLE) for line in split_lines(content)]


def strays(folder: Path, ending: Sequence[str] = SUFFIXES) -> Sequence[Path]:
    """The files of these suffixes in a folder and those within it beside which there is no text of their name."""
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    texts = {path.with_suffix("") for path in found if path.suffix not in ending}
    return [path for path in found if path.suffix in ending and path.with_suffix("") not in texts]


# ---- Writing -----------------------------------------------------------------------------------------


def update(now: Mapping[str, str], path: Path, *, accept_errors: bool, how: str = UPDATE) -> None:
    """Write the goldens of a file.

    Raises ``NewErrorsError``, and writes nothing, where the file gains an error and *accept_errors* is not given.
    """
    gained = sorted(_errors(now[".diag"], path) - _errors(_read(path.with_suffix(".diag")) or "", path))
    if gained and not accept_errors:
        raise NewErrorsError(
            f"{path.name} gains diagnostics of severity error: {', '.join(gained)}; its goldens are left alone.\n"
            f"If that is right: {how} --accept-errors\n\n{now['.diag']}"
        )
    for suffix, content in now.items():
        path.with_suffix(suffix).write_text(content, encoding="utf-8", newline="\n")


def _errors(diagnostics: str, path: Path) -> frozenset[str]:
    """The codes of severity error in the text of a ``.diag``; ``refused`` for a text that its grammar refuses."""
    from formparse.diagnostics import CODES

    codes = re.findall(rf"^{re.escape(path.name)}:\d+:\d+: (E\d+|{_REFUSED}) ", diagnostics, re.MULTILINE)
    return frozenset(code for code in codes if code == _REFUSED or (code in CODES and CODES[code].severity == "error"))


def _read(path: Path) -> str | None:
    if not path.exists():
        return None
    # A golden of other bytes differs; it is shown all the same.
    with path.open(encoding="utf-8", errors="backslashreplace", newline="") as file:
        return file.read()
