"""Hypothesis strategies for the model: every Report that the classes allow, whether or not a filing could hold it."""

from typing import get_args

from hypothesis import strategies as st

from formparse.model import (
    Attachment,
    Cover,
    Diagnostic,
    Exhibit,
    ExhibitIndex,
    Item,
    Provision,
    RegisteredSecurity,
    Registrant,
    Report,
    Severity,
    Signature,
    SignatureBlock,
    Span,
)

lines = st.integers(min_value=1, max_value=10**6)
# Missing is None, never "".
values = st.none() | st.text(min_size=1, max_size=20)
verbatim = st.text(max_size=80)

spans = st.tuples(lines, lines).map(lambda ends: Span(min(ends), max(ends)))
pointers = st.lists(st.sampled_from(["cover", "items", "registrants", "0", "name", "a~1b"]), max_size=4).map(
    lambda parts: "".join(f"/{part}" for part in parts)
)


def _several(of: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(of, max_size=3).map(tuple)


registrants = st.builds(Registrant, *[values] * 8)
provisions = st.builds(Provision, st.sampled_from(["425", "14a-12", "14d-2(b)", "13e-4(c)"]), st.booleans())
securities = st.builds(RegisteredSecurity, values, values, values)
covers = st.builds(
    Cover,
    form_type=st.none() | st.sampled_from(["8-K", "8-K/A", "8-K12B", "8-K12G3/A"]),
    amendment_number=st.none() | st.integers(min_value=1, max_value=99),
    date_of_report=st.none() | st.dates(),
    registrants=_several(registrants),
    provisions=_several(provisions),
    securities=_several(securities),
    emerging_growth_company=st.none() | st.booleans(),
)
exhibits = st.builds(Exhibit, st.text(min_size=1, max_size=8), values)
items = st.builds(Item, st.text(min_size=1, max_size=5), values, lines, verbatim, _several(exhibits))
signatures = st.builds(Signature, values, values, values, values, st.none() | st.dates())
signature_blocks = st.builds(SignatureBlock, st.none() | lines, _several(signatures))
exhibit_indexes = st.builds(ExhibitIndex, lines, _several(exhibits))
attachments = st.builds(Attachment, values, lines, verbatim)
diagnostics = st.builds(
    Diagnostic,
    code=st.from_regex(r"E[1-5]\d\d", fullmatch=True),
    severity=st.sampled_from(get_args(Severity)),
    message=st.text(min_size=1, max_size=40),
    line=lines,
    column=lines,
    span=spans,
)
reports = st.builds(
    Report,
    cover=covers,
    items=_several(items),
    signature_block=st.none() | signature_blocks,
    exhibit_index=st.none() | exhibit_indexes,
    attachments=_several(attachments),
    diagnostics=_several(diagnostics),
    spans=st.dictionaries(pointers, spans, max_size=4),
)
