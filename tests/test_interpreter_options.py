"""The package reads the same whatever Python is told: without assertions, in development, with warnings as errors."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).parent.parent

COMMANDS: Final = (
    ["--help"],
    ["parse", "corpus/canonical-1998.txt"],
    ["parse", "--json", "corpus"],
    ["explain", "E204"],
    ["submission", "corpus/submissions/pem-1998.txt"],
    ["diff", "corpus/canonical-1998.txt", "corpus/two-dates.txt"],
    ["grammar", "tree", "corpus/canonical-1998.txt"],
    ["grammar", "tokens", "corpus/canonical-1998.txt"],
    ["grammar", "coverage", "corpus/canonical-1998.txt"],
    ["grammar", "explain", "ITEM"],
)

_READ: Final = """
import json, sys
from pathlib import Path

from click.testing import CliRunner

import formparse
from formparse.cli import main

found = {"level": sys.flags.optimize, "commands": [], "filings": {}}
for path in sorted(Path("corpus").glob("*.txt"))[::6]:
    text = formparse.decode(path.read_bytes())
    report = formparse.parse(text)
    formparse.diff(report, formparse.from_dict(formparse.to_dict(report)))
    formparse.departure(text)
    if report.cover.date_of_report is not None:
        formparse.replace(text, "/cover/date_of_report", report.cover.date_of_report)
    found["filings"][path.stem] = [formparse.to_dict(report), formparse.render(report)]
for path in sorted(Path("corpus/submissions").glob("*.txt")):
    with formparse.parse_submission_file(path) as submission:
        submission.diagnostics, submission.reports, [document.payload() for document in submission.documents]
        formparse.check_header(submission)
for arguments in json.load(sys.stdin):
    done = CliRunner().invoke(main, arguments)
    found["commands"].append([done.exit_code, done.output, repr(done.exception)])
json.dump(found, sys.stdout)
"""


def _read_with(options: list[str]) -> dict[str, Any]:
    command = [sys.executable, *options, "-c", _READ]
    done = subprocess.run(
        command, cwd=ROOT, input=json.dumps(COMMANDS), capture_output=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    read: dict[str, Any] = json.loads(done.stdout)
    return read


def test_the_corpus_is_read_and_commands_answer_the_same() -> None:
    plain, read = _read_with([]), _read_with(["-O", "-X", "dev", "-bb", "-W", "error"])
    assert (plain.pop("level"), read.pop("level")) == (0, 1)
    for name, filing in read["filings"].items():
        assert filing == plain["filings"][name], name
    for arguments, mine, its in zip(COMMANDS, read["commands"], plain["commands"], strict=True):
        assert mine == its, arguments
