"""Addresses, with an opener of our own in place of the network."""

from __future__ import annotations

import io
import urllib.error
from email.message import Message
from typing import Any

import pytest

from onrecord.errors import InputError
from onrecord.intake.fetch import fetch, is_address
from onrecord.intake.readers import reader_for

PAGE = "https://fjord.example/tram"


class Answer(io.BytesIO):
    """What an opener gives back."""

    def __init__(self, data: bytes, kind: str) -> None:
        super().__init__(data)
        self.headers = Message()
        self.headers["Content-Type"] = kind

    def geturl(self) -> str:
        return f"{PAGE}/final"


def test_an_answer_is_read_with_its_type_encoding_and_last_address() -> None:
    def opener(request: Any, timeout: float) -> Answer:
        assert request.full_url == PAGE
        assert timeout > 0
        return Answer(b"<p>x", "text/html; charset=ISO-8859-1")

    found = fetch(PAGE, 100, opener)
    assert found.delivery.capture().data == b"<p>x"
    assert (found.delivery.encoding, found.delivery.address) == ("iso-8859-1", f"{PAGE}/final")
    assert reader_for("", found.head, found.media_type).name == "html"


def test_too_large_an_answer_is_refused() -> None:
    with pytest.raises(InputError) as error:
        fetch(PAGE, 3, lambda request, timeout: Answer(b"12345", "text/plain"))
    assert error.value.code == "too_large"


@pytest.mark.parametrize(
    "failure",
    [
        urllib.error.HTTPError(PAGE, 404, "Not Found", Message(), None),
        urllib.error.URLError("no such host"),
        TimeoutError("timed out"),
        ConnectionResetError("reset"),
    ],
    ids=["404", "no host", "timeout", "reset"],
)
def test_a_failure_is_an_error_with_the_address_and_the_reason(failure: Exception) -> None:
    def opener(request: Any, timeout: float) -> Answer:
        raise failure

    with pytest.raises(InputError) as error:
        fetch(PAGE, 100, opener)
    assert (error.value.code, error.value.where) == ("fetch", PAGE)
    assert error.value.value


def test_only_web_addresses_are_addresses() -> None:
    assert is_address("HTTPS://fjord.example")
    assert not is_address("file:///etc/passwd")
    assert not is_address("ftp://fjord.example/x")
