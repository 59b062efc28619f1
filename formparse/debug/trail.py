"""A parse that can be walked back and forth: every step so far, and the stack after each."""

from collections.abc import Iterator

import attrs
from lark import Token

from formparse.debug.places import Source
from formparse.debug.steps import Failure, Run, Step
from formparse.debug.subject import Subject


@attrs.frozen(eq=False)
class Frame:
    """A symbol on the stack. Frames are shared between the stacks of different steps, so that keeping all is cheap."""

    state: int
    symbol: str
    """Empty for the bottom."""
    first: int
    """The index of its first token."""
    last: int
    """The index behind its last token."""
    below: "Frame | None"

    def stack(self) -> tuple["Frame", ...]:
        """The frames from the bottom up to this one."""
        frames = []
        frame: Frame | None = self
        while frame is not None:
            frames.append(frame)
            frame = frame.below
        return tuple(reversed(frames))

    def states(self) -> tuple[int, ...]:
        """The states from the bottom up to this one."""
        return tuple(frame.state for frame in self.stack())


class Trail:
    """The steps of a parse, taken as they are asked for and kept."""

    def __init__(self, subject: Subject, text: Source) -> None:
        self.subject = subject
        self.text = text
        self.steps: list[Step] = []
        """Those taken so far."""
        self.tops: list[Frame] = [Frame(0, "", 0, 0, None)]
        """The top of the stack before the first step, and after each."""
        self._run = Run(subject, text)
        self._coming = self._run.steps()

    @property
    def tokens(self) -> list[Token]:
        """The tokens shifted so far."""
        return self._run.tokens

    @property
    def failure(self) -> Failure | None:
        """Where the text cannot be read any further; known when no step is left."""
        return self._run.failure

    def reaches(self, count: int) -> bool:
        """Whether there are so many steps; takes those that are missing."""
        while len(self.steps) < count:
            step = next(self._coming, None)
            if step is None:
                return False
            self.steps.append(step)
            self.tops.append(self._top(step))
        return True

    def all(self) -> Iterator[Step]:
        """Every step."""
        count = 0
        while self.reaches(count + 1):
            yield self.steps[count]
            count += 1

    def before(self, token: int) -> int:
        """How many steps have been taken when the token of this index is looked for: all up to the shift before it."""
        shifts = (
            number for number, step in enumerate(self.all(), 1) if step.action == "shift" and step.shifted == token
        )
        return next(shifts, 0) if token else 0

    def _top(self, step: Step) -> Frame:
        top = self.tops[-1]
        if step.action == "accept":
            return top
        symbol = step.token.type
        below: Frame | None = top
        if step.production is not None:
            symbol = step.production.origin
            for _ in step.production.symbols:
                below = below.below if below is not None else None
        return Frame(self._run.stack[-1], symbol, step.first, step.shifted, below)
