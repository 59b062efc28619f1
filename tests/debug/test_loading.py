"""What can be debugged, and what is said of what cannot."""

import re
from pathlib import Path

import pytest
from lark import Token

from formparse import parse_tree
from formparse.debug.check import check
from formparse.debug.sources import read_sources
from formparse.debug.steps import Run
from formparse.debug.subject import GrammarRefusedError, load
from formparse.diagnostic_pages import PROPER
from formparse.grammar import grammar_folder
from tests.debug.foreign import TOYS
from tests.debug.subjects import CORPUS
from tests.debug.subjects import run_afresh as run

PAIR = "\\\\"


def test_our_grammar_is_the_default() -> None:
    subject = load()
    assert subject.name == "form8k"
    assert subject.tree(PROPER) == parse_tree(PROPER)


def test_a_file_is_read_with_the_contextual_lexer() -> None:
    assert load(TOYS / "calculator.lark").lexer == "contextual"


def test_our_grammar_can_be_given_as_a_file() -> None:
    assert load(grammar_folder() / "form8k.lark", lexer="line").tree(PROPER) == parse_tree(PROPER)


def test_imports_stand_beside_the_grammar(tmp_path: Path) -> None:
    (tmp_path / "words.lark").write_text("WORD: /[a-z]+/\n_pair: WORD WORD\n%import common.WS\n%ignore WS\n")
    (tmp_path / "main.lark").write_text(
        "%import .words (WORD, _pair)\n%import common.WS\n%ignore WS\nstart: _pair WORD\n"
    )
    subject = load(tmp_path / "main.lark")
    assert [str(leaf) for leaf in subject.tree("a b c").scan_values(lambda leaf: isinstance(leaf, Token))] == [*"abc"]
    assert subject.definitions["WORD"].place.path == str(tmp_path / "words.lark")


def test_the_document_of_a_submission_is_what_the_grammar_of_documents_reads() -> None:
    path = next(path for path in sorted((CORPUS / "submissions").glob("*.txt")) if b"<TYPE>8-K" in path.read_bytes())
    text = load().text_of(path.read_bytes())
    assert isinstance(text, str)
    assert "<SEC-HEADER>" not in text
    assert load("submission").text_of(path.read_bytes()) == path.read_bytes()


@pytest.mark.parametrize(
    ("grammar", "said"),
    [
        ('start: "a" | b\n', "bad.lark: 1:14: rule b is used but not defined"),
        ("start: a B\na: C\n", "bad.lark: 1:10: terminal B is used but not defined"),
        ("start: : A\n", 'bad.lark: 1:8: unexpected ":"; expected a regular expression, a'),
        ("start: a | b\na: A\nb: A\nA: /a/\n", "Lark's LALR cannot read it, as Earley can: a reduce/reduce conflict; "),
        ("start: A\nA: /(/\n", "Cannot compile token A"),
    ],
)
def test_a_grammar_that_lark_refuses_is_told_in_a_line(grammar: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "bad.lark"
    path.write_text(grammar)
    with pytest.raises(GrammarRefusedError) as raised:
        load(path)
    assert said in str(raised.value)
    assert "\n" not in str(raised.value)
    result = run("tokens", "--grammar", path, TOYS / "calculator.lark")
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr == f"formparse: {raised.value}\n"


def test_a_grammar_in_another_encoding_is_refused(tmp_path: Path) -> None:
    (tmp_path / "bad.lark").write_bytes(b'start: "caf\xe9"\n')
    with pytest.raises(GrammarRefusedError, match="not UTF-8"):
        load(tmp_path / "bad.lark")


def test_a_grammar_that_is_not_there_is_told_by_its_name(tmp_path: Path) -> None:
    result = run("tokens", "--grammar", tmp_path / "none.lark", TOYS / "calculator.lark")
    assert result.exit_code == 3
    assert result.stderr == f"formparse: {tmp_path}/none.lark: No such file or directory\n"


def test_a_start_rule_that_there_is_none_of_is_told() -> None:
    result = run("tokens", "--grammar", TOYS / "calculator.lark", "--start", "total", TOYS / "calculator.lark")
    assert result.exit_code == 3
    assert "no rule 'total'; there are _list, atom, product, start, statement, sum\n" in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_lexer_or_postlex_that_there_is_none_of_is_a_value_error() -> None:
    with pytest.raises(ValueError, match="lexer must be one of line, stretch, contextual, basic, not 'dynamic'"):
        load(lexer="dynamic")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="postlex must be python or MODULE:CLASS, not 'ruby'"):
        load(TOYS / "calculator.lark", postlex="ruby")
    result = run("tokens", "--grammar", TOYS / "calculator.lark", "--postlex", "ruby", TOYS / "calculator.lark")
    assert result.exit_code == 2


POSTLEX = """
class Raises:
    always_accept = ()
    def process(self, stream):
        for token in stream:
            yield token
            raise {}["gone"]

class GivesText(Raises):
    def process(self, stream):
        return (str(token) for token in stream)

class GivesNothing(Raises):
    def process(self, stream):
        return None

class NeedsMore(Raises):
    def __init__(self, more):
        pass
"""


@pytest.fixture
def plugin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The name of a module with postlexes that fail."""
    (tmp_path / "failing_postlex.py").write_text(POSTLEX, encoding="utf-8")
    (tmp_path / "failing_import.py").write_text("1 / 0\n", encoding="utf-8")
    (tmp_path / "failing_syntax.py").write_text("1 +\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    return "failing_postlex"


@pytest.mark.parametrize(
    ("postlex", "said"),
    [
        ("os:path", "postlex 'os:path' is no class with a method process, but <module 'posixpath'"),
        ("json:dumps", "postlex 'json:dumps' is no class with a method process, but <function dumps"),
        ("json:JSONEncoder", "postlex 'json:JSONEncoder' is no class with a method process, but <class"),
        ("failing_postlex:NeedsMore", "postlex 'failing_postlex:NeedsMore' cannot be made: TypeError: "),
        ("failing_import:Postlex", "postlex 'failing_import:Postlex' cannot be imported: ZeroDivisionError: "),
        ("failing_syntax:Postlex", "postlex 'failing_syntax:Postlex' cannot be imported: SyntaxError: "),
    ],
)
@pytest.mark.usefixtures("plugin")
def test_what_is_no_postlex_is_wrong_usage(postlex: str, said: str, tmp_path: Path) -> None:
    grammar = TOYS / "calculator.lark"
    with pytest.raises(ValueError, match=re.escape(said)):
        load(grammar, postlex=postlex)
    (tmp_path / "sum.txt").write_text("1")
    for asked in (("tokens", tmp_path / "sum.txt", "--grammar", grammar), ("check", grammar)):
        result = run(*asked, "--postlex", postlex)
        assert (result.exit_code, result.stdout) == (2, "")
        assert said in result.stderr


@pytest.mark.parametrize("command", ["tokens", "tree", "trace", "conform", "coverage", "profile"])
@pytest.mark.parametrize(
    ("member", "said"),
    [
        ("Raises", "fails: KeyError: 'gone'"),
        ("GivesText", "gives '1', which is no Token"),
        ("GivesNothing", "fails: TypeError: 'NoneType' object is not iterable"),
    ],
)
def test_a_postlex_that_fails_is_told_as_a_text_that_is_not_read(
    member: str, said: str, command: str, plugin: str, tmp_path: Path
) -> None:
    (tmp_path / "sum.txt").write_text("1 + 2")
    name = f"{plugin}:{member}"
    result = run(command, tmp_path / "sum.txt", "--grammar", TOYS / "calculator.lark", "--postlex", name)
    assert result.exit_code == 1
    assert f"postlex {name} {said}" in result.stderr + result.stdout


@pytest.mark.parametrize("postlex", [object, 5, ("python",)])
def test_a_postlex_that_is_no_name_is_a_type_error(postlex: object) -> None:
    with pytest.raises(TypeError, match=re.escape(f"postlex must be python, MODULE:CLASS or None, not {postlex!r}")):
        load(TOYS / "calculator.lark", postlex=postlex)  # type: ignore[arg-type]


def test_what_is_no_start_rule_lexer_text_or_state_is_named() -> None:
    grammar = str(TOYS / "calculator.lark")
    with pytest.raises(TypeError, match="start must be a str, not None"):
        load(grammar, start=None)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="start must be a str, not 3"):
        check(grammar, start=3)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="lexer must be one of line, stretch, contextual, basic, not 'dynamic'"):
        check(grammar, lexer="dynamic")  # type: ignore[arg-type]
    subject = load(grammar)
    for text in (None, 5, b"1 + 2"):
        with pytest.raises(TypeError, match=re.escape(f"text must be str for {grammar}, not {text!r}")):
            list(Run(subject, text).steps())  # type: ignore[arg-type]
    with pytest.raises(IndexError, match=f"state must be from 0 to {len(subject.states) - 1}, not -1"):
        subject.items(-1)


def test_a_file_that_cannot_be_read_is_status_3(tmp_path: Path) -> None:
    result = run("tokens", tmp_path / "none.txt")
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr == f"formparse: {tmp_path}/none.txt: No such file or directory\n"


def test_imports_that_go_in_a_circle_are_named(tmp_path: Path) -> None:
    for name, other in ("ab", "bc", "cb"):
        (tmp_path / f"{name}.lark").write_text(f"%import .{other} (start)\n", encoding="utf-8")
    result = run("tokens", "--grammar", tmp_path / "a.lark", TOYS / "calculator.lark")
    assert (result.exit_code, result.stdout) == (3, "")
    assert "c.lark:1:10: imports go in a circle: b.lark imports c.lark, which imports b.lark\n" in result.stderr
    (finding,) = check(str(tmp_path / "a.lark"))
    assert finding.message == "imports go in a circle: b.lark imports c.lark, which imports b.lark"


def test_a_grammar_that_is_imported_twice_is_no_circle(tmp_path: Path) -> None:
    (tmp_path / "word.lark").write_text("WORD: /[a-z]+/\n", encoding="utf-8")
    (tmp_path / "pair.lark").write_text("%import .word (WORD)\npair: WORD WORD\n", encoding="utf-8")
    main = tmp_path / "main.lark"
    main.write_text('%import .word (WORD)\n%import .pair (pair)\nstart: pair "." WORD\n', encoding="utf-8")
    assert read_sources(main).problems == ()
    assert load(main).start == "start"


@pytest.mark.parametrize(
    ("grammar", "said"),
    [
        ("start: (A\n\nA: /a/\n", '1:10: unexpected end of the line; expected ")"'),
        ("start: A )\nA: /a/\n", '1:10: unexpected ")"; expected '),
        ("start: A\nA: /a/\nfoo bar\n", '3:5: unexpected bar; expected ".", ":", "{"'),
        ("start: A $\n", "1:10: unexpected character '$'"),
        ("start: A\n/ lamp\nA: /a/\n", "2:1: unexpected / lamp ...; expected a rule's name"),
    ],
)
def test_a_syntax_error_is_told_in_the_words_of_a_grammar(grammar: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "bad.lark"
    path.write_text(grammar, encoding="utf-8")
    result = run("tokens", "--grammar", path, TOYS / "calculator.lark")
    assert (result.exit_code, result.stderr.count("\n")) == (3, 1)
    assert f"bad.lark: {said}" in result.stderr
    assert f"bad.lark:{said.replace(': ', ': error: ', 1)}" in run("check", path).stdout


@pytest.mark.parametrize("mark", '/"')
def test_what_is_not_closed_is_told_however_many_backslashes_follow(mark: str, tmp_path: Path) -> None:
    path = tmp_path / "bad.lark"
    path.write_text(f"start: A\nA: {mark}{PAIR * 100}\n")
    with pytest.raises(GrammarRefusedError, match=f"bad.lark: 2:4: unexpected character {mark!r}"):
        load(path)
    (problem,) = read_sources(path).problems
    assert problem.message == f"unexpected character {mark!r}"
    assert (problem.place and (problem.place.line, problem.place.column)) == (2, 4)


def test_backslashes_that_are_closed_are_read(tmp_path: Path) -> None:
    path = tmp_path / "good.lark"
    path.write_text(f'start: A B\nA: "{PAIR * 20}"\nB: /{PAIR * 20}/')
    assert load(path).tree("\\" * 40)


@pytest.mark.parametrize(
    ("grammar", "line", "said"),
    [
        ("start: twice\ntwice{a}: a a\n", 2, "template twice is used without arguments"),
        ('start{a}: a "x"\n', 1, "template start is used without arguments"),
        ('start: "a".."bc"\n', 1, 'a range is from one character to another, as "a".."z"'),
        ('%declare x\nstart: "a"\n', 1, "rule x is declared, and only terminals can be"),
    ],
)
def test_what_lark_says_in_words_of_its_own_is_said_in_a_grammar_s(
    grammar: str, line: int, said: str, tmp_path: Path
) -> None:
    path = tmp_path / "odd.lark"
    path.write_text(grammar, encoding="utf-8")
    assert (line, said) in {(found.place.line, found.message) for found in check(str(path)) if found.place}
    with pytest.raises(GrammarRefusedError, match=rf"{re.escape(said)}|says more"):
        load(path)
