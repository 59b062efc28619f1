"""How the tests are run: how hard Hypothesis looks, and the options for the corpus and its goldens."""

import os
import signal
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

CORPUS = Path(__file__).parent.parent / "corpus"
OWN_CACHE = "FORMPARSE_CACHE_OF_TESTS"

settings.register_profile("dev", max_examples=50, deadline=None)
# The same examples at every run: a change is judged by itself. New ones are looked for nightly.
settings.register_profile("ci", max_examples=30, deadline=None, print_blob=True, derandomize=True)
settings.register_profile("nightly", max_examples=5_000, deadline=None, print_blob=True)
PROFILE = os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") == "true" else "dev")
settings.load_profile(PROFILE)


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("goldens")
    group.addoption("--update-goldens", action="store_true", help="rewrite the goldens of the corpus")
    group.addoption("--accept-errors", action="store_true", help="with --update-goldens: bless new errors, too")
    group.addoption("--corpus", type=Path, default=CORPUS, metavar="FOLDER", help="the corpus to test with")


def pytest_configure(config: pytest.Config) -> None:
    # Nothing is read from, or left in, the user's own cache; what the tests start takes theirs. States are numbered as
    # a process happens to: processes that run tests side by side, and look at them, have one each.
    if OWN_CACHE not in os.environ or hasattr(config, "workerinput"):
        folder = tempfile.TemporaryDirectory()
        config.add_cleanup(folder.cleanup)
        os.environ[OWN_CACHE] = folder.name
    os.environ["FORMPARSE_CACHE"] = os.environ[OWN_CACHE]
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        # A shell lets what it starts in the background ignore Ctrl-C; what the tests start must not.
        signal.signal(signal.SIGINT, signal.default_int_handler)
    if config.getoption("--accept-errors") and not config.getoption("--update-goldens"):
        raise pytest.UsageError("--accept-errors needs --update-goldens")
    if not config.getoption("--corpus").is_dir():
        raise pytest.UsageError(f"--corpus {config.getoption('--corpus')} is not a folder")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if PROFILE == "nightly":
        for item in items:
            item.add_marker(pytest.mark.timeout(3_600))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "filing" in metafunc.fixturenames:
        corpus = metafunc.config.getoption("--corpus")
        filings = [*sorted(corpus.glob("*.txt")), *sorted(corpus.glob("submissions/*.txt"))]
        ids = [filing.relative_to(corpus).with_suffix("").as_posix() for filing in filings]
        metafunc.parametrize("filing", filings, ids=ids)
