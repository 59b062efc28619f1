"""``formparse grammar coverage``: counts are those of the parse, and what is not used is told."""

import json
import re
from collections import Counter
from functools import partial
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from formparse.debug.accepted import Accepted
from formparse.debug.counting import counter
from formparse.debug.coverage import measure, rows
from formparse.debug.coverage_page import page
from formparse.debug.sentences import Sentences
from formparse.debug.settled import reduced, settled
from formparse.debug.steps import Run
from formparse.debug.subject import load
from formparse.debug.uses import Coverage, Use, read_exempt
from tests.debug.subjects import CORPUS, NAMES, SUM, run, sample
from tests.lines import texts

EVERY = pytest.mark.parametrize("name", NAMES)
CALCULATOR = sample("calculator").subject


def _reduced(name: str, text: str | bytes) -> list[int]:
    """How often the parser reduces each production, one step after another."""
    subject = sample(name).subject
    counted = Counter(step.production.number for step in Run(subject, text).steps() if step.production is not None)
    return [counted[production.number] for production in subject.productions]


def _uses(coverage: Coverage) -> dict[str, int]:
    return {str(use): use.count for use in (*coverage.alternatives, *coverage.terminals)}


# ---- Counts ------------------------------------------------------------------------------------------


@EVERY
def test_what_is_counted_is_what_the_parser_reduces(name: str) -> None:
    count = counter(sample(name).subject)
    for text in sample(name).texts:
        assert count(text) == _reduced(name, text)


@given(texts)
@example("")
def test_any_text_is_counted_as_it_is_parsed(text: str) -> None:
    assert counter(sample("form8k").subject)(text) == _reduced("form8k", text)


@given(st.binary())
def test_any_bytes_are_counted_as_they_are_parsed(data: bytes) -> None:
    assert counter(sample("submission").subject)(data) == _reduced("submission", data)


@pytest.mark.parametrize("name", ["calculator", "lark", "pep508", "not_total"])
def test_a_text_that_is_refused_leaves_nothing_behind(name: str) -> None:
    count = counter(sample(name).subject)
    text = sample(name).texts[0]
    before = count(text)
    with pytest.raises(Exception, match=r".+"):
        count("= A\n= B\n= C\n" if name == "not_total" else ")")
    assert count(text) == before


@EVERY
def test_a_terminal_is_used_as_often_as_it_is_shifted(name: str) -> None:
    subject = sample(name).subject
    symbol = subject.notation.symbol
    shifted: Counter[str] = Counter()
    for text in sample(name).texts:
        shifted.update(symbol(step.token.type) for step in Run(subject, text).steps() if step.action == "shift")
    terminals = {use.text: use.count for use in measure(subject, sample(name).texts).terminals if use.count}
    assert terminals == shifted


@EVERY
def test_every_alternative_is_there_once_and_where_it_is_written(name: str) -> None:
    subject = sample(name).subject
    coverage = measure(subject, sample(name).texts)
    numbers = [number for use in coverage.alternatives for number in use.productions]
    assert len(numbers) == len(set(numbers))
    shown = {production.number for production in subject.productions if not production.hidden}
    assert shown <= set(numbers)
    for use in coverage.alternatives:
        assert use.place is not None
        assert not re.search(r"__\w+_\d", str(use))
        line = Path(use.place.path).read_text(encoding="utf-8").split("\n")[use.place.line - 1]
        assert line[use.place.column - 1 :].strip() or use.text == ""


@EVERY
def test_more_files_use_no_less(name: str) -> None:
    texts = sample(name).texts
    less, more = (measure(sample(name).subject, some) for some in (texts[:1], texts))
    assert all(before.count <= after.count for before, after in zip(less.alternatives, more.alternatives, strict=True))
    assert all(use.files <= more.files and bool(use.files) == bool(use.count) for use in more.alternatives)


# ---- What is not used --------------------------------------------------------------------------------


def test_the_alternatives_of_a_small_grammar_are_told_apart() -> None:
    uses = _uses(measure(CALCULATOR, [SUM]))
    assert uses['sum: sum "+" product'] == 1
    assert uses['sum: sum "-" product'] == 1
    assert uses['atom: "round" "(" sum ")"'] == 1
    assert uses['atom: "round" "(" sum "," NUMBER ")"'] == 0
    assert uses['atom: "-" atom'] == 0
    assert uses["FLAG"] > 0
    assert uses["BIT"] == 0


def test_what_a_repetition_repeats_is_an_alternative(tmp_path: Path) -> None:
    grammar = tmp_path / "choice.lark"
    grammar.write_text('start: ("a" | "b" | "c" "d")+\n', encoding="utf-8")
    text = tmp_path / "text.txt"
    text.write_text("aab", encoding="utf-8")
    found = json.loads(run("coverage", "--json", "--grammar", grammar, text).stdout)
    uses = {row["alternative"]: row["uses"] for row in found["alternatives"]}
    assert uses == {
        '("a" | "b" | "c" "d")+': 1,
        '"a" in ("a" | "b" | "c" "d")+': 2,
        '"b" in ("a" | "b" | "c" "d")+': 1,
        '"c" "d" in ("a" | "b" | "c" "d")+': 0,
    }
    (unused,) = [row for row in found["alternatives"] if not row["uses"]]
    assert unused["sentence"] == ['"c"', '"d"']


def test_beside_what_is_not_used_stands_a_sentence_that_uses_it() -> None:
    subject = sample("form8k").subject
    coverage = measure(subject, [])
    assert coverage.files == 0
    assert coverage.percent == 0
    for use in coverage.alternatives:
        assert use.count == 0
        assert use.sentence is not None


def test_what_a_conflict_lost_has_no_sentence() -> None:
    result = run("coverage", "--unused", *sample("python").options, __file__)
    (row,) = [row for row in result.stdout.splitlines() if 'arguments_pattern "," ")"' in row]
    assert row.endswith("(no sentence can use it)")


@pytest.mark.parametrize(
    ("grammar", "denied"),
    [
        ('start: [sign] NUMBER\nsign: "+" | "-" |\nNUMBER: /[0-9]+/\n', ["sign:"]),
        ('start: [args] ";"\nargs: "x"*\n', ["args:"]),
        ('start: "if" start | "if" start "else" start | "stop"\n', []),
        ('start: "a" start "a" | "a"\n', ['start: "a" start "a"']),
    ],
)
def test_only_what_no_text_uses_is_denied(grammar: str, denied: list[str], tmp_path: Path) -> None:
    path = tmp_path / "settled.lark"
    path.write_text(grammar, encoding="utf-8")
    subject = load(path)
    coverage = measure(subject, [])
    assert [str(use) for use in coverage.alternatives if use.lost] == denied
    assert all((use.sentence is None) is use.lost for use in coverage.alternatives)


@EVERY
def test_the_table_reads_the_sentence_of_a_production_by_that_production(name: str) -> None:
    subject = sample(name).subject
    made = settled(subject)
    for production in subject.productions:
        sentence = made.through(production)
        assert (sentence is None) is (production.number in made.lost)
        assert sentence is None or production.number in (reduced(subject, sentence) or ())


@EVERY
def test_the_search_in_the_table_finds_no_sentence_shorter_than_the_rules_allow(name: str) -> None:
    subject = sample(name).subject
    every = Sentences(subject.start, subject.productions)
    for number, sentence in Accepted(subject).sentences.items():
        assert number in (reduced(subject, sentence) or ())
        assert len(sentence) >= len(every.through(subject.productions[number]) or ())


def test_a_search_that_is_given_up_denies_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "signed.lark"
    path.write_text('start: [sign] NUMBER\nsign: "+" |\nNUMBER: /[0-9]+/\n', encoding="utf-8")
    monkeypatch.setattr("formparse.debug.settled.Accepted", partial(Accepted, most=1))
    coverage = measure(load(path), [])
    (row,) = [row for row in rows(coverage, unused=True) if "sign:" in row and '"+"' not in row]
    assert row.endswith("(no sentence was found that uses it)")


def test_a_grammar_that_is_used_whole_is_covered(tmp_path: Path) -> None:
    grammar = tmp_path / "two.lark"
    grammar.write_text('start: "a" | "b"\n', encoding="utf-8")
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(name, encoding="utf-8")
    result = run("coverage", "--min", "100", "--grammar", grammar, tmp_path)
    assert result.exit_code == 0
    assert result.stdout.endswith("2 files: 2 of 2 alternatives, 2 of 2 terminals: 100.0 %\n")


def test_a_long_sentence_is_cut_in_the_table_and_whole_as_json(tmp_path: Path) -> None:
    grammar = tmp_path / "chain.lark"
    rules = "".join(f'r{number}: "a{number}" r{number + 1} "b{number}"\n' for number in range(60))
    grammar.write_text(f'start: r0\n{rules}r60: "x" | "y"\n', encoding="utf-8")
    text = tmp_path / "empty.txt"
    text.write_text("", encoding="utf-8")
    shown = run("coverage", "--grammar", grammar, text).stdout
    assert max(map(len, shown.splitlines())) < 200
    found = json.loads(run("coverage", "--json", "--grammar", grammar, text).stdout)
    assert {len(row["sentence"]) for row in found["alternatives"]} == {121}


# ---- The gate ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("grammar", "folder", "exempt"),
    [("form8k", CORPUS, ["--exempt", str(CORPUS / "exempt")]), ("submission", CORPUS / "submissions", [])],
)
def test_our_corpus_uses_our_grammars_whole(grammar: str, folder: Path, exempt: list[str]) -> None:
    result = run("coverage", "--unused", "--min", "100", "--grammar", grammar, *exempt, folder)
    assert result.exit_code == 0, result.stdout + result.stderr


def _calculated(tmp_path: Path, *options: str, exempt: str | None = None) -> tuple[int, str]:
    """The exit status and the complaints about the coverage of the calculator by one sum."""
    path = tmp_path / "sum.txt"
    path.write_text(SUM, encoding="utf-8")
    more: list[str] = []
    if exempt is not None:
        (tmp_path / "exempt").write_text(exempt, encoding="utf-8")
        more = ["--exempt", str(tmp_path / "exempt")]
    result = run("coverage", *sample("calculator").options, *options, *more, path)
    return result.exit_code, result.stderr


def test_less_than_is_asked_for_fails(tmp_path: Path) -> None:
    assert _calculated(tmp_path) == (0, "")
    assert _calculated(tmp_path, "--min", "50") == (0, "")
    status, said = _calculated(tmp_path, "--min", "99.5")
    assert status == 1
    assert re.search(r"[0-9.]+ % is less than 99.5 %: [0-9]+ not used", said)


def test_an_exception_needs_no_use(tmp_path: Path) -> None:
    unused = [str(use) for use in measure(CALCULATOR, [SUM]).missing]
    every = "".join(f"{name}  # no sum has it\n" for name in unused)
    assert _calculated(tmp_path, "--min", "100", exempt=f"# What is left out.\n\n{every}") == (0, "")


def test_an_exception_that_is_used_fails_the_gate(tmp_path: Path) -> None:
    status, said = _calculated(tmp_path, "--min", "0", exempt='sum: sum "+" *  # once it was not\n')
    assert status == 1
    assert 'exempt \'sum: sum "+" *\' (line 1): sum: sum "+" product is used' in said


def test_an_exception_for_nothing_fails_the_gate(tmp_path: Path) -> None:
    status, said = _calculated(tmp_path, "--min", "0", exempt="\nproduct: never  # gone\n")
    assert status == 1
    assert "exempt 'product: never' (line 2): the grammar has no such" in said


def test_an_exception_without_a_reason_is_wrong_usage(tmp_path: Path) -> None:
    status, said = _calculated(tmp_path, exempt="BIT\n")
    assert status == 2
    assert "line 1: no reason behind 'BIT'" in said


patterns = st.text(st.sampled_from("ab?[](*"), min_size=1)


@given(st.lists(st.tuples(patterns, st.text(st.sampled_from("xy#"), min_size=1).filter(lambda r: r[0] != "#"))))
def test_exceptions_are_read_as_they_are_written(written: list[tuple[str, str]]) -> None:
    text = "\n# A note.\n".join(f"{pattern}  # {reason}" for pattern, reason in written)
    assert [(one.pattern, one.reason) for one in read_exempt(text)] == written


@given(patterns)
def test_an_exception_covers_what_it_spells(pattern: str) -> None:
    (one,) = read_exempt(f"{pattern}  # because")
    assert one.covers(_terminal(pattern))
    assert "*" in pattern or not one.covers(_terminal(f"{pattern}b"))
    assert not one.covers(_terminal("")) or not pattern.strip("*")


def _terminal(name: str) -> Use:
    return Use(None, name, None, (), 0, 0, None)


# ---- Files -------------------------------------------------------------------------------------------


def test_a_text_that_the_grammar_refuses_is_a_finding_and_the_rest_is_counted(tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_text("1 +\n\n;", encoding="utf-8")
    (tmp_path / "good.txt").write_text("1", encoding="utf-8")
    result = run("coverage", "--json", *sample("calculator").options, tmp_path)
    assert result.exit_code == 1
    assert "bad.txt:3:1: " in result.stderr
    assert json.loads(result.stdout)["files"] == 1


def test_a_file_that_is_not_there_is_told_and_the_rest_is_counted(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("1", encoding="utf-8")
    gone = tmp_path / "gone.txt"
    result = run("coverage", *sample("calculator").options, gone, tmp_path / "good.txt")
    assert result.exit_code == 3
    assert f"{gone}: No such file or directory" in result.stderr
    assert "1 file: " in result.stdout


def test_a_folder_without_such_files_is_told(tmp_path: Path) -> None:
    result = run("coverage", "--glob", "*.calc", tmp_path)
    assert result.exit_code == 3
    assert "no file in this folder matches *.calc" in result.stderr


# ---- The page ----------------------------------------------------------------------------------------


class _Text(HTMLParser):
    """The text of a page, and the attributes that would fetch something."""

    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []
        self.fetched: list[str] = []

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.fetched += [name for name, _ in attrs if name in ("src", "href")]
        self.fetched += [tag] if tag in ("script", "link", "iframe") else []


@EVERY
def test_the_page_shows_the_grammar_whole_and_fetches_nothing(name: str) -> None:
    subject = sample(name).subject
    reader = _Text()
    reader.feed(page(subject, measure(subject, sample(name).texts)))
    assert reader.fetched == []
    shown = "".join(reader.text)
    for line in subject.path.read_text(encoding="utf-8").splitlines():
        assert line in shown


def test_the_page_marks_what_is_used_and_what_is_not() -> None:
    written = page(CALCULATOR, measure(CALCULATOR, [SUM]))
    assert '<span class="u1" title="1 uses">&quot;+&quot;</span>' in written
    assert '<span class="u0" title="0 uses">BIT</span>' in written
    assert "<code>atom: &quot;-&quot; atom</code> shortest sentence: <code>&quot;-&quot; NUMBER</code>" in written


def test_the_page_shows_exceptions_with_their_reasons(tmp_path: Path) -> None:
    coverage = measure(CALCULATOR, [SUM], read_exempt("BIT  # too <long>\n"))
    assert 'title="exempt: too &lt;long&gt;">BIT</span>' in page(CALCULATOR, coverage)
    target = tmp_path / "no" / "page.html"
    result = run("coverage", *sample("calculator").options, "--html", target, __file__)
    assert result.exit_code == 3
    assert f"{target}: No such file or directory" in result.stderr
