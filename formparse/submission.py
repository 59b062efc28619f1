"""Full submission text files: EDGAR's header and every document, of any size.

The file is mapped into memory, the bounds of its documents are found by one search, and a document is read when
it is asked for. Offsets are bytes of the file.
"""

import os
from collections.abc import Callable, Iterator
from functools import cache, cached_property, partial
from typing import TYPE_CHECKING, Any, Final, Self

import attrs

from formparse.automaton import start_parse
from formparse.buffers import Buffer, mapped, release
from formparse.grammar import automaton, shapes
from formparse.header_model import SubmissionHeader
from formparse.lines import with_line_feeds
from formparse.model import Diagnostic, Report, Span
from formparse.nodes import Node, leaves
from formparse.parsing import decode, parse
from formparse.payload import Kind, Payload, kind_of, read_payload
from formparse.stretch_lexer import LINES, Stretch, Stretches, cut, stretches
from formparse.transform.header import read_count, read_header, read_value

if TYPE_CHECKING:
    from lark import Token, Tree

_FIELDS: Final = {"TYPE": "type", "SEQUENCE": "sequence", "FILENAME": "filename", "DESCRIPTION": "description"}
_SNIFFED: Final = 4_096


@attrs.frozen(eq=False)
class File:
    """The bytes of a submission, and how text in them is encoded."""

    buffer: Buffer = attrs.field(repr=False)
    decode: Callable[[bytes], str] = attrs.field(repr=False)
    escaped: bool = False
    """Whether it is privacy-enhanced mail, where "- " stands before each line that begins with "-"."""

    def __reduce__(self) -> tuple[Any, ...]:
        # A mapping belongs to one process: a pickle has the bytes themselves.
        return File, (self.buffer[:], self.decode, self.escaped)


@attrs.frozen(eq=False)
class Document:
    """A document of a submission. Its text is decoded each time it is asked for."""

    file: File = attrs.field(repr=False)
    span: Span
    """Where it stands in the file (bytes), its tags included."""
    text_span: Span
    """Where its text stands in the file (bytes), between ``<TEXT>`` and ``</TEXT>``."""
    type: str | None = None
    """``8-K`` or ``EX-99.1``."""
    sequence: int | None = None
    """Its place in the submission, from 1."""
    filename: str | None = None
    """The name of its file (2001 on). A filer's word: see ``formparse.extraction`` before writing to it."""
    description: str | None = None
    """The filer's description."""
    closed: bool = True
    """Whether its end tag is there."""

    @property
    def text(self) -> str:
        """Its text, verbatim (str). Dash-escaping, uuencoded content and EDGAR's tags stand as they are."""
        return self.file.decode(self._bytes(self.text_span))

    @property
    def kind(self) -> Kind:
        """What its text is: ``text``, ``html``, ``xml``, ``pdf``, ``graphic`` or ``other``."""
        start = self.text_span.start
        head = self._bytes(Span(start, min(start + _SNIFFED, self.text_span.end)))
        return kind_of(head.decode("latin-1"), self.type, self.filename)

    @property
    def is_report(self) -> bool:
        """Whether its type is a Form 8-K's."""
        return self.type is not None and shapes("submission")["REPORT_TYPE"].match(self.type) is not None

    def payload(self) -> bytes:
        """Its content as filed (bytes): uuencoded content decoded, EDGAR's tags and dash-escaping gone.

        Content that is damaged is decoded up to there; ``read_payload`` says where.
        """
        return self.read_payload().data

    def read_payload(self) -> Payload:
        """Its content, and where it is damaged."""
        return read_payload(self._bytes(self.text_span), escaped=self.file.escaped)

    @property
    def report_text(self) -> str:
        """Its text as ``report`` reads it (str): with LF for CR where lines end in CR alone. Offsets are the same."""
        return with_line_feeds(self.text)

    def report(self) -> Report:
        """Its text read as a Form 8-K. Lines and spans count within its text."""
        return parse(self.report_text)

    def __bytes__(self) -> bytes:
        return self._bytes(self.span)

    def _bytes(self, span: Span) -> bytes:
        try:
            return self.file.buffer[span.start : span.end]
        except ValueError as error:
            raise ValueError("the submission is closed: its documents can no longer be read") from error


@attrs.frozen(eq=False)
class Submission:
    """A full submission: what EDGAR received and disseminated at one time."""

    file: File = attrs.field(repr=False)
    root: Node[Stretch] = attrs.field(repr=False)
    """The parse tree as it was read."""
    header: SubmissionHeader
    """EDGAR's header; empty where there is none."""
    documents: tuple[Document, ...]
    """In the order of the file."""

    @cached_property
    def tree(self) -> "Tree[Token]":
        """The parse tree: its leaves, by their ``start_pos`` and ``end_pos``, partition the bytes of the file."""
        from formparse.lark_tree import lark_tree_of

        return lark_tree_of(self.root)

    @cached_property
    def report(self) -> Report | None:
        """The Report of the first document whose type begins 8-K; ``None`` where there is none. Read when asked for."""
        document = self.report_document
        return document.report() if document is not None else None

    @property
    def report_document(self) -> Document | None:
        """The first document whose type begins 8-K."""
        return next((document for document in self.documents if document.is_report), None)

    @cached_property
    def reports(self) -> tuple[Report, ...]:
        """The Report of every document whose type begins 8-K. Read when asked for."""
        return tuple(document.report() for document in self.documents if document.is_report)

    @property
    def recognized(self) -> bool:
        """Whether anything of a submission is there: a header, or a document with its tags."""
        return any(child.data == "header" for child in self._sections()) or any(
            document.type is not None or document.sequence is not None for document in self.documents
        )

    @cached_property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What a proper submission lacks (tuple of Diagnostic; lines of the file, offsets in bytes)."""
        from formparse.submission_checks import check_submission

        return check_submission(self)

    def parts(self) -> Iterator[bytes]:
        """The bytes of the leaves of the tree, one after another; together they are the file."""
        for leaf in leaves(self.root):
            yield self.file.buffer[leaf.start_pos : leaf.end_pos]

    def close(self) -> None:
        """Let the file go: afterwards no document can be read. Needless where nothing else wants the file."""
        release(self.file.buffer)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __reduce__(self) -> tuple[Any, ...]:
        # The tree is made again from the bytes.
        return _with_tree, (self.file, self.header, self.documents)

    def _sections(self) -> Iterator[Node[Stretch]]:
        return (child for child in self.root.children if isinstance(child, Node))


def parse_submission(data: bytes | str) -> Submission:
    """The Submission in the bytes, or the text, of a full submission text file.

    Content never raises. Of a ``str``, offsets are bytes of its UTF-8. Raises ``TypeError`` for anything else.
    """
    if isinstance(data, str):
        # Lone surrogates are characters of a str, too.
        return _submission(
            data.encode("utf-8", "surrogatepass"), partial(str, encoding="utf-8", errors="surrogatepass")
        )
    if not isinstance(data, bytes):
        raise TypeError(f"data must be bytes or str, not {type(data).__name__}")
    return submission_in(data)


def parse_submission_file(path: str | os.PathLike[str]) -> Submission:
    """The Submission in a file, which is mapped into memory as long as the Submission is in use.

    Raises ``OSError`` where it cannot be read. A file that is cut short meanwhile takes its documents with it.
    """
    return submission_in(mapped(path))


def submission_in(buffer: Buffer) -> Submission:
    """The Submission in a file's bytes."""
    return _submission(buffer, decode)


def _with_tree(file: File, header: SubmissionHeader, documents: tuple[Document, ...]) -> Submission:
    return Submission(file, _root(file.buffer), header, documents)


def _submission(buffer: Buffer, decode_text: Callable[[bytes], str]) -> Submission:
    root = _root(buffer)
    escaped = any(isinstance(child, Stretch) and child.type == "PEM_BEGIN" for child in root.children)
    file = File(buffer, decode_text, escaped)
    sections = [child for child in root.children if isinstance(child, Node)]
    header = next((read_header(section) for section in sections if section.data == "header"), SubmissionHeader())
    documents = tuple(_document(section, file) for section in sections if section.data == "document")
    return Submission(file, root, header, documents)


def _root(buffer: Buffer) -> Node[Stretch]:
    grammar = automaton("submission")
    parse = start_parse(grammar)
    for leaf in cut(_stretches(), buffer, grammar.states, parse.stack):
        parse.shift(leaf)
    root: Node[Stretch] = parse.finish()
    return root


@cache
def _stretches() -> Stretches:
    return stretches(automaton("submission").terminals)


def _document(tree: Node[Stretch], file: File) -> Document:
    lines = [leaf for leaf in tree.children if isinstance(leaf, Stretch)]
    fields: dict[str, Any] = {}
    for leaf in lines:
        if leaf.type in _FIELDS:
            fields.setdefault(_FIELDS[leaf.type], read_value(leaf))
    fields["sequence"] = read_count(fields.get("sequence") or "")
    span = Span(lines[0].start_pos, lines[-1].end_pos)
    return Document(file, span, _text_span(lines), closed=lines[-1].type == "DOCUMENT_END", **fields)


def _text_span(lines: list[Stretch]) -> Span:
    """What stands between ``<TEXT>`` and ``</TEXT>``; without the tags, what stands behind the others."""
    opened = next((leaf for leaf in lines if leaf.type == "TEXT"), None)
    if opened is None:
        last = max(index for index, leaf in enumerate(lines) if leaf.type in ("DOCUMENT", *_FIELDS))
        behind = lines[last + 1] if last + 1 < len(lines) and lines[last + 1].type == LINES else None
        start = lines[last].end_pos
        return Span(start, behind.end_pos) if behind is not None else Span(start, start)
    start = opened.start_pos + len(opened) - len(_behind_tag(opened))
    text = next((leaf for leaf in lines if leaf.type == LINES and leaf.start_pos == opened.end_pos), None)
    return Span(start, (text if text is not None else opened).end_pos)


def _behind_tag(line: str) -> str:
    """What stands behind a tag on its line; nothing where that is blank."""
    rest = line.partition("&gt;" if line.startswith("&lt;") else ">")[2]
    return rest if rest.strip() else ""
