"""What a grammar's author wrote is found again: imports, templates, what is overridden or extended, repetitions."""

from pathlib import Path

import pytest

from formparse.debug.candidates import Chooser
from formparse.debug.definitions import by_name, definitions
from formparse.debug.nearest import nearest
from formparse.debug.subject import Subject, load

WORDS = """\
// A word.
//   one      two
WORD: /[a-z]+/ TAIL?
TAIL: "!"

// Things with something between.
_list{thing, mark}: thing (mark thing)*
pair: WORD WORD
    | WORD -> single
"""
MAIN = """\
%import .words (WORD, _list, pair)
%import .words.TAIL -> END
%import common.WS
%ignore WS
%ignore /#[^\\n]*/

%override pair: WORD "=" WORD
%extend WORD: "0" /[0-9]+/
%extend pair: WORD "to" WORD -> range

start: _list{pair, COMMA} END?
COMMA: ","
"""


@pytest.fixture
def subject(tmp_path: Path) -> Subject:
    """A grammar that imports, overrides and extends another."""
    (tmp_path / "words.lark").write_text(WORDS)
    (tmp_path / "main.lark").write_text(MAIN)
    return load(tmp_path / "main.lark")


def test_what_is_overridden_is_the_last_definition_and_what_is_extended_has_all_alternatives(subject: Subject) -> None:
    assert [one.text for one in subject.definitions["pair"].alternatives] == ['WORD "to" WORD', 'WORD "=" WORD']
    assert [one.text for one in subject.definitions["WORD"].alternatives] == ['"0" /[0-9]+/', "/[a-z]+/ TAIL?"]
    written = {subject.notation.production(production) for production in subject.productions if not production.hidden}
    assert written == {
        "start: _list{pair,COMMA} END",
        "start: _list{pair,COMMA}",
        "_list{pair,COMMA}: pair (COMMA pair)*",
        "_list{pair,COMMA}: pair",
        'pair: WORD "=" WORD',
        'pair: WORD "to" WORD -> range',
    }
    assert all(production.alternative is not None for production in subject.productions if not production.hidden)


def test_an_imported_name_is_defined_in_the_file_that_it_comes_from(subject: Subject) -> None:
    assert Path(subject.definitions["END"].place.path).name == "words.lark"
    assert (subject.definitions["END"].written, subject.definitions["END"].place.line) == ("TAIL", 4)
    assert Path(subject.definitions["_list"].place.path).name == "words.lark"
    assert Path(subject.definitions["WS"].place.path).name == "common.lark"


def test_the_comment_above_says_what_it_is_and_gives_examples(subject: Subject) -> None:
    (word,) = [one for one in subject.all_definitions if one.name == "WORD" and not one.extends]
    assert (word.comment, word.examples) == ("A word.", ("one", "two"))
    assert subject.described("WORD") == "A word"


def test_what_is_ignored_without_a_name_is_called_by_what_is_written(subject: Subject) -> None:
    (ignored,) = [one for one in subject.terminals.values() if one.ignored and one.name.startswith("__")]
    assert ignored.label == "/#[^\\n]*/"
    assert ignored.place is not None
    assert ignored.place.line == MAIN[: MAIN.index("/#")].count("\n") + 1


def test_the_pieces_of_an_extended_terminal_are_those_of_its_alternatives(subject: Subject) -> None:
    text = "0x"
    (miss,) = nearest(subject, Chooser(subject, text), 0, ["WORD"])
    assert (miss.terminal, miss.needed) == ("WORD", "/[0-9]+/")


REPETITIONS = """\
start: {0}
A: "a"
B: "b"
C: "c"
"""


@pytest.mark.parametrize(
    ("expression", "written"),
    [
        ("A*", ["A*", ""]),
        ("A+", ["A+"]),
        ("A?", ["A", ""]),
        ("[A]", ["A", ""]),
        ("A~2", ["A A"]),
        ("A~0..2", ["", "A", "A A"]),
        ("A~60", ["A~60"]),
        ("A~0..60", ["A~0..60"]),
        ("A~50..60", ["A~50 A~0..10"]),
        ("(A B)*", ["(A B)*", ""]),
        ("(A | B)+ C", ["(A | B)+ C"]),
        ("(A B)~60", ["(A B)~60"]),
        ("(A [B])* C", ["(A B | A)* C", "C"]),
        ("(A+ B)* C", ["(A+ B)* C", "C"]),
        ("((A | B) C)+", ["(A C | B C)+"]),
    ],
)
def test_a_repetition_is_written_as_one(expression: str, written: list[str], tmp_path: Path) -> None:
    (tmp_path / "grammar.lark").write_text(REPETITIONS.format(expression))
    subject = load(tmp_path / "grammar.lark")
    rows = [subject.notation.row(one.symbols) for one in subject.productions if one.origin == "start"]
    assert rows == written
    assert all(one.alternative is not None for one in subject.productions if one.origin == "start")


def test_a_plus_that_shares_a_hidden_rule_with_a_star_is_found(tmp_path: Path) -> None:
    (tmp_path / "grammar.lark").write_text(REPETITIONS.format('B A* C | C A+ B | "d" (A A)*'))
    subject = load(tmp_path / "grammar.lark")
    found = {
        subject.notation.row(one.symbols): one.alternative.number
        for one in subject.productions
        if one.origin == "start" and one.alternative is not None
    }
    assert [number for _, number in sorted(found.items(), key=lambda pair: pair[1])] == [1, 1, 2, 3, 3]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ('// c\nstart: a\na: "a"\n |\n', [(3, 4), (4, 2)]),
        ('start: a\na: | "a"\n', [(2, 2), (2, 6)]),
        ('start: a\na: ("a" | "b")  // (|)\n | -> none\n  // |\n  |\n | "c"\n', [(2, 4), (3, 2), (5, 3), (6, 4)]),
        ("start: a\n?a.2:\n", [(2, 5)]),
        ('start: a{"x"}\na{x}:\n\n   | x\n', [(2, 5), (4, 6)]),
    ],
)
def test_an_empty_alternative_stands_at_the_mark_before_it(
    text: str, places: list[tuple[int, int]], tmp_path: Path
) -> None:
    (tmp_path / "empty.lark").write_text(text, encoding="utf-8")
    found = by_name(definitions(tmp_path / "empty.lark", ()))["a"]
    assert [(one.place.line, one.place.column) for one in found.alternatives] == places
