"""The benchmark beside other libraries: what it counts and what its tables say. No other library is needed for that."""

import re
import sys
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.peers.__main__ import main
from benchmarks.peers.filings import Filings, corpus, real
from benchmarks.peers.measuring import Measured, Named, measure
from benchmarks.peers.readings import Reading, as_it_is, page, page_of_lines
from benchmarks.peers.scoring import Count, score
from benchmarks.peers.table import NOTHING, Results, facts, filings_table, readings_table, tool_table
from benchmarks.peers.tools import ROOT, TOOLS, NotInstalledError, Tool, environment, run
from benchmarks.peers.worker import best_times, named

CORPUS = ROOT / "corpus"
SUBMISSION = CORPUS / "submissions" / "sec-2005-graphic.txt"
NUMBERS = st.sampled_from(["1", "5", "7", "12", "1.01", "2.02", "9.01"])
ITEMS = st.frozensets(NUMBERS)


# ---- Scores ------------------------------------------------------------------------------------------


def test_items_found_count_by_their_numbering() -> None:
    known = [frozenset({"5", "7"}), frozenset({"2.02", "9.01"}), None]
    of = score(known, [frozenset({"5", "2"}), frozenset({"2.02", "9.01"}), frozenset({"8.01"})])
    assert (of.old, of.new, of.found) == (Count(1, 2), Count(2, 2), Count(3, 4))
    assert (of.right, of.whole) == (Count(3, 4), Count(1, 2))
    assert of.merit == 0.75


@given(st.lists(st.tuples(ITEMS, ITEMS)))
def test_a_score_is_of_all_items_and_the_best_is_to_name_just_those(pairs: list[tuple[frozenset[str], ...]]) -> None:
    known, answers = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    of, best = score(known, answers), score(known, known)
    assert of.found.whole == best.found.whole == sum(map(len, known))
    assert of.right.part == of.found.part <= min(of.found.whole, of.right.whole)
    assert 0 <= of.merit <= best.merit
    assert (of.merit == best.merit) == (known == answers or not any(known))


@given(st.lists(ITEMS))
def test_an_exception_finds_nothing_and_names_nothing(known: list[frozenset[str]]) -> None:
    of = score(known, [None] * len(known))
    assert (of.found.part, of.right.whole) == (0, 0)
    assert of == score(known, [frozenset()] * len(known))


def test_a_share_of_nothing_is_nothing() -> None:
    assert Count(0, 0).share == 0


# ---- Filings -----------------------------------------------------------------------------------------


def test_the_corpus_is_read_with_the_items_of_its_goldens() -> None:
    filings = corpus()
    assert len(filings.texts) == len(filings.known) == len(list(CORPUS.glob("*.txt")))
    at = filings.texts.index((CORPUS / "canonical-2005-rule-boxes.txt").read_text(encoding="utf-8"))
    assert filings.known[at] == frozenset({"2.02", "8.01", "9.01"})
    assert filings.size == sum(path.stat().st_size for path in CORPUS.glob("*.txt"))


def test_real_documents_are_those_with_a_label_and_submissions_have_their_header(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "gold" / "part").mkdir(parents=True)
    for name in ("labelled", "another"):
        (tmp_path / "texts" / f"{name}.txt").write_text(f"Form 8-K {name}\n", encoding="utf-8")
    (tmp_path / "texts" / "submission.txt").write_bytes(SUBMISSION.read_bytes())
    (tmp_path / "gold" / "part" / "labelled.json").write_text('{"items": [{"number": "5"}]}', encoding="utf-8")
    documents, submissions = real(tmp_path / "texts", tmp_path / "gold", 10)
    assert (documents.texts, documents.known) == (("Form 8-K labelled\n",), (frozenset({"5"}),))
    (text,) = submissions.texts
    assert text in SUBMISSION.read_text(encoding="utf-8")
    assert "<SEC-HEADER>" not in text
    assert submissions.known[0]
    (documents, _) = real(tmp_path / "texts", None, 10)
    assert documents.known == (None, None)


@pytest.mark.parametrize(("most", "read"), [(10, "0 1 2 3 4"), (5, "0 1 2 3 4"), (3, "0 2 4"), (1, "0")])
def test_of_many_submissions_some_from_all_over_are_read(tmp_path: Path, most: int, read: str) -> None:
    text = SUBMISSION.read_text(encoding="utf-8")
    for index in range(5):
        (tmp_path / f"{index}.txt").write_text(text.replace("<TEXT>", f"<TEXT>\nNumber {index}", 1), encoding="utf-8")
    (submissions,) = real(tmp_path, None, most)
    assert " ".join(of.split()[1] for of in submissions.texts) == read


def test_a_folder_without_filings_is_said_to_be_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)]) == 2
    assert capsys.readouterr().err == f"no filings below {tmp_path}\n"


# ---- Texts as a tool wants them ------------------------------------------------------------------------


@given(st.text(alphabet="Item 5.&<>\n"))
def test_a_page_says_what_the_text_says(text: str) -> None:
    def said(html: str) -> str:
        bare = re.sub("<[^>]*>", "", html)
        return bare.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")

    assert said(page(text)) == text
    assert said(page_of_lines(text)).split("\n") == [line.strip() for line in text.split("\n") if line.strip()] or [""]


# ---- The worker --------------------------------------------------------------------------------------


def _first_word(text: str) -> list[str]:
    return [text.split(maxsplit=1)[0]]


def test_a_worker_says_the_items_or_the_exception() -> None:
    answers = named(Reading(as_it_is, _first_word), ["5 Other Events", ""])
    assert answers == [{"items": ["5"]}, {"exception": "IndexError: list index out of range"}]


def test_a_worker_times_each_text_and_goes_on_after_an_exception() -> None:
    seen: list[str] = []

    def read(text: str) -> list[str]:
        seen.append(text)
        return _first_word(text)

    times = best_times(Reading(str.upper, read), ["a", ""], rounds=3)
    assert seen == ["A", "", "A", "", "A", ""]
    assert [0 <= time < float("inf") for time in times] == [True, True]


def test_formparse_is_measured_in_a_process_of_its_own() -> None:
    text = (CORPUS / "canonical-1998.txt").read_text(encoding="utf-8")
    sets = [Filings(name, "we", (text,), (frozenset({"2", "5", "7"}),)) for name in ("first", "second")]
    result = measure(TOOLS[0], Path(sys.executable), sets, rounds=1)
    assert isinstance(result, Measured)
    assert [of.score.whole for of in result.named] == [Count(1, 1), Count(1, 1)]
    assert len(result.seconds) == 2
    assert 0 < result.seconds[0] < result.start


def test_a_tool_that_cannot_be_imported_is_a_line() -> None:
    result = measure(Tool("telescope", ("telescope",), ""), Path(sys.executable), [corpus()], rounds=1)
    assert result == "ModuleNotFoundError: No module named 'benchmarks.peers.readings.of_telescope'"


# ---- Environments ------------------------------------------------------------------------------------


def test_an_environment_that_is_there_is_used_again(tmp_path: Path) -> None:
    (tmp_path / "formparse").mkdir()
    (tmp_path / "formparse" / "installed").touch()
    assert environment(TOOLS[0], tmp_path) == tmp_path / "formparse" / "bin" / "python"
    assert list((tmp_path / "formparse").iterdir()) == [tmp_path / "formparse" / "installed"]


def test_what_cannot_be_installed_says_why_in_a_line() -> None:
    with pytest.raises(NotInstalledError, match=r"\Ano such release\Z"):
        run(sys.executable, "-c", "raise SystemExit('looking\\nno such release')")


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.name)
def test_a_tool_has_its_readings(tool: Tool) -> None:
    path = ROOT / f"{tool.readings.replace('.', '/')}.py"
    assert f'DISTRIBUTION = "{tool.name}"\nREADINGS = ' in path.read_text(encoding="utf-8")


# ---- Tables ------------------------------------------------------------------------------------------

FILINGS = Filings("texts", "the labels", ("x" * 500, "x" * 1_500), (frozenset({"5", "7"}), frozenset({"2.02"})))
FULL = Named(score(FILINGS.known, FILINGS.known), {})
NONE = Named(score(FILINGS.known, [frozenset(), None]), {"KeyError: 'x'": 1})
READ = Measured("1.2", "`best`", 0.25, (0.01,), {"`best`": (FULL,), "`other`": (NONE,)})
RESULTS: Results = {TOOLS[0]: READ, TOOLS[1]: "no matching distribution"}


def test_facts_hold_on_any_machine() -> None:
    assert facts(FILINGS) == "2 texts, 2,000 bytes; the labels say that 2 of them have 3 items."
    assert facts(attrs.evolve(FILINGS, known=(None, None))) == "2 texts, 2,000 bytes."


def test_a_set_of_filings_has_a_row_for_each_tool() -> None:
    head, *rows = filings_table(0, FILINGS, RESULTS)
    assert [len(row) for row in rows] == [len(head)] * 2
    assert rows[0] == ("formparse 1.2", "5.00", "0.2", "2 of 2", "1 of 1", "3 of 3", "2 of 2", "none")
    assert rows[1] == ("edgartools", *[NOTHING] * 7)


def test_a_tool_that_did_nothing_says_why() -> None:
    _, *rows = tool_table(RESULTS)
    assert rows[0] == ("formparse 1.2", "250", TOOLS[0].besides)
    assert rows[1] == ("edgartools", "no matching distribution", TOOLS[1].besides)


def test_every_reading_that_was_tried_is_shown() -> None:
    _, *rows = readings_table([FILINGS], RESULTS)
    assert rows == [
        ("formparse: `best`", "texts", "2 of 2", "1 of 1", "3 of 3", "2 of 2", "none"),
        ("formparse: `other`", "texts", "0 of 2", "0 of 1", NOTHING, "0 of 2", "1 × KeyError: 'x'"),
    ]
