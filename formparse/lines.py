r"""Text cut into physical lines. Only ``\n`` ends a line: form feeds and NEL occur inside filings' lines."""


def split_lines(text: str) -> list[str]:
    r"""The lines (list of str) of a text, each with its ``\n``; they join to the text.

    ``str.splitlines`` would also cut at form feeds, ``\\x85`` and other separators.
    """
    parts = text.split("\n")
    last = parts.pop()
    lines = [part + "\n" for part in parts]
    if last:
        lines.append(last)
    return lines
