"""Addresses, against a server of our own on loopback."""

from __future__ import annotations

import gzip
import socket
import ssl
import time
import zlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler

import pytest

from onrecord.core.report import Rejection, Report
from onrecord.errors import InputError
from onrecord.intake import take
from onrecord.intake.fetch import Limits, fetch, get, is_address, is_public
from onrecord.settings import Settings
from tests.intake.server import Site, body, moved, serving
from tests.intake.test_formats import PAGE, TEXT, zipped

SMALL = 1_000_000


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as found:
        yield found


def refused(address: str, limits: Limits) -> InputError:
    with pytest.raises(InputError) as error:
        get(address, limits)
    assert error.value.where == address
    assert error.value.hint
    return error.value


OPEN = Limits(SMALL, private=True, timeout=5, whole=5)


def test_an_answer_with_its_type_encoding_and_last_address(site: Site) -> None:
    site.pages = {
        "/a": moved("/b", 301),
        "/b": moved("c?x=1"),
        "/c?x=1": body(b"caf\xe9", "text/plain; charset=ISO-8859-1"),
    }
    found = fetch(f"{site.address}/a", SMALL, private=True)
    assert (found.data, found.media_type, found.encoding) == (
        b"caf\xe9",
        "text/plain",
        "iso-8859-1",
    )
    assert found.address == f"{site.address}/c?x=1"
    assert site.asked[0][1]["host"] == site.address.removeprefix("http://")
    assert "onrecord" in site.asked[0][1]["user-agent"]


def test_a_page_becomes_a_report_at_its_address(site: Site) -> None:
    site.pages = {
        "/ferry": body(PAGE.encode()),
        "/all": body(zipped({"a.html": PAGE.encode()}), "application/zip"),
    }
    for path in ("/ferry", "/all"):
        (report,) = take([site.address + path], Settings(private=True))
        assert isinstance(report, Report)
        assert report.text == TEXT
    (report,) = take([f"{site.address}/ferry"], Settings(private=True))
    assert isinstance(report, Report)
    assert report.url == f"{site.address}/ferry"


@pytest.mark.parametrize(("packing", "pack"), [("gzip", gzip.compress), ("deflate", zlib.compress)])
def test_packed_answers_are_unpacked_within_the_limit(
    site: Site, packing: str, pack: object
) -> None:
    data = pack(b"a" * 50_000)  # type: ignore[operator]
    site.pages = {"/": body(data, Content_Encoding=packing)}
    assert fetch(site.address, SMALL, private=True).data == b"a" * 50_000
    error = refused(site.address, Limits(1000, private=True, timeout=5))
    assert error.code == "too_large"


@pytest.mark.parametrize("status", [400, 403, 404, 410, 429, 500, 503])
def test_an_error_is_told_with_its_status(site: Site, status: int) -> None:
    site.pages = {"/": body(b"no", status=status)}
    with pytest.raises(InputError) as error:
        fetch(site.address, SMALL, private=True)
    assert str(status) in error.value.value
    assert get(site.address, OPEN).status == status


def test_redirects_in_a_ring_without_end_and_to_elsewhere(site: Site) -> None:
    site.pages = {
        "/a": moved("/b"),
        "/b": moved("/a"),
        "/f": moved("file:///etc/passwd"),
        "/g": moved("ftp://x/y"),
    }
    site.pages |= {f"/{n}": moved(f"/{n + 1}") for n in range(20)}
    for path in ("/a", "/0"):
        assert "lead nowhere" in refused(site.address + path, OPEN).value
    for path in ("/f", "/g"):
        assert "redirected to" in refused(site.address + path, OPEN).value
    assert len(site.asked) < 15


def endless(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    while True:
        handler.wfile.write(b"a" * 10_000)


def slow(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    for _ in range(100):
        handler.wfile.write(b"a")
        handler.wfile.flush()
        time.sleep(0.05)


def silent(handler: BaseHTTPRequestHandler) -> None:
    time.sleep(2)


def test_a_body_without_end_is_cut_off_at_the_limit(site: Site) -> None:
    site.pages = {"/": endless}
    assert refused(site.address, OPEN).code == "too_large"


def test_a_body_that_drips_and_a_server_that_is_silent_are_given_up(site: Site) -> None:
    site.pages = {"/slow": slow, "/silent": silent}
    start = time.monotonic()
    assert (
        refused(f"{site.address}/slow", Limits(SMALL, True, timeout=5, whole=0.4)).code == "fetch"
    )
    assert refused(f"{site.address}/silent", Limits(SMALL, True, timeout=0.3)).code == "fetch"
    assert time.monotonic() - start < 10  # an answer in full takes five seconds and two


def test_no_server_and_no_tls(site: Site) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        nobody = f"http://127.0.0.1:{free.getsockname()[1]}/"
    assert refused(nobody, OPEN).code == "fetch"
    assert refused(site.address.replace("http", "https"), OPEN).code == "fetch"
    assert issubclass(ssl.SSLError, OSError)


def test_a_certificate_that_nobody_vouches_for_is_refused_in_plain_words() -> None:
    with serving(tls=True) as hidden:
        hidden.pages = {"/": body(PAGE.encode())}
        error = refused(f"{hidden.address}/", OPEN)
        (rejection,) = take([f"{hidden.address}/"], Settings(private=True))
        asked = hidden.asked
    assert error.code == "fetch"
    assert "certificate" in str(error)
    assert isinstance(rejection, Rejection)
    assert (rejection.code, rejection.where) == ("fetch", f"{hidden.address}/")
    assert "self-signed certificate" in rejection.detail
    assert "certificate" in rejection.hint
    assert asked == []


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "localhost",
        "10.1.2.3",
        "192.168.0.1",
        "172.16.0.1",
        "169.254.169.254",
        "0.0.0.0",
        "[::1]",
        "[fe80::1]",
        "[fc00::1]",
        "[::ffff:127.0.0.1]",
        "224.0.0.1",
        "100.64.0.1",
    ],
)
def test_private_targets_are_refused(host: str) -> None:
    error = refused(f"http://{host}/", Limits(SMALL, timeout=0.5))
    assert error.code == "private"
    assert "--allow-private" in error.hint


def test_nothing_is_asked_of_a_private_server(site: Site) -> None:
    (rejection,) = take([site.address], Settings())
    assert isinstance(rejection, Rejection)
    assert rejection.code == "private"
    assert site.asked == []


def test_a_name_that_leads_into_a_private_network_is_refused() -> None:
    for answers in (["10.0.0.7"], ["93.184.216.34", "127.0.0.1"]):
        with pytest.raises(InputError) as error:
            get("http://news.example/", Limits(SMALL), resolver=lambda h, p, a=answers: a)  # type: ignore[misc]
        assert error.value.code == "private"
        assert "news.example is" in error.value.value


def test_after_a_redirect_the_new_host_is_looked_at(site: Site) -> None:
    site.pages = {"/": moved("http://inside.example/")}
    looked: list[str] = []

    def resolver(host: str, port: int) -> list[str]:
        looked.append(host)
        if host == "inside.example":
            raise OSError("no such host")
        return ["127.0.0.1"]

    with pytest.raises(InputError) as error:
        get(site.address, OPEN, resolver=resolver)
    assert looked == ["127.0.0.1", "inside.example"]
    assert error.value.code == "fetch"


def test_open_addresses() -> None:
    assert is_public("93.184.216.34")
    assert is_public("2606:2800:220:1::1")
    assert not is_public("fe80::1%eth0")


@pytest.mark.parametrize("address", ["http://", "http://[::1", "http://x:99999/", "http://a b/"])
def test_addresses_that_are_none_are_rejections(address: str) -> None:
    (found,) = take([address], Settings())
    assert isinstance(found, Rejection)


def test_only_web_addresses_are_addresses() -> None:
    assert is_address("HTTPS://fjord.example")
    assert not is_address("file:///etc/passwd")
    assert not is_address("ftp://fjord.example/x")
