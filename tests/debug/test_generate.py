"""``formparse grammar generate``: every text is read as its sentence, and a few texts use every alternative."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from formparse.debug.counting import counter
from formparse.debug.generation import Generation
from formparse.debug.specimens import specimens
from formparse.debug.steps import run as parsed
from formparse.debug.uses import alternatives
from tests.debug.subjects import NAMES, run, sample

EVERY = pytest.mark.parametrize("name", NAMES)
IMPOSSIBLE = {
    "calculator-basic": {'atom: "bits" BIT~60'},
    "unused": {"start: KEYWORD in (WORD | KEYWORD)+"},
    "python": {
        'class_pattern: name_or_attr_pattern "(" arguments_pattern "," ")"',
        'arguments_pattern: pos_arg_pattern "," keyws_arg_pattern',
    },
}
"""Alternatives that no text uses: another terminal always wins, or a conflict was settled against them."""


# ---- Strings -------------------------------------------------------------------------------------------


@EVERY
def test_each_terminal_has_strings_that_its_pattern_matches(name: str) -> None:
    for terminal in sample(name).subject.terminals.values():
        if terminal.pattern is None:
            continue
        found = list(specimens(terminal.pattern, terminal.flags))
        assert found, terminal
        assert len(found) == len(set(found))
        assert all(re.fullmatch(terminal.pattern, text, terminal.flags) for text in found)


@pytest.mark.parametrize(
    ("pattern", "plainest"),
    [
        ("a|b", "a"),
        ("x{2,5}", "xx"),
        ("[^a-c]", "d"),
        (r"\d+\s?", "0"),
        (r"(?P<q>['\"]).(?P=q)", "'a'"),
        (r"(a)?(?(1)b|c)", "c"),
        (r"(?i:item)\b", "item"),
        ("(?>ab)++", "ab"),
        (r"[\u0391-\u03a9]", "\u0391"),
        (r"[\u0391\u03a9]", "\u0391"),
        (r"[^\x00-\x7f]", "\u00e9"),
    ],
)
def test_the_plainest_string_comes_first(pattern: str, plainest: str) -> None:
    assert next(specimens(pattern)) == plainest


def test_a_pattern_that_matches_nothing_has_no_string() -> None:
    assert list(specimens("(?!)")) == []


@given(st.text(min_size=1))
@example("a.b*[c]")
def test_a_fixed_string_is_its_own_only_string(text: str) -> None:
    assert list(specimens(re.escape(text))) == [text]


# ---- Sentences -----------------------------------------------------------------------------------------


@EVERY
def test_a_text_is_read_as_its_sentence(name: str) -> None:
    subject = sample(name).subject
    for generated in Generation(subject).drawn(None, range(20)):
        assert generated.text is not None
        text = generated.text.encode("latin-1") if subject.reads_bytes else generated.text
        run = parsed(subject, text)
        assert run.failure is None
        assert tuple(subject.notation.symbol(token.type) for token in run.tokens) == generated.names


@pytest.mark.parametrize(
    ("name", "rule", "first"),
    [
        ("form8k", "strong_item_busy", ("ITEM",)),
        ("form8k", "block_quiet", ("SIGNATURES", "PURSUANT")),
        (
            "submission",
            "part_closed",
            ("COMPANY_DATA", "FILING_VALUES", "BUSINESS_ADDRESS", "MAIL_ADDRESS", "FORMER_COMPANY"),
        ),
        ("python", "funcdef", ('"def"',)),
    ],
)
def test_a_rule_has_sentences_of_its_own(name: str, rule: str, first: tuple[str, ...]) -> None:
    for one in Generation(sample(name).subject).drawn(rule, range(5)):
        assert one.text is not None
        assert one.names[0] in first


@EVERY
def test_a_few_texts_use_every_alternative(name: str) -> None:
    subject = sample(name).subject
    generation = Generation(subject)
    found = list(generation.covering())
    assert len(found) <= 16
    assert set(generation.left) == IMPOSSIBLE.get(name, set())
    count = counter(subject)
    used: set[int] = set()
    for generated in found:
        assert generated.text is not None
        assert generated.new
        counts = count(generated.text.encode("latin-1") if subject.reads_bytes else generated.text)
        used.update(number for number, times in enumerate(counts) if times)
    unused = [str(row) for row in alternatives(subject) if not used.intersection(row.productions)]
    assert unused == list(generation.left)


def test_no_alternative_is_new_twice() -> None:
    found = [text for one in Generation(sample("form8k").subject).covering() for text in one.new]
    assert len(found) == len(set(found)) == len(alternatives(sample("form8k").subject))


def test_an_example_of_the_grammar_goes_before_what_a_pattern_matches() -> None:
    texts = "".join(one.text or "" for one in Generation(sample("form8k").subject).covering())
    assert "Item 5.  Other Events\n" in texts
    assert "By: /s/ Jane Q. Example\n" in texts


# ---- The command ---------------------------------------------------------------------------------------


def test_sentences_are_parted_by_a_rule_and_the_seed_decides_on_them() -> None:
    one = run("generate", *sample("calculator").options, "-n", "3", "--seed", "5")
    assert one.exit_code == 0
    assert one.stdout.count(f"\n{'-' * 72}\n") == 2
    assert run("generate", *sample("calculator").options, "-n", "3", "--seed", "5").stdout == one.stdout
    assert run("generate", *sample("calculator").options, "-n", "3", "--seed", "6").stdout != one.stdout


def test_terminals_are_printed_by_the_names_that_people_know() -> None:
    printed = run("generate", *sample("dangling_else").options, "--terminals", "--seed", "2").stdout
    assert set(printed.split()) <= {'"if"', '"then"', '"else"', '"stop"', '"true"', '"false"'}


def test_what_no_text_uses_is_a_finding() -> None:
    result = run("generate", *sample("unused").options, "--cover")
    assert result.exit_code == 1
    assert "no text was found that uses start: KEYWORD in (WORD | KEYWORD)+" in result.stderr
    assert run("generate", *sample("form8k").options, "--cover").exit_code == 0


def test_what_a_conflict_was_settled_against_is_all_that_no_text_uses(tmp_path: Path) -> None:
    grammar = tmp_path / "signed.lark"
    grammar.write_text('start: [sign] NUMBER\nsign: "+" | "-" |\nNUMBER: /[0-9]+/\n', encoding="utf-8")
    result = run("generate", "--cover", "--grammar", grammar)
    assert result.exit_code == 1
    assert set(result.stdout.splitlines()) == {"+0", "-0", "0", "-" * 72}
    assert result.stderr == "formparse: no text uses sign:\n"


def test_json_has_the_sentences_their_texts_and_what_is_new() -> None:
    found = json.loads(run("generate", *sample("dangling_else").options, "--cover", "--json").stdout)
    assert found["left"] == []
    (one,) = found["sentences"]
    assert one["text"].split() == [name.strip('"') for name in one["sentence"]]
    assert 'statement: "stop"' in one["new"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--rule", "nowhere"], "nowhere is no rule"),
        (["--cover", "--rule", "item"], "exclude each other"),
        (["-n", "0"], "0"),
    ],
)
def test_wrong_usage_is_told(options: list[str], said: str) -> None:
    result = run("generate", *options)
    assert result.exit_code == 2
    assert said in result.stderr


def test_what_is_generated_can_be_parsed(tmp_path: Path) -> None:
    path = tmp_path / "generated.txt"
    path.write_text(run("generate", "--seed", "3").stdout, encoding="utf-8")
    assert run("tokens", path).exit_code == 0


@pytest.mark.parametrize(("ignored", "text"), [(r"/\n/", "a\nb"), (r"/ /", "a b"), (r"/\t/", "ab")])
def test_terminals_are_parted_by_what_the_grammar_ignores(ignored: str, text: str, tmp_path: Path) -> None:
    grammar = tmp_path / "blanks.lark"
    grammar.write_text(f'start: A B\nA: "a"\nB: "b"\nBLANK: {ignored}\n%ignore BLANK\n', encoding="utf-8")
    assert run("generate", "--grammar", grammar).stdout.rstrip("\n") == text
