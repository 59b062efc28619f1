"""Documents written to files: content as filed, names that stay in their folder, nothing overwritten."""

import binascii
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from formparse import Document, parse_submission
from formparse.extraction import extract, safe_names
from formparse.payload import read_payload
from tests.submissions import CORPUS

GIF = CORPUS["sec-2005-graphic"]

names = st.text(st.sampled_from("ab.:/\\\0 ~-_CON\n\u202e\u00e9") | st.characters(codec=None), max_size=150)


def _named(*given_names: str | None) -> tuple[Document, ...]:
    lines = (f"<FILENAME>{name}\n" if name is not None else "" for name in given_names)
    text = "".join(
        f"<DOCUMENT>\n<TYPE>EX-{index}\n{line}<TEXT>\nx\n</TEXT>\n</DOCUMENT>\n" for index, line in enumerate(lines)
    )
    return parse_submission(text).documents


def _encoded(data: bytes) -> bytes:
    lines = [binascii.b2a_uu(data[start : start + 45]) for start in range(0, len(data), 45)]
    return b"begin 644 a.gif\n" + b"".join(lines) + b"`\nend\n"


# ---- Names -----------------------------------------------------------------------------------------


@given(st.lists(st.none() | names, max_size=6))
@example([f"form8k{'.amended' * 16}.txt"])
def test_no_name_leads_out_of_its_folder_and_no_two_are_alike(drawn: list[str | None]) -> None:
    documents = _named(*drawn)
    safe = safe_names(documents)
    assert len({name.casefold() for name in safe}) == len(documents)
    for name in safe:
        assert Path(name).name == name
        assert name.isascii()
        assert name.isprintable()
        assert name[0] not in ".-"
        assert not {":", "\\", "/", " "}.intersection(name)
        assert 0 < len(name) <= 120


@pytest.mark.parametrize(
    ("filed", "safe"),
    [
        ("d8k.txt", "d8k.txt"),
        ("../../etc/passwd", "passwd"),
        ("C:\\autoexec.bat", "autoexec.bat"),
        ("..", "1-EX-0.txt"),
        ("nul.txt", "_nul.txt"),
        ("a b?.htm", "a_b_.htm"),
        (".profile", "profile"),
        (None, "1-EX-0.txt"),
    ],
)
def test_a_name_keeps_what_is_safe_of_it(filed: str | None, safe: str) -> None:
    assert safe_names(_named(filed)) == (safe,)


def test_the_second_of_a_name_gets_another() -> None:
    assert safe_names(_named("a.txt", "A.TXT", "a.txt", "2-A.TXT")) == ("a.txt", "2-A.TXT", "3-a.txt", "4-2-A.TXT")


# ---- Files -----------------------------------------------------------------------------------------


def test_every_document_is_written_as_filed(tmp_path: Path) -> None:
    documents = parse_submission(GIF).documents
    written = list(extract(documents, tmp_path / "new" / "folder"))
    assert [path.name for _, path, _ in written] == ["d8k.txt", "ex99-1.txt", "tarrowby.gif"]
    assert [path.read_bytes() for _, path, _ in written] == [document.payload() for document in documents]
    assert written[2][1].read_bytes().startswith(b"GIF89a")
    assert sorted(path.name for path in (tmp_path / "new" / "folder").iterdir()) == sorted(
        path.name for _, path, _ in written
    )


def test_nothing_is_overwritten_without_force(tmp_path: Path) -> None:
    (tmp_path / "ex99-1.txt").write_text("mine")
    with pytest.raises(FileExistsError) as told:
        list(extract(parse_submission(GIF).documents, tmp_path))
    assert told.value.filename == str(tmp_path / "ex99-1.txt")
    assert [path.read_text() for path in tmp_path.iterdir()] == ["mine"]
    list(extract(parse_submission(GIF).documents, tmp_path, force=True))
    assert "NEWS RELEASE" in (tmp_path / "ex99-1.txt").read_text()


def test_a_link_is_replaced_and_never_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("mine")
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "d8k.txt").symlink_to(outside)
    (folder / "ex99-1.txt").symlink_to(tmp_path / "nowhere")
    with pytest.raises(FileExistsError):
        list(extract(parse_submission(GIF).documents, folder))
    list(extract(parse_submission(GIF).documents, folder, force=True))
    assert outside.read_text() == "mine"
    assert not (tmp_path / "nowhere").exists()
    assert not (folder / "d8k.txt").is_symlink()


# ---- Content ---------------------------------------------------------------------------------------


@given(st.binary(max_size=300), st.sampled_from([b"\n", b"\r\n", b"\r"]), st.booleans())
def test_uuencoded_content_is_decoded_to_the_byte(data: bytes, end: bytes, escaped: bool) -> None:
    sent = _encoded(data)
    if escaped:
        sent = b"".join(b"- " + line if line.startswith(b"-") else line for line in sent.splitlines(keepends=True))
    payload = read_payload(sent.replace(b"\n", end), escaped=escaped)
    assert (payload.data, payload.damaged_at) == (data, None)


@given(st.binary(max_size=200))
def test_blanks_lost_at_line_ends_cost_nothing(data: bytes) -> None:
    sent = b"".join(line.rstrip() + b"\n" for line in _encoded(data).replace(b"`", b" ").split(b"\n"))
    assert read_payload(sent, escaped=False).data == data


@given(st.binary(max_size=300), st.integers(0, 400))
def test_content_that_breaks_off_is_read_up_to_there(data: bytes, cut: int) -> None:
    sent = _encoded(data)
    payload = read_payload(sent[: 16 + cut], escaped=False)
    if cut + 16 < len(sent) - 2:
        assert payload.damaged_at is not None
        assert 0 <= payload.damaged_at <= 16 + cut
    whole = len(payload.data) // 45 * 45
    assert payload.data[:whole] == data[:whole]


def test_a_line_that_is_no_such_letters_is_where_it_is_damaged() -> None:
    payload = read_payload(b"begin 644 a.gif\n#86)C\n\xff\xff\xff\n`\nend\n", escaped=False)
    assert (payload.data, payload.damaged_at) == (b"abc", 22)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (b"<PDF>\nbegin 644 a.pdf\n#86)C\n`\nend\n</PDF>\n", b"abc"),
        (b"<XML>\n<?xml version='1.0'?>\n<a/>\n</XML>\n", b"<?xml version='1.0'?>\n<a/>"),
        (b"FORM 8-K\n\nbegin 644 a.gif\n#86)C\n`\nend\n", b"FORM 8-K\n\nbegin 644 a.gif\n#86)C\n`\nend\n"),
        (b"- ----\n", b"- ----\n"),
        (b"", b""),
    ],
)
def test_tags_around_content_are_left_off_and_text_stays(text: bytes, content: bytes) -> None:
    assert read_payload(text, escaped=False).data == content


def test_the_escape_of_mail_is_undone_in_content_and_not_in_text() -> None:
    document = parse_submission(CORPUS["pem-1998"]).documents[1]
    assert "\n- -----" in document.text
    assert b"\n-----" in document.payload()
    assert b"- -" not in document.payload()


@pytest.mark.parametrize(
    ("type_", "filename", "text", "kind"),
    [
        ("EX-99", "release.htm", "The lamps go out.", "html"),
        ("8-K", None, "FORM 8-K\n", "text"),
        ("8-K", "d8k.htm", "\n<HTML>\n<BODY>\n", "html"),
        ("EX-99", None, "<!DOCTYPE html PUBLIC>\n<html>\n", "html"),
        ("EX-101.INS", "a-20100101.xml", "<XBRL>\n<?xml version='1.0'?>\n<xbrl>\n", "xml"),
        ("EX-99", "a.pdf", "<PDF>\nbegin 644 a.pdf\n`\nend\n", "pdf"),
        ("GRAPHIC", "a.jpg", "begin 644 a.jpg\n`\nend\n", "graphic"),
        ("EX-99", "a.txt", "begin 644 a.gif\n`\nend\n", "graphic"),
        ("ZIP", "a.zip", "begin 644 a.zip\n`\nend\n", "other"),
        ("EX-100", "a.xsd", "x", "xml"),
        ("EXCEL", "a.xls", "x", "other"),
    ],
)
def test_a_document_is_of_the_kind_of_its_content(type_: str, filename: str | None, text: str, kind: str) -> None:
    name = f"<FILENAME>{filename}\n" if filename is not None else ""
    (document,) = parse_submission(f"<DOCUMENT>\n<TYPE>{type_}\n{name}<TEXT>\n{text}</TEXT>\n</DOCUMENT>\n").documents
    assert document.kind == kind
