"""Names and titles over a signature, where a registrant stands over them."""

from formparse.columns import Cell
from formparse.transform.pairing import cut_cell
from formparse.transform.signature_shapes import is_organisation, names_somebody, shape_of
from formparse.transform.signers import Block


def take_over(signed: Cell | None, block: Block) -> tuple[Cell | None, list[Cell]]:
    """The name and the titles that stand over a signature, taken off their group; none where a registrant does.

    A name without a title is one only where it is that of who signed, titles alone only where nothing stands over them.
    """
    groups = [group for group in block.groups if group]
    if not groups:
        return None, []
    last = groups[-1]
    begin = len(last)
    while begin and _is_title(last[begin - 1].text):
        begin -= 1
    titles = last[begin:]
    name = last[begin - 1] if begin and names_somebody(last[begin - 1].text) else None
    same = name is not None and signed is not None and name.text.casefold() == signed.text.casefold()
    if name is None or not (titles or same):
        if begin or shape_of("TITLE_END").search(last[-1].text) is None:
            return None, []
    else:
        begin -= 1
    if block.registrant is None and len(groups) == 1 and not begin:
        return None, []
    del last[begin:]
    return name, [cut_cell(title, 0, len(title.text.removesuffix(":"))) for title in titles]


def _is_title(text: str) -> bool:
    return shape_of("TITLE_WORD").search(text) is not None and not (is_organisation(text) or names_somebody(text))
