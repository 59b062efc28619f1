"""What a proper Form 8-K lacks, repeats or contradicts."""

from formparse.model import Report
from formparse.transform.report import Reading


def check(reading: Reading, report: Report) -> Report:
    """The report with its diagnostics, in print order."""
    return report
