"""``formparse grammar diff``: what a change of a grammar does to texts is told, and nothing else."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from formparse import parse
from formparse.debug.effects import fields_otherwise, groups, read_otherwise
from formparse.debug.revision import RevisionError, reports_by
from formparse.debug.subject import load
from formparse.grammar import grammar_folder
from tests.debug.foreign import TOYS
from tests.debug.subjects import CORPUS, NAMES, run, run_afresh, sample

EVERY = pytest.mark.parametrize("name", NAMES)
WORDS = 'start: item+\nitem: WORD | NUMBER\nWORD: /[a-z]+/\nNUMBER: /[0-9]+/\n%ignore " "\n'


def _grammar(folder: Path, name: str, text: str) -> Path:
    path = folder / f"{name}.lark"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A copy of our grammars."""
    return Path(shutil.copytree(grammar_folder(), tmp_path / "grammars"))


def _replaced(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


# ---- Effects -------------------------------------------------------------------------------------------


@EVERY
def test_a_grammar_has_no_effect_beside_itself(name: str) -> None:
    subject = sample(name).subject
    for text in sample(name).texts:
        data = text if isinstance(text, bytes) else text.encode()
        assert list(read_otherwise(subject, subject, name, data)) == []


def _effects(folder: Path, before: str, after: str, text: str) -> set[tuple[str, str]]:
    one, other = load(_grammar(folder, "before", before)), load(_grammar(folder, "after", after))
    return {(group.kind, group.what) for group in groups(read_otherwise(one, other, "text", text.encode()))}


def test_another_terminal_is_told(tmp_path: Path) -> None:
    other = WORDS.replace("WORD | NUMBER", "WORD | NUMBER | NAME") + "NAME.2: /x[a-z]+/\n"
    assert _effects(tmp_path, WORDS, other, "ab xy 12") == {("tokens", "WORD -> NAME")}


def test_a_text_cut_elsewhere_is_told(tmp_path: Path) -> None:
    other = WORDS.replace("/[0-9]+/", "/[0-9]/")
    assert _effects(tmp_path, WORDS, other, "ab 12") == {
        ("tokens", "NUMBER -> nothing"),
        ("tokens", "nothing -> NUMBER"),
        ("tree", "item ends elsewhere"),
        ("tree", "item gained"),
    }


def test_another_tree_over_the_same_tokens_is_told(tmp_path: Path) -> None:
    other = WORDS.replace("item: WORD", "item: WORD -> word")
    assert _effects(tmp_path, WORDS, other, "ab 12") == {("tree", "item lost"), ("tree", "word gained")}


@pytest.mark.parametrize(
    ("before", "after", "text", "told"),
    [
        ('pair: "a" "=" "b"', '!pair: "a" "=" "b"', "a=b", {'leaf "a" gained', 'leaf "=" gained', 'leaf "b" gained'}),
        ('pair: "a" [B]\nB: "b"', 'pair: "a" B?\nB: "b"', "a", {"leaf None lost"}),
        ('pair: x\nx: y\ny: "a"', 'pair: y\ny: x\nx: "a"', "a", {"x nested otherwise"}),
        ("pair: (A _NL)*\nA: /a/\n_NL: /;/", "!pair: (A _NL)*\nA: /a/\n_NL: /;/", "a;a;", {"leaf _NL gained"}),
        # The same nodes and leaves at the same places: only who has how many of them differs.
        ("pair: p q\np: e e\nq: e\ne:", "pair: p q\np: e\nq: e e\ne:", "", {"e nested otherwise"}),
    ],
)
def test_trees_that_differ_in_leaves_or_nesting_alone_are_told(
    before: str, after: str, text: str, told: set[str], tmp_path: Path
) -> None:
    assert _effects(tmp_path, f"start: pair\n{before}\n", f"start: pair\n{after}\n", text) == {
        ("tree", what) for what in told
    }


def test_a_leaf_of_another_terminal_is_told_as_a_token_alone(tmp_path: Path) -> None:
    other = WORDS.replace("NUMBER", "DIGITS")
    assert _effects(tmp_path, WORDS, other, "ab 12") == {("tokens", "NUMBER -> DIGITS")}


def test_other_leaves_alone_are_a_finding(tmp_path: Path) -> None:
    before = _grammar(tmp_path, "before", 'start: "a"\n')
    after = _grammar(tmp_path, "after", '!start: "a"\n')
    (tmp_path / "text.txt").write_text("a", encoding="utf-8")
    result = run_afresh("diff", before, after, tmp_path / "text.txt")
    assert result.exit_code == 1
    assert result.stdout.endswith("1 file: 1 with other tree\n")


def test_what_is_refused_or_accepted_is_told(tmp_path: Path) -> None:
    other = WORDS.replace("WORD | NUMBER\n", "WORD\n") + "other: NUMBER\n"
    assert ("reading", "refused now") in _effects(tmp_path, WORDS, other, "ab 12")
    assert ("reading", "accepted now") in _effects(tmp_path, other, WORDS, "ab 12")


def test_the_same_effects_are_one_group_with_its_first_example(tmp_path: Path) -> None:
    other = load(_grammar(tmp_path, "after", WORDS.replace("item: WORD", "item: WORD -> word")))
    before = load(_grammar(tmp_path, "before", WORDS))
    found = [
        effect for name in "ab" for effect in read_otherwise(before, other, name, b"x y\n\nz".replace(b"\n", b" "))
    ]
    lost, gained = groups(found)
    assert (lost.what, lost.count, lost.files) == ("item lost", 6, ("a", "b"))
    assert (gained.what, gained.first.file, gained.first.line) == ("word gained", "a", 1)


def test_fields_are_grouped_without_the_places_in_their_lists() -> None:
    text = (CORPUS / "canonical-1998.txt").read_text(encoding="utf-8")
    found = list(fields_otherwise(parse(text), parse(text.replace("Other Events", "Other  Matters")), "filing"))
    assert [effect.what for effect in found] == ["/items/*/title changed"]
    assert found[0].example == "/items/1/title: 'Other Events' -> 'Other Matters'"


# ---- Our own grammars ----------------------------------------------------------------------------------


def test_a_heading_that_is_known_no_more_changes_tokens_tree_and_fields(own: Path) -> None:
    _replaced(own / "items.lark", "other\\s+(?:events?|", "other\\s+(?:")
    filing = CORPUS / "title-on-next-line.txt"
    result = run_afresh("diff", own / "form8k.lark", "form8k", filing)
    assert result.exit_code == 1
    assert "in    1  /items/*/title added" in result.stdout
    assert f"{filing}  /items/1/title: nothing -> 'Other Events'" in result.stdout
    assert result.stdout.endswith("1 file: 1 with other fields\n")


def test_json_has_the_groups(own: Path) -> None:
    _replaced(own / "items.lark", "other\\s+(?:events?|", "other\\s+(?:")
    found = json.loads(
        run_afresh("diff", "--json", own / "form8k.lark", "form8k", CORPUS / "canonical-1998.txt").stdout
    )
    assert found["files"] == 1
    assert found["changed"] == {"reading": 0, "tokens": 1, "tree": 0, "fields": 0}
    (group,) = found["groups"]
    assert (group["kind"], group["what"], group["count"]) == ("tokens", "WEAK_ITEM -> ITEM", 1)
    assert group["example"]["text"] == "Item 5.  Other Events.\n"


def test_without_a_change_all_is_read_as_before() -> None:
    result = run_afresh("diff", "form8k", "form8k", CORPUS / "canonical-1998.txt", CORPUS / "tabs.txt")
    assert result.exit_code == 0
    assert result.stdout == "2 files: all are read as before\n"


def test_grammars_that_lack_what_is_asked_of_them_give_no_reports(own: Path) -> None:
    filing = CORPUS / "canonical-1998.txt"
    _replaced(own / "exhibits.lark", "ROW_NUMBER:", "ROW_NUMERAL:")
    with pytest.raises(RevisionError, match="ROW_NUMBER"):
        reports_by(own, [filing])
    (report,) = reports_by(grammar_folder(), [filing])
    assert report == parse(filing.read_text(encoding="utf-8"))
    assert reports_by(own, []) == []
    result = run_afresh("diff", own / "form8k.lark", "form8k", filing)
    assert "the fields cannot be compared: KeyError: 'ROW_NUMBER'" in result.stderr


def test_a_revision_of_a_checkout_is_compared_with_what_is_there_now(
    own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORMPARSE_GRAMMARS", str(own))
    _git(own, "init", "-q")
    _git(own, "add", ".")
    _git(own, "commit", "-qm", "As they were")
    _replaced(own / "lines.lark", "RULE.80: INDENT /[-_=", "RULE.80: INDENT /[_=")
    documents = run_afresh("diff", "--git", "HEAD", CORPUS / "canonical-1998.txt")
    assert documents.exit_code == 1
    assert "RULE -> TEXT" in documents.stdout
    submissions = run_afresh("diff", "--git", "HEAD", "--grammar", "submission", CORPUS / "submissions" / "crlf.txt")
    assert submissions.exit_code == 0


def _git(folder: Path, *arguments: str) -> None:
    names = {"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org"}
    names |= {name.replace("AUTHOR", "COMMITTER"): value for name, value in names.items()}
    subprocess.run(["git", "-C", folder, *arguments], env={**os.environ, **names}, check=True)  # noqa: S607


# ---- Usage ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["calculator", "pep508"])
def test_any_grammar_is_compared(name: str, tmp_path: Path) -> None:
    path = sample(name).file(tmp_path)
    result = run("diff", sample(name).grammar, sample(name).grammar, path)
    assert result.exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["form8k"], 2, "give two grammars and a path, or --git."),
        (["--git", "no-such-revision", "corpus"], 2, "--git no-such-revision: fatal: "),
        (["--git", "HEAD", "--grammar", str(TOYS / "calculator.lark"), "corpus"], 2, "formparse's own grammars"),
        (["gone.lark", "form8k", "corpus"], 3, "gone.lark: No such file"),
        (["form8k", "form8k", "gone.txt"], 3, "gone.txt: No such file"),
    ],
)
def test_what_is_wrong_is_told(arguments: list[str], status: int, said: str) -> None:
    result = run("diff", *arguments)
    assert result.exit_code == status
    assert said in result.stderr
