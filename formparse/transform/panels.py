"""The cover page as panels: values and the captions that say what they are."""

from collections.abc import Sequence
from typing import Final

import attrs

from formparse.columns import Cell, cell
from formparse.frozen import inside, inside_mutable
from formparse.grammar import shapes
from formparse.nodes import Leaf
from formparse.transform.captions import DATES, Caption, take_apart, value_cells
from formparse.transform.fields import GAPS, content, joined_number
from formparse.values import finder, is_none, shape

_HEAD = frozenset({"AGENCY", "FORM_NAME", "AMENDMENT", "ACT"})
FAR: Final = 16
"""Columns between two parts of one caption: more, and one of them stands under another's."""

_NEAR: Final = 8
"""Lines of values over a line of captions beside which they go on, at most."""

_BESIDE_STREET: Final = {
    "jurisdiction": "STATE",
    "commission_file_number": "FILE_NUMBER",
    "irs_employer_id": "IRS_NUMBER",
}
"""The fields beside which an address may stand, and the shapes of their values."""
_PAIR: Final = 2
"""Cells of a line with the end of a caption and one value."""

FEW: Final = 4
"""Lines from an area code to the rest of its number: fewer."""


@inside
class Row:
    """A line of values."""

    cells: tuple[Cell, ...]
    """From left to right."""

    @property
    def start(self) -> int:
        """Offset of its first character."""
        return self.cells[0].start

    @property
    def text(self) -> str:
        """The cells joined by one space."""
        return " ".join(part.text for part in self.cells)


Block = tuple[Row, ...]
"""Lines of values with no gap between them."""
Given = dict[str, list[Cell]]
"""What is printed for fields: a registrant's, or those of captions that stand together."""


@inside
class Panel:
    """A run of caption lines with the values above and beside them."""

    above: tuple[Block, ...]
    """Values since the panel before, from top to bottom."""
    captions: tuple[Caption, ...]
    """In print order; none in the panel that ends the page."""
    beside: tuple[tuple[Cell, tuple[Caption, ...], tuple[Caption, ...]], ...] = ()
    """Values on the lines of captions, each with the captions left and right of it on its line."""
    colon: bool = False
    """Whether the captions end with a colon: their values follow."""
    ruled: frozenset[int] = frozenset()
    """The blocks above, by index, that nothing but a rule parts from the block before."""
    under: bool = False
    """Whether one block stands straight under the captions before, and a blank line parts it from these."""

    fields: tuple[str, ...] = attrs.field(init=False)
    """The fields that the captions name, each once, in print order."""

    @fields.default
    def _fields(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys([caption.field for caption in self.captions]))

    def columns(self, field: str) -> tuple[int, int]:
        """The columns (left, right) that the field's caption covers, without a part that strayed far from its first."""
        own = [caption for caption in self.captions if caption.field == field]
        left, right = own[0].left, own[0].right
        for part in own[1:]:
            if part.left - own[0].right < FAR and own[0].left - part.right < FAR:
                left, right = min(left, part.left), max(right, part.right)
        return left, right


def named(name: Block) -> Panel:
    """A panel of a name that has no caption of its own there, as if one stood under it."""
    first = name[0].cells[0]
    return Panel((name,), (Caption("name", first.start, first.left, first.right),))


@inside_mutable
class _Builder:
    """The page as far as it has been read."""

    panels: list[Panel] = attrs.field(factory=list)
    blocks: list[list[Row]] = attrs.field(factory=list)
    captions: list[Caption] = attrs.field(factory=list)
    beside: list[tuple[Cell, tuple[Caption, ...], tuple[Caption, ...]]] = attrs.field(factory=list)
    gap: bool = True
    rule_only: bool = False
    ruled: set[int] = attrs.field(factory=set)
    colon: bool = False
    named: bool = False
    """Whether there were captions of a registrant, not of a date alone."""
    under: bool = False
    """Whether the block stands straight under captions and, since there are others, a blank line over those."""
    opened: int = 0
    """Parentheses that these captions have opened and not closed."""
    parted: bool = False
    """Whether a blank line follows the last value."""
    area_code: Cell | None = None
    """What stands alone on its line over a telephone number that it begins."""

    def is_home(self, line: Leaf) -> bool:
        """Whether a line that could name the Commission's place is a registrant's: captions of one stand above."""
        return self.named and shape("SHARED_PLACE").match(line) is not None

    def add_gap(self, kind: str, line: str = "") -> None:
        if kind == "RULE" and self.area_code is not None and line.strip() == "-":
            self.area_code = attrs.evolve(self.area_code, text=f"{self.area_code.text}-")
        if kind == "PAGE" and self.beside:
            self._end_number(line)
        self.rule_only = kind == "RULE" and (self.rule_only or not self.gap)
        self.gap = True
        if kind in ("BLANK", "PAGE"):
            self.parted = True
            if self.captions:
                self.close()

    def _end_number(self, line: str) -> None:
        """Add the digits that stand before the mark of a page to the telephone number that was cut over them."""
        value, before, after = self.beside[-1]
        text = f"{value.text}{line.partition('<')[0].strip()}"
        if value.text.endswith("-") and shape("TELEPHONE").fullmatch(text):
            self.beside[-1] = (attrs.evolve(value, text=text), before, after)

    def add_value(self, line: Leaf) -> None:
        if self.captions and self.opened > 0 and shape("PARENTHESIS_ENDED").fullmatch(line[: content(line)]):
            # The caption goes on: "(Address of the six registrants" on the line above, "named above)" on this.
            self.opened = 0
            return
        row = tuple(value_cells(line, line.start_pos))
        if self.captions and self._has_columns(row) and shape("CAPTION_TAIL").fullmatch(row[0].text):
            # Columns of values behind the last line of their caption.
            self.beside.extend((value, (self.captions[-1],), ()) for value in row[1:])
            return
        if self.captions:
            self.close()
            self.under = True
        self.parted = False
        # A parenthesis alone is of a telephone number whose pieces have a line each.
        if not row or row[0].text == "(":
            return
        if self.area_code is not None and row[0].text == ")":
            self.area_code = attrs.evolve(self.area_code, text=f"({self.area_code.text})")
            return
        if self.area_code is not None:
            begun, self.area_code, first = self.area_code, None, row[0]
            row = (attrs.evolve(first, start=begun.start, text=joined_number(begun.text, first.text)), *row[1:])
        if self.gap or not self.blocks:
            if self.blocks and self.rule_only:
                self.ruled.add(len(self.blocks))
            self.blocks.append([])
        day = _whole_date(self.blocks[-1], row)
        if day is None:
            self.blocks[-1].append(Row(row))
        else:
            self.blocks[-1][-1] = Row((day,))
        self.gap = False

    def _has_columns(self, row: Sequence[Cell]) -> bool:
        """Whether a row has columns of values, or one that a value beside the captions goes on in."""
        return len(row) > _PAIR or (len(row) == _PAIR and bool(self.beside) and self.beside[-1][0].left == row[1].left)

    def add_captions(self, line: Leaf) -> None:
        taken = take_apart(line, line.start_pos)
        if not taken.captions:
            if taken.values and not self._ends_caption(taken.values, line):
                self.add_value(line)
            return
        if not self.captions:
            self.under = self.under and self.parted and len(self.blocks) == 1
        for value in () if self._goes_on(taken.values, line, taken.captions) else taken.values:
            if self._runs_on(value, line, taken.captions):
                continue
            before = tuple(caption for caption in taken.captions if caption.start < value.start)
            after = tuple(caption for caption in taken.captions if caption.start > value.start)
            self.beside.append((value, before, after))
        self.opened += _opened(line) - sum(_opened(value.text) for value in taken.values)
        self.captions.extend(taken.captions)
        self.named = self.named or any(caption.field not in DATES for caption in taken.captions)
        self.colon = taken.colon

    def _ends_caption(self, values: Sequence[Cell], line: Leaf) -> bool:
        """Add values behind words that end the caption over them, and a colon: ``of each of the registrants:``."""
        if not self.captions or ":" not in line[: values[0].start - line.start_pos]:
            return False
        self.beside.extend((value, (self.captions[-1],), ()) for value in values)
        return True

    def _goes_on(self, values: Sequence[Cell], line: Leaf, captions: Sequence[Caption]) -> bool:
        """Add values behind a caption in parentheses, which stands under its own, to those above in their column."""
        if self.gap or not values or len(captions) > 1 or not line.lstrip().startswith("("):
            return False
        own, *others = self.blocks[-1][-1].cells
        below = own.left < captions[0].right and captions[0].right < values[0].left
        if not below:
            return False
        if all(abs(values[0].left - other.left) > 1 for other in others):
            apart = _street_apart(own, captions[0].field, values[0])
            if apart is None:
                return False
            self.blocks[-1][-1] = Row(apart)
        self.blocks[-1].append(Row(tuple(values)))
        return True

    def _runs_on(self, value: Cell, line: Leaf, captions: Sequence[Caption]) -> bool:
        """Add a value on a line of captions to those above, if its column goes on beside the captions of others.

        So do the rest of a parenthesis, and further numbers under an employer's.
        """
        if self.gap or not self.blocks:
            return False
        block = self.blocks[-1]
        if value.start < captions[0].start:
            opened = block[-1].cells[0].text
            if opened.rfind("(") <= opened.rfind(")") or not line.startswith(")", value.end - line.start_pos):
                return False
            value = attrs.evolve(value, end=value.end + 1, text=f"{value.text})")
        elif value.start < captions[-1].start or not _is_further_number(value, block):
            return False
        block.append(Row((value,)))
        return True

    def _part_none(self) -> None:
        """Part "Not applicable" over the caption of a former name from what stands over it: it is all of that."""
        last = self.blocks[-1] if self.blocks else []
        if len(last) > 1 and self.captions[0].field == "former_name" and is_none(last[-1].text):
            self.blocks[-1:] = [last[:-1], last[-1:]]

    def close(self) -> None:
        if self.captions:
            self._part_none()
        self.panels.append(
            Panel(
                tuple(tuple(block) for block in self.blocks),
                tuple(self.captions),
                tuple(self.beside),
                self.colon,
                frozenset(self.ruled),
                self.under,
            )
        )
        self.ruled, self.under, self.opened = set(), False, 0
        self.blocks, self.captions, self.beside, self.colon = [], [], [], False
        self.gap = True


def _opened(text: str) -> int:
    """Parentheses that a text opens and does not close; negative for those that it closes."""
    return text.count("(") - text.count(")")


def _street_apart(own: Cell, field: str, below: Cell) -> tuple[Cell, Cell] | None:
    """The value of a field and the street behind it, one blank between them, over what is *below* and is none such."""
    name = _BESIDE_STREET.get(field)
    found = finder(name).match(own.text) if name is not None and len(own.text) == own.end - own.start else None
    if name is None or found is None or shape(name).fullmatch(below.text) is not None:
        return None
    end = found.end()
    begin = len(own.text) - len(own.text[end:].lstrip())
    if shape("STREET").match(own.text[begin:]) is None:
        return None
    value = attrs.evolve(own, end=own.start + end, right=own.left + end, text=own.text[:end])
    right = below.left + len(own.text) - begin
    return value, attrs.evolve(own, start=own.start + begin, left=below.left, right=right, text=own.text[begin:])


def _is_further_number(value: Cell, block: Sequence[Row]) -> bool:
    """Whether a value is an employer's number like one that ends a line of a block: a registrant may have several."""
    number = shape("IRS_NUMBER")
    if number.fullmatch(value.text) is None:
        return False
    ends = [row.cells[-1].text for row in block[-_NEAR:]]
    return any(found.end() == len(text) for text in ends for found in number.finditer(text))


def _whole_date(block: Sequence[Row], row: tuple[Cell, ...]) -> Cell | None:
    """A date whose month, with or without its day, stands on the line over the rest; ``None`` where a row is none."""
    # PERF: few rows begin with a digit, and fewer stand under a word or a comma.
    first = row[0]
    if not block or len(row) > 1 or not first.text[0].isdigit():
        return None
    above = block[-1].text
    if not (above.isalpha() or (above[-1] == "," and first.text.isdigit())):
        return None
    text = f"{above} {first.text}"
    return attrs.evolve(first, start=block[-1].start, text=text) if shape("DATE").fullmatch(text) else None


def panels(lines: Sequence[Leaf]) -> tuple[Panel, ...]:
    """The panels (tuple of Panel) of the cover page's lines; the last holds what follows the last caption."""
    builder = _Builder()
    boxes = False
    kind = ""
    lines = _without_file_name(lines)
    for index, line in enumerate(lines):
        before, kind = kind, line.type
        if kind == "PAGE_NUMBER" and _begins_telephone(lines, index):
            builder.area_code = cell(line, line.start_pos, 0, content(line))
        elif kind in GAPS:
            if kind != before:
                builder.add_gap(kind, line)
            boxes = False
        elif kind == "BOX":
            boxes = True
        elif kind in ("CAPTION", "VALUE_CAPTION"):
            builder.add_captions(line)
        elif kind in _HEAD and not (kind == "AGENCY" and builder.is_home(line)):
            builder.add_gap("BLANK")
        elif "heck" in line.lower() and shapes("cover")["OVER_BOXES"].match(line):
            builder.add_gap("BLANK")
            boxes = True
        elif not boxes:
            builder.add_value(line)
    builder.close()
    return tuple(builder.panels)


def _without_file_name(lines: Sequence[Leaf]) -> Sequence[Leaf]:
    """The lines without the name of the page's own file on the first."""
    named = bool(lines) and shapes("signatures")["FILE_NAME"].match(lines[0].strip()) is not None
    return lines[1:] if named else lines


def _begins_telephone(lines: Sequence[Leaf], index: int) -> bool:
    """Whether what could number a page is an area code: the next line of text begins with the rest of its number."""
    if shape("AREA_CODE").fullmatch(lines[index].strip()) is None:
        return False
    following = (line for line in lines[index + 1 : index + FEW] if line.type not in GAPS and line.strip() != ")")
    below = next(following, None)
    return below is not None and below.type == "TEXT" and shape("LOCAL_NUMBER").match(below) is not None
