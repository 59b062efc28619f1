"""What formparse makes of a filing of the corpus, kept beside it: NAME.tokens, NAME.tree, NAME.json and NAME.diag."""

import difflib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from lark import Token, Tree

from formparse import CODES, Report, decode, format_diagnostic, parse, parse_submission_file, parse_tree, to_dict
from formparse.filing import diagnosed
from formparse.lines import split_lines
from formparse.show import tree_text
from formparse.submission_records import full_record

SUFFIXES = (".tokens", ".tree", ".json", ".diag")
MOST_ROWS = 60
"""Of a difference: more is no longer read."""

_VISIBLE = str.maketrans({" ": "·", "\t": "→", "\r": "␍", "\f": "␌"})


class NewErrorsError(Exception):
    """A filing has diagnostics of severity error that its golden has not."""


SUBMISSIONS = "submissions"
"""The folder of a corpus that holds full submissions."""


def outputs(filing: Path) -> Mapping[str, str]:
    """The contents of the goldens (suffix to text) of a filing, as formparse makes them now."""
    return _submission_outputs(filing) if filing.parent.name == SUBMISSIONS else _document_outputs(filing)


def _submission_outputs(filing: Path) -> Mapping[str, str]:
    submission = parse_submission_file(filing)
    # Offsets are bytes: of a text read as Latin-1 they are characters, too.
    printed = [
        format_diagnostic(found, text, filing.name) for found, text in diagnosed(filing.read_bytes().decode("latin-1"))
    ]
    return {
        ".tokens": "".join(_leaf_rows(submission.tree)),
        ".tree": "".join(_node_rows(submission.tree)),
        ".json": f"{json.dumps(full_record(submission), indent=2)}\n",
        ".diag": "".join(f"{diagnostic}\n\n" for diagnostic in printed).removesuffix("\n"),
    }


def _leaf_rows(tree: Tree[Token]) -> Iterator[str]:
    for leaf in tree.scan_values(lambda _: True):
        yield (
            f"{leaf.start_pos:>5} {leaf.end_pos:>5} {leaf.type:<22} {leaf.encode('unicode_escape').decode()}".rstrip()
            + "\n"
        )


def _node_rows(tree: Tree[Token], depth: int = 0) -> Iterator[str]:
    yield f"{'  ' * depth}{tree.data}\n"
    for child in tree.children:
        if isinstance(child, Tree):
            yield from _node_rows(child, depth + 1)
        else:
            yield f"{'  ' * (depth + 1)}{child.type}\n"


def _document_outputs(filing: Path) -> Mapping[str, str]:
    text = decode(filing.read_bytes())
    report = parse(text)
    printed = [format_diagnostic(found, text, filing.name) for found in report.diagnostics]
    return {
        ".tokens": "".join(_token_rows(text)),
        ".tree": f"{tree_text(parse_tree(text))}\n",
        ".json": record_text(report),
        ".diag": "".join(f"{diagnostic}\n\n" for diagnostic in printed).removesuffix("\n"),
    }


def _token_rows(text: str) -> Iterator[str]:
    for leaf in parse_tree(text).scan_values(lambda _: True):
        shown = str(leaf).encode("unicode_escape").decode("ascii")
        yield f"{leaf.line:>4} {leaf.type:<18} {shown}\n"


def record_text(report: Report) -> str:
    """The record with spans as JSON, a span a line."""
    record = to_dict(report, spans=True)
    spans = record.pop("spans")
    fields = json.dumps(record, indent=2, ensure_ascii=False).removesuffix("\n}")
    rows = ",\n".join(f"    {json.dumps(pointer)}: {ends}" for pointer, ends in spans.items())
    return f'{fields},\n  "spans": {{\n{rows}\n  }}\n}}\n'


def differences(filing: Path) -> str:
    """How the goldens of a filing differ from what formparse makes of it now; empty where they do not."""
    return "\n".join(
        difference(filing.with_suffix(suffix), content)
        for suffix, content in outputs(filing).items()
        if _read(filing.with_suffix(suffix)) != content
    )


def difference(golden: Path, content: str) -> str:
    """A golden and other content, line by line: ``·`` is a space, ``→`` a tab, ``↩`` the end of a line."""
    kept = _read(golden)
    if kept is None:
        return f"{golden.name} is missing: run pytest --update-goldens"
    rows = list(difflib.unified_diff(_visible(kept), _visible(content), golden.name, "now", lineterm=""))
    left_out = [f"... and {len(rows) - MOST_ROWS} rows more"] if len(rows) > MOST_ROWS else []
    return "\n".join([*rows[:MOST_ROWS], *left_out])


def _visible(content: str) -> Sequence[str]:
    return [line.replace("\n", "↩").translate(_VISIBLE) for line in split_lines(content)]


def update(filing: Path, *, accept_errors: bool) -> None:
    """Write the goldens of a filing.

    Raises ``NewErrorsError``, and writes nothing, where the filing gains an error and *accept_errors* is not given.
    """
    now = outputs(filing)
    gained = sorted(_errors(now[".diag"], filing) - _errors(_read(filing.with_suffix(".diag")) or "", filing))
    if gained and not accept_errors:
        raise NewErrorsError(
            f"{filing.name} gains diagnostics of severity error: {', '.join(gained)}; its goldens are left alone.\n"
            f"If that is right: pytest --update-goldens --accept-errors\n\n{now['.diag']}"
        )
    for suffix, content in now.items():
        filing.with_suffix(suffix).write_text(content, encoding="utf-8", newline="\n")


def _errors(diagnostics: str, filing: Path) -> frozenset[str]:
    """The codes of severity error in the text of a ``.diag``."""
    codes = re.findall(rf"^{re.escape(filing.name)}:\d+:\d+: (E\d+) ", diagnostics, re.MULTILINE)
    return frozenset(code for code in codes if code in CODES and CODES[code].severity == "error")


def strays(corpus: Path) -> Sequence[Path]:
    """The goldens of a corpus whose filing is gone."""
    goldens = sorted(path for path in corpus.rglob("*") if path.suffix in SUFFIXES)
    return [golden for golden in goldens if not golden.with_suffix(".txt").exists()]


def _read(path: Path) -> str | None:
    if not path.exists():
        return None
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()
