"""What the debugger is tried on: formparse's grammars, the toys and the grammars of others, with texts of each."""

import re
from functools import cache
from pathlib import Path
from typing import Final, Unpack
from unittest.mock import patch

import attrs
from click.testing import CliRunner, Result

from formparse import decode
from formparse.cli import main
from formparse.debug.places import Source
from formparse.debug.settings import Keywords, LexerName
from formparse.debug.subject import Subject, load
from tests.debug.foreign import FOREIGN, TOYS

CORPUS: Final = Path(__file__).parent.parent.parent / "corpus"


@attrs.frozen
class Sample:
    """A grammar and texts that it reads."""

    name: str
    grammar: str
    start: str
    lexer: LexerName | None
    postlex: str | None
    texts: tuple[Source, ...]
    told: Keywords = attrs.field(factory=Keywords)
    """More options, as ``load`` takes them."""
    words: tuple[str, ...] = ()
    """The same on the command line."""

    @property
    def keywords(self) -> Keywords:
        """The options as ``load`` takes them."""
        return {"start": self.start, "lexer": self.lexer, "postlex": self.postlex, **self.told}

    @property
    def subject(self) -> Subject:
        """The grammar, loaded once."""
        return _loaded(self.grammar, **self.keywords)

    @property
    def options(self) -> tuple[str, ...]:
        """The grammar on the command line."""
        given = {"--lexer": self.lexer, "--postlex": self.postlex}
        more = (word for option, value in given.items() if value is not None for word in (option, value))
        return ("--grammar", self.grammar, "--start", self.start, *more, *self.words)

    def file(self, folder: Path, number: int = 0) -> Path:
        """One of the texts as a file in a folder."""
        text = self.texts[number]
        path = folder / f"{self.name}-{number}.txt"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path


@cache
def _loaded(grammar: str, **options: Unpack[Keywords]) -> Subject:
    return load(grammar, **options)


def _toy(name: str, *texts: str, lexer: LexerName | None = None) -> Sample:
    return Sample(name, str(TOYS / f"{name}.lark"), "start", lexer, None, texts)


SUM: Final = "a = 1 + 2 * 3;\nmax(1, 2, (3)) - round(4); flags !?!"

OWN_SAMPLES: Final = (
    Sample(
        "form8k",
        "form8k",
        "start",
        None,
        None,
        tuple(decode(p.read_bytes()) for p in sorted(CORPUS.glob("*.txt"))[:12]),
    ),
    Sample(
        "submission",
        "submission",
        "start",
        None,
        None,
        tuple(path.read_bytes() for path in sorted((CORPUS / "submissions").glob("*.txt"))[:6]),
    ),
)
TOY_SAMPLES: Final = (
    _toy("calculator", SUM, "1", "bits " + "01" * 30),
    Sample("calculator-basic", str(TOYS / "calculator.lark"), "start", "basic", None, (SUM,)),
    _toy("dangling_else", "if true then if false then stop else stop"),
    _toy("unused", "if it is so"),
    _toy("not_total", "= A\nmore\n= B\n", lexer="line"),
)
SHARED: Final = str(TOYS / "options" / "shared")
OPTION_SAMPLES: Final = (
    Sample(
        "query",
        str(TOYS / "options" / "query.lark"),
        "start",
        None,
        None,
        ("SELECT a, B As c\nFROM t Where (a = 1.5) AND b = c limit 3;\nselect * from x",),
        {"g_regex_flags": re.IGNORECASE | re.VERBOSE, "import_paths": (SHARED,)},
        ("--flags", "ix", "--import-path", SHARED),
    ),
    Sample(
        "query-plain",
        str(TOYS / "options" / "query.lark"),
        "start",
        "basic",
        None,
        ("select a from b", "SELECT A FROM B; SELECT * FROM C;"),
        {
            "g_regex_flags": re.IGNORECASE | re.VERBOSE,
            "import_paths": (SHARED,),
            "keep_all_tokens": True,
            "maybe_placeholders": False,
        },
        ("--flags", "xi", "--import-path", SHARED, "--keep-all-tokens", "--no-placeholders"),
    ),
    Sample(
        "calculator-kept",
        str(TOYS / "calculator.lark"),
        "start",
        None,
        None,
        (SUM.upper(), "MAX(a, B)"),
        {"g_regex_flags": re.IGNORECASE, "keep_all_tokens": True},
        ("--flags", "i", "--keep-all-tokens"),
    ),
)
FOREIGN_SAMPLES: Final = tuple(
    Sample(other.name, str(other.path), other.start, None, other.postlex, other.texts) for other in FOREIGN
)
SAMPLES: Final = (*OWN_SAMPLES, *TOY_SAMPLES, *OPTION_SAMPLES, *FOREIGN_SAMPLES)
NAMES: Final = tuple(sample.name for sample in SAMPLES)


def sample(name: str) -> Sample:
    """The sample of a name."""
    return next(one for one in SAMPLES if one.name == name)


def run(*arguments: str | Path, stdin: str | bytes | None = None) -> Result:
    """``formparse grammar`` with some arguments; a grammar is loaded once in all tests."""
    with patch("formparse.debug.subject.load", _loaded):
        return run_afresh(*arguments, stdin=stdin)


def run_afresh(*arguments: str | Path, stdin: str | bytes | None = None) -> Result:
    """``formparse grammar`` with some arguments."""
    return CliRunner().invoke(main, ["grammar", *map(str, arguments)], input=stdin)
