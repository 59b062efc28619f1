"""The corpus is read as its goldens say."""

from pathlib import Path

import pytest

from tests.goldens import NewErrorsError, differences, strays, update


def test_a_filing_is_read_as_its_goldens_say(filing: Path, pytestconfig: pytest.Config) -> None:
    if pytestconfig.getoption("--update-goldens"):
        try:
            update(filing, accept_errors=pytestconfig.getoption("--accept-errors"))
        except NewErrorsError as refusal:
            pytest.fail(str(refusal), pytrace=False)
    found = differences(filing)
    if found:
        pytest.fail(f"{filing.name} is read otherwise than its goldens say:\n{found}", pytrace=False)


def test_every_golden_has_its_filing(pytestconfig: pytest.Config) -> None:
    corpus = pytestconfig.getoption("--corpus")
    if pytestconfig.getoption("--update-goldens"):
        for golden in strays(corpus):
            golden.unlink()
    assert [golden.name for golden in strays(corpus)] == []
