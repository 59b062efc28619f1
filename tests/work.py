"""How much work something is, in lines of Python run: the same on every machine."""

import gc
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any, TypeVar

Content = TypeVar("Content")


def work(reading: Callable[[Content], object], content: Content) -> int:
    """How many lines of Python are run by *reading* that content."""
    count = 0

    def trace(_: FrameType, event: str, __: Any) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    # Whoever has it call them back when rubbish is collected does work, too.
    gc.disable()
    sys.settrace(trace)
    try:
        reading(content)
    finally:
        sys.settrace(before)
        gc.enable()
    return count
