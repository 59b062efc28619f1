"""``formparse diff``: what is printed for people and as JSON, with which exit status; its page."""

import json
import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from formparse import (
    Attachment,
    Cover,
    Exhibit,
    ExhibitIndex,
    Item,
    Provision,
    RegisteredSecurity,
    Registrant,
    Report,
    Signature,
    SignatureBlock,
    diff,
    parse,
    to_dict,
)
from formparse.cli import main
from formparse.diagnostic_pages import PROPER
from formparse.show_difference import difference_text
from tests.lines import CORPUS
from tests.test_terminal import _on_terminal

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs/diff.md").read_text(encoding="utf-8")
OLD, NEW = "departure-2006", "departure-2006-amended"
LATER = PROPER.replace("older mill", "new mill")
REWRAPPED = PROPER.replace("closed its older", "closed its\nolder")


def _run(*arguments: str | Path, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["diff", *map(str, arguments)], input=stdin, env={"COLUMNS": "80"})


@pytest.fixture
def filings(tmp_path: Path) -> Path:
    """A folder with a report, the same with a word changed, and the same wrapped otherwise."""
    for name, text in (("old", PROPER), ("later", LATER), ("rewrapped", REWRAPPED)):
        (tmp_path / f"{name}.txt").write_text(text)
    return tmp_path


# ---- The page ----------------------------------------------------------------------------------------


@pytest.fixture
def in_the_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


@pytest.mark.usefixtures("in_the_checkout")
def test_the_command_of_the_page_prints_what_is_shown() -> None:
    (shown,) = re.findall(r"^```console\n\$ formparse diff ((?:(?!```).*\n)*)```$", PAGE, re.MULTILINE)
    arguments, _, printed = shown.partition("\n")
    assert _run(*arguments.split()).output == printed


@pytest.mark.usefixtures("in_the_checkout")
def test_the_record_of_the_page_is_printed_with_all_changes() -> None:
    (shown,) = re.findall(r"^```json\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    printed = json.loads(_run("--json", f"corpus/{OLD}.txt", f"corpus/{NEW}.txt").stdout)
    assert {**printed, "changes": printed["changes"][:1]} == json.loads(shown)
    assert list(printed) == list(json.loads(shown))


# ---- JSON --------------------------------------------------------------------------------------------


def test_a_record_is_both_sources_and_then_the_difference(filings: Path) -> None:
    result = _run("--json", filings / "old.txt", filings / "later.txt")
    (line,) = result.stdout.splitlines()
    expected = {"old_source": "old.txt", "new_source": "later.txt", **to_dict(diff(parse(PROPER), parse(LATER)))}
    assert json.loads(line) == expected
    assert (result.exit_code, result.stderr) == (1, "")


def test_standard_input_is_either_side(filings: Path) -> None:
    there, back = (
        json.loads(_run("--json", *paths, stdin=LATER.encode()).stdout)
        for paths in ((filings / "old.txt", "-"), ("-", filings / "old.txt"))
    )
    assert (there["new_source"], back["old_source"]) == ("-", "-")
    assert there["changes"][0]["new"] == back["changes"][0]["old"]


# ---- Exit status -------------------------------------------------------------------------------------


@pytest.mark.parametrize("output", [[], ["--json"]], ids=["person", "json"])
@pytest.mark.parametrize(
    ("names", "status"),
    [
        (["old.txt", "old.txt"], 0),
        (["old.txt", "rewrapped.txt"], 0),
        (["old.txt", "later.txt"], 1),
        (["old.txt", "missing.txt"], 3),
        (["missing.txt", "old.txt"], 3),
        (["old.txt", ""], 3),
    ],
)
def test_the_status_says_whether_they_differ(filings: Path, output: list[str], names: list[str], status: int) -> None:
    result = _run(*output, *(filings / name for name in names))
    assert result.exit_code == status
    assert bool(result.stderr) == (status == 3)
    assert bool(result.stdout) == (status != 3)


def test_each_filing_that_cannot_be_read_is_one_clear_line(tmp_path: Path) -> None:
    result = _run(tmp_path / "one.txt", tmp_path / "other\x1b.txt")
    assert result.stderr == (
        f"formparse: {tmp_path}/one.txt: No such file or directory\n"
        f"formparse: {tmp_path}/other␛.txt: No such file or directory\n"
    )
    assert _run(tmp_path, tmp_path).stderr.splitlines() == [f"formparse: {tmp_path}: Is a directory"] * 2


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["a.txt"], "Missing argument 'B'"),
        (["a.txt", "b.txt", "c.txt"], "unexpected extra argument"),
        (["-", "-"], "can be read once"),
        (["--context", "-1", "a.txt", "b.txt"], "-1 is not in the range x>=0"),
        (["--context", "few", "a.txt", "b.txt"], "'few' is not a valid integer"),
    ],
)
def test_wrong_usage_is_told_and_is_status_2(arguments: list[str], complaint: str) -> None:
    result = _run(*arguments)
    assert complaint in result.stderr
    assert (result.exit_code, result.stdout) == (2, "")


def test_the_help_has_the_table_of_statuses() -> None:
    printed = _run("--help").stdout
    table = printed[printed.index("Exit status:") :].splitlines()[1:]
    assert [line.split()[0] for line in table] == ["0", "1", "2", "3", "130"]


# ---- For people --------------------------------------------------------------------------------------


def _printed(old: Report, new: Report, context: int = 8) -> Sequence[str]:
    """What stands between the rule with the sources and the tally, and the tally."""
    return difference_text(diff(old, new), (old, new), ("a.txt", "b.txt"), context).split("\n")[1:]


def test_what_does_not_differ_is_said_in_a_word(filings: Path) -> None:
    same, rewrapped = (_run(filings / "old.txt", filings / name).stdout for name in ("old.txt", "rewrapped.txt"))
    assert same.splitlines()[1:] == ["no difference"]
    assert rewrapped.splitlines()[1:] == ["Item 8.01, text: only white space differs", "no difference but white space"]


@pytest.mark.parametrize(
    ("context", "shown"),
    [
        (0, "… [-c-]{+x+} … [-i-]{+y+} …"),
        (1, "… b [-c-]{+x+} d … h [-i-]{+y+} j …"),
        (2, "a b [-c-]{+x+} d e … g h [-i-]{+y+} j k …"),
        (3, "a b [-c-]{+x+} d e f g h [-i-]{+y+} j k l"),
    ],
)
def test_unchanged_words_are_shown_around_changed_ones(context: int, shown: str) -> None:
    old, new = (
        Report(items=(Item("5", text=text),)) for text in ("a b c d e f g h i j k l", "a b x d e f g h y j k l")
    )
    assert _printed(old, new, context) == ["Items", f"  Item 5, text  line 1  {shown}", "", "1 changed"]


def test_of_many_changed_words_the_first_and_the_last_are_shown() -> None:
    numbers = [f"w{number}" for number in range(130)]
    old, new = (Report(items=(Item("5", text=text),)) for text in ("said", " ".join(["said", *numbers])))
    printed = " ".join(" ".join(_printed(old, new)).split())
    assert f"{{+{' '.join(numbers[:60])} … 10 words … {' '.join(numbers[-60:])}+}}" in printed
    assert "w59 … 10 words … w70" in printed


def test_elements_are_shown_under_their_names() -> None:
    old = Report(
        Cover(provisions=(Provision("425", checked=False),), securities=(RegisteredSecurity("Common stock"),)),
        (Item("5", "Other Events", 3, "a\nb", (Exhibit("99", "Plan"),)), Item("7", "Exhibits", 9)),
        exhibit_index=ExhibitIndex(20, (Exhibit("99", "Plan"),)),
    )
    new = Report(
        Cover(registrants=(Registrant(jurisdiction="Ohio"),), emerging_growth_company=True),
        (Item("7", "Exhibits", 4), Item("5", "Other Events", 12, "a\nb", (Exhibit("99", "Plan"),))),
        SignatureBlock(30, (Signature("ACORN CORP.", "Ada Oak", "Ada Oak", "Secretary"),)),
        attachments=(Attachment("99", 40, "words"), Attachment(None, 50)),
    )
    assert _printed(old, new) == [
        "Cover",
        "  registrant  added  {+Ohio+}",
        "  Rule 425  removed  [-no-]",
        "  Common stock  removed",
        "  emerging growth company  added  {+yes+}",
        "",
        "Items",
        "  Item 7  moved  line 9 → 4  [-place 2-]{+place 1+}",
        "  Item 5  moved  line 3 → 12  [-place 1-]{+place 2+}",
        "",
        "Signatures",
        "  signature block  added  line 30  {+ACORN CORP.; Ada Oak; Secretary+}",
        "",
        "Exhibit index",
        "  exhibit index  removed  line 20  [-99; Plan-]",
        "",
        "Attachments",
        "  attachment 99  added  line 40  {+words+}",
        "  attachment  added  line 50",
        "",
        "5 added, 3 removed, 2 moved",
    ]


def test_an_item_that_is_removed_is_shown_without_its_list_of_exhibits() -> None:
    item = Item("7", "Exhibits", 9, "99  Plan", (Exhibit("99", "Plan"),))
    assert _printed(Report(items=(item,)), Report())[1] == "  Item 7  removed  line 9  [-Exhibits; 99 Plan-]"


def test_nothing_a_terminal_obeys_reaches_it(tmp_path: Path) -> None:
    hostile = PROPER.replace("TIMBER", "\x1b[31m[red]\x07\x9b2J").replace("older", "\x1b[2J").replace("Ada", "A\x1b")
    for name, text in (("a\x1b.txt", PROPER), ("b.txt", hostile)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    for option in ([], ["--json"]):
        result = _run(*option, tmp_path / "a\x1b.txt", tmp_path / "b.txt")
        assert "[red]" in result.stdout
        assert not set("\x1b\x07\x9b") & set(result.stdout + result.stderr)


def test_a_terminal_has_colour_in_place_of_marks_unless_no_color_is_set(filings: Path) -> None:
    command = ["diff", str(filings / "old.txt"), str(filings / "later.txt")]
    coloured, plain = _on_terminal(command, {}), _on_terminal(command, {"NO_COLOR": "1"})
    assert "\x1b[9;31molder\x1b[0m \x1b[32mnew\x1b[0m" in coloured
    assert "[-" not in coloured
    assert "[-older-]{+new+}" in plain
    assert "\x1b" not in plain


def test_the_pair_of_the_corpus_differs_the_same_way_as_submissions_do(tmp_path: Path) -> None:
    for name in (OLD, NEW):
        document = f"<DOCUMENT>\n<TYPE>8-K\n<SEQUENCE>1\n<TEXT>\n{CORPUS[name]}</TEXT>\n</DOCUMENT>\n"
        (tmp_path / f"{name}.txt").write_text(f"<SEC-DOCUMENT>0000000000-06-000001.txt : 20060615\n{document}")
    printed = json.loads(_run("--json", tmp_path / f"{OLD}.txt", tmp_path / f"{NEW}.txt").stdout)
    assert printed["rewrapped"]
    kinds = [change["kind"] for change in printed["changes"]]
    assert kinds == [change.kind for change in diff(parse(CORPUS[OLD]), parse(CORPUS[NEW])).changes]
