"""Bytes to text: UTF-8 or a declared encoding, never a guess."""

from __future__ import annotations

import codecs
import re

from onrecord.errors import InputError

BOM = "\ufeff"
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
VISIBLE = re.compile(r"[^\s\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
"""Neither white space nor a character that only steers the layout (soft hyphen, zero width, marks
of direction)."""
CONTROL_SHARE = 0.001
"""Control characters a text may have. A stray escape survives in long newspaper texts (one among
5,000 characters in the corpora looked at); a binary file has one among ten."""

MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32LE"),
    (codecs.BOM_UTF32_BE, "UTF-32BE"),
    (codecs.BOM_UTF16_LE, "UTF-16LE"),
    (codecs.BOM_UTF16_BE, "UTF-16BE"),
)
DECLARED = re.compile(
    rb"""(?:<\?xml[^>]*?\bencoding\s*=\s*["']|<meta[^>]*?\bcharset\s*=\s*["']?\s*)([\w.:-]+)""",
    re.IGNORECASE,
)
DECLARATION_BYTES = 4096
"""Where a page must declare its encoding: HTML wants it in the first 1024 bytes, pages are late."""

UTF16_LOOK = 64
"""Characters looked at to tell UTF-16 without a mark: in Latin script each other byte is 0. Only
the advice depends on it."""

WEB_NAMES = {"iso-8859-1": "windows-1252", "latin1": "windows-1252", "us-ascii": "windows-1252"}
"""Labels that the web reads as a wider encoding (WHATWG Encoding Standard, section 4.2)."""


def newlines(text: str) -> str:
    """The text with `\\r\\n` read as `\\n`."""
    return text.replace("\r\n", "\n")


def decode(data: bytes, where: str, encoding: str = "utf-8") -> str:
    """Text of the bytes, byte order mark dropped, `\\r\\n` read as `\\n`.

    Raises:
        InputError: the bytes are not of that encoding (with the offset of the first wrong byte),
            or it is unknown.
    """
    for mark, name in MARKS:
        if data.startswith(mark):
            raise _wrong(where, f"a {name} byte order mark at byte 0", "utf-8", name)
    try:
        text = data.decode(encoding)
    except LookupError as error:
        raise InputError(
            "Declares an encoding that is not known",
            code="encoding",
            value=encoding,
            where=where,
            hint="Save it as UTF-8.",
        ) from error
    except UnicodeDecodeError as error:
        found = f"0x{data[error.start]:02X} at byte {error.start}"
        raise _wrong(where, found, encoding, "WINDOWS-1252") from error
    return newlines(text.removeprefix(BOM))


def _wrong(where: str, found: str, encoding: str, perhaps: str) -> InputError:
    return InputError(
        f"Not {encoding.upper()} text",
        code="encoding",
        value=found,
        where=where,
        hint=f"Convert it, for example with: iconv -f {perhaps} -t UTF-8",
    )


def declared_encoding(data: bytes, transport: str | None) -> str:
    """The encoding that the transport, the XML declaration or a meta tag names; else UTF-8."""
    if data.startswith(codecs.BOM_UTF8):
        return "utf-8"
    found = DECLARED.search(data[:DECLARATION_BYTES])
    name = (transport or (found[1].decode("ascii", "replace") if found else "utf-8")).lower()
    return WEB_NAMES.get(name, name)


def check_text(text: str, where: str) -> None:
    """Refuse what is no readable text.

    Raises:
        InputError: it is empty, holds NUL or many control characters, or half a surrogate pair.
    """
    if not VISIBLE.search(text):
        raise InputError(
            "No text in it",
            code="empty",
            value=f"{len(text)} characters, none of them visible",
            where=where,
            hint="Check that the file was saved whole.",
        )
    controls = CONTROL.findall(text)
    if "\x00" in controls or len(controls) > CONTROL_SHARE * len(text):
        raise _controlled(text, len(controls), where)
    _check_surrogates(text, where)


def _controlled(text: str, controls: int, where: str) -> InputError:
    first = CONTROL.search(text)
    at = first.start() if first else 0
    even, odd = ("\x00" in text[start:UTF16_LOOK:2] for start in (0, 1))
    hint = "Give the text itself, saved as UTF-8."
    if even != odd:
        hint = f"If it is UTF-16, convert it: iconv -f UTF-16{'BE' if even else 'LE'} -t UTF-8"
    return InputError(
        "Control characters in it: a binary file or a damaged one",
        code="control_characters",
        value=f"U+{ord(text[at]):04X} at character {at}, {controls} in all",
        where=where,
        hint=hint,
    )


def _check_surrogates(text: str, where: str) -> None:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise InputError(
            "Half a surrogate pair in it",
            code="encoding",
            value=f"U+{ord(text[error.start]):04X} at character {error.start}",
            where=where,
            hint="Write characters beyond U+FFFF as themselves or as both halves.",
        ) from error
