"""Submissions: parts partition the bytes, the grammar is total, and the wrapper changes nothing."""

from itertools import pairwise

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lark import Token, Tree

import formparse
from formparse import check_header, parse, parse_submission, parse_submission_file
from formparse.automaton import END, acceptable
from formparse.filing import read_bytes, read_filing
from formparse.grammar import automaton, submission_parser
from formparse.header_model import SubmissionHeader
from formparse.lark_lexers import Source
from formparse.recognition import may_be_submission
from formparse.stretch_lexer import LINES
from formparse.submission_records import full_record
from tests.lines import CORPUS as TEXTS
from tests.parser_stacks import MOST, stacks
from tests.submissions import CORPUS, FOLDER, Wrapper, Written, documents, files, headers, wrapped, wrappers

GRAMMAR = automaton("submission")
STACKS = stacks(GRAMMAR.states, GRAMMAR.end, GRAMMAR.start)
KINDS = {terminal.name for terminal in GRAMMAR.terminals}
DOCUMENTS = [text.encode("utf-8", "surrogateescape") for text in TEXTS.values()]

each = pytest.mark.parametrize("name", CORPUS)


# ---- Parts -----------------------------------------------------------------------------------------


def _leaves(data: bytes) -> list[Token]:
    return [leaf for leaf in parse_submission(data).tree.scan_values(lambda _: True) if isinstance(leaf, Token)]


@given(files)
@example(b"")
@example(b"\r\r\n\n\r")
@example(b"<DOCUMENT>\r<TEXT>\r\n</TEXT>")
def test_the_parts_partition_the_bytes(data: bytes) -> None:
    assert b"".join(parse_submission(data).parts()) == data
    position = 0
    for leaf in _leaves(data):
        assert (leaf.start_pos, position < (leaf.end_pos or 0)) == (position, True)
        position = leaf.end_pos or 0
    assert position == len(data)


def test_a_submission_that_is_closed_says_so() -> None:
    with parse_submission_file(FOLDER / "pem-1998.txt") as submission:
        assert submission.documents[0].text
    with pytest.raises(ValueError, match="the submission is closed"):
        _ = submission.documents[0].text


@given(files)
@example(b"")
def test_the_tree_is_larks_own(data: bytes) -> None:
    assert parse_submission(data).tree == submission_parser().parse(Source(data))


@given(files | st.sampled_from(DOCUMENTS))
@example(b"")
@example(b"\xef\xbb\xbf<SEC-HEADER>\n")
def test_one_search_tells_a_document_from_a_submission(data: bytes) -> None:
    searched, parsed = read_bytes(data), read_filing(parse_submission(data))
    assert searched.text == parsed.text
    assert (searched.submission is None) == (parsed.submission is None)
    assert searched.record() == parsed.record()


@each
def test_a_submission_read_as_a_document_is_told_by_its_header(name: str) -> None:
    text = formparse.decode(CORPUS[name])
    codes = [found.code for found in parse(text).diagnostics]
    assert codes.count("E502") == (b"SEC-HEADER" in CORPUS[name] or b"IMS-HEADER" in CORPUS[name])


@pytest.mark.parametrize("text", TEXTS.values(), ids=list(TEXTS))
def test_a_document_has_no_header_of_a_submission(text: str) -> None:
    assert "E502" not in {found.code for found in parse(text).diagnostics}


@pytest.mark.parametrize("name", CORPUS)
def test_one_search_finds_every_submission_of_the_corpus(name: str) -> None:
    assert may_be_submission(CORPUS[name])


def test_one_search_passes_over_every_document_of_the_corpus() -> None:
    assert not any(map(may_be_submission, DOCUMENTS))


@given(files)
def test_a_leaf_of_a_kind_is_one_line_and_two_stretches_never_meet(data: bytes) -> None:
    leaves = _leaves(data)
    assert all(first.type != LINES or second.type != LINES for first, second in pairwise(leaves))
    for leaf in leaves:
        line = data[leaf.start_pos : leaf.end_pos]
        if leaf.type != LINES:
            assert str(leaf).encode("latin-1") == line
            assert not {b"\r"[0], b"\n"[0]}.intersection(line.removesuffix(b"\n").removesuffix(b"\r"))


@given(files)
def test_a_line_of_a_stretch_is_of_no_kind_that_could_stand_there(data: bytes) -> None:
    """Read again from any line of a stretch, the stretch goes on: it was not cut short, nor did it run too far."""
    for section in parse_submission(data).tree.iter_subtrees():
        for leaf in section.children:
            if isinstance(leaf, Token) and leaf.type == LINES and section.data == "document":
                inside = data[leaf.start_pos : leaf.end_pos].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
                assert b"</DOCUMENT>" not in inside.split(b"\n")


@given(st.text(st.characters(codec=None)) | files.map(lambda data: data.decode("latin-1")))
def test_a_text_is_read_as_its_bytes(text: str) -> None:
    read = parse_submission(text)
    assert b"".join(read.parts()) == text.encode("utf-8", "surrogatepass")
    assert all(document.text in text for document in read.documents)


@each
def test_a_file_is_read_as_its_bytes(name: str, tmp_path: pytest.TempPathFactory) -> None:
    path = f"{tmp_path}/submission.txt"
    with open(path, "wb") as file:  # noqa: PTH123  a str is a path, too
        file.write(CORPUS[name])
    with parse_submission_file(path) as mapped:
        read = parse_submission(CORPUS[name])
        assert (mapped.header, mapped.report) == (read.header, read.report)
        assert [document.text for document in mapped.documents] == [document.text for document in read.documents]
        assert b"".join(mapped.parts()) == CORPUS[name]


def test_misuse_is_told_at_once() -> None:
    with pytest.raises(TypeError, match="data must be bytes or str, not bytearray"):
        parse_submission(bytearray())  # type: ignore[arg-type]
    with pytest.raises(FileNotFoundError):
        parse_submission_file("there-is-no-such-file.txt")
    with pytest.raises(TypeError, match="not int"):
        parse_submission_file(0)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="submission must be a Submission, not Report"):
        check_header(parse(""))  # type: ignore[arg-type]


# ---- Total -----------------------------------------------------------------------------------------


def test_the_parser_has_few_stacks_however_long_the_submission() -> None:
    assert 20 < len(STACKS) < MOST
    assert max(map(len, STACKS)) <= 8


def test_lines_of_no_kind_are_welcome_everywhere_but_after_themselves() -> None:
    for standing in STACKS.values():
        assert LINES in standing.accepted or standing.path[-1] == LINES, standing.path


def test_the_file_may_end_anywhere() -> None:
    for standing in STACKS.values():
        assert standing.ends, standing.path


def test_every_terminal_is_accepted_somewhere() -> None:
    accepted = frozenset[str]().union(*(standing.accepted for standing in STACKS.values()))
    assert accepted == KINDS | {LINES}
    assert all(acceptable(GRAMMAR.states, stack) - {END} == standing.accepted for stack, standing in STACKS.items())


def test_the_grammar_is_built_strictly() -> None:
    options = submission_parser().options
    assert (options.strict, options.parser) == (True, "lalr")


@given(files)
@example(b"<SEC-HEADER>\nFILED AS OF DATE: 20051399\nPUBLIC DOCUMENT COUNT: \xb2\n")
@example(b"<DOCUMENT>\n<TYPE>8-K\n<TEXT>\nbegin 644 a.gif\n\xff\xff\n")
def test_any_bytes_are_read(data: bytes) -> None:
    read = parse_submission(data)
    full_record(read)
    check_header(read)
    for document in read.documents:
        assert isinstance(document.payload(), bytes)
        assert document.text_span.start <= document.text_span.end
        assert document.span.start <= document.text_span.start
        assert document.text_span.end <= document.span.end
    for found in (*read.diagnostics, *check_header(read)):
        assert found.line >= 1
        assert 0 <= found.span.start <= found.span.end


# ---- Wrappers --------------------------------------------------------------------------------------


@given(headers(), st.lists(documents, max_size=3), wrappers)
@example(SubmissionHeader(accession_number="1", public_document_count=0), [], Wrapper(closed=False))
def test_a_header_is_read_as_it_was_written(header: SubmissionHeader, written: list[Written], wrapper: Wrapper) -> None:
    assert parse_submission(wrapped(header, written, wrapper)).header == header


@given(headers(), st.lists(documents, max_size=3), wrappers)
def test_documents_are_read_as_they_were_written(
    header: SubmissionHeader, written: list[Written], wrapper: Wrapper
) -> None:
    read = parse_submission(wrapped(header, written, wrapper))
    assert [(of.type, of.filename, of.description) for of in read.documents] == [
        (of.type, of.filename, of.description) for of in written
    ]
    assert [of.sequence for of in read.documents] == list(range(1, len(written) + 1))
    for document, of in zip(read.documents, written, strict=True):
        sent = "".join(f"{line}{wrapper.end}" for line in of.lines)
        escaped = "".join(f"{'- ' * (wrapper.mail and line.startswith('-'))}{line}{wrapper.end}" for line in of.lines)
        assert document.text == escaped
        if document.kind == "text" and of.lines[:1] != ("<PDF>",):
            assert document.payload().decode() == sent


@given(headers(), st.lists(documents, max_size=2), wrappers, wrappers)
def test_the_wrapper_changes_nothing(
    header: SubmissionHeader, written: list[Written], one: Wrapper, other: Wrapper
) -> None:
    first, second = (parse_submission(wrapped(header, written, wrapper)) for wrapper in (one, other))
    assert first.header == second.header
    assert [attrs.asdict(of, filter=_stated) for of in first.documents] == [
        attrs.asdict(of, filter=_stated) for of in second.documents
    ]


def _stated(attribute: "attrs.Attribute[object]", _: object) -> bool:
    return attribute.name in ("type", "sequence", "filename", "description")


# ---- The report ------------------------------------------------------------------------------------


@each
def test_the_report_is_that_of_the_document_alone(name: str) -> None:
    read = parse_submission(CORPUS[name])
    document = read.report_document
    if document is None:
        assert read.report is None
    else:
        assert read.report == formparse.parse(document.report_text)
        assert read.report is read.report
        assert read.reports[0] == read.report


def test_the_report_takes_nothing_from_the_header() -> None:
    data = CORPUS["tags-2006"]
    without = data[data.index(b"<DOCUMENT>") :]
    assert parse_submission(without).report == parse_submission(data).report


def test_the_form_of_a_header_is_a_section_of_its_tree() -> None:
    for data in CORPUS.values():
        sections = [child.data for child in parse_submission(data).tree.children if isinstance(child, Tree)]
        assert set(sections) <= {"header", "document"}


@pytest.mark.parametrize("name", CORPUS)
def test_a_party_says_of_its_filing_what_its_first_filing_values_say(name: str) -> None:
    header = parse_submission(CORPUS[name]).header
    for party in header.parties if header is not None else ():
        first = party.filing_values[0] if party.filing_values else None
        for attribute in ("form_type", "sec_act", "file_number", "film_number"):
            assert getattr(party, attribute) == getattr(first, attribute, None)
        assert party.phone == getattr(party.business_address, "phone", None)
