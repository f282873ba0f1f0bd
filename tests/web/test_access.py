from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from onrecord.errors import UsageError
from onrecord.web.access import Access, fits, is_local, seal, tidy
from onrecord.web.app import make_app
from onrecord.web.desk import Desk


def client(desk: Desk, access: Access) -> TestClient:
    return TestClient(make_app(desk, access, hosts=("testserver",)), follow_redirects=False)


def test_a_password_fits_itself_alone_and_is_salted() -> None:
    sealed = seal("salt and sea")
    assert fits("salt and sea", sealed)
    assert not fits("salt and see", sealed)
    assert sealed != seal("salt and sea")
    with pytest.raises(UsageError, match="too short"):
        seal("salt")


@pytest.mark.parametrize(
    ("host", "local"),
    [("127.0.0.1", True), ("localhost", True), ("::1", True), ("0.0.0.0", False), ("desk", False)],
)
def test_what_only_this_machine_reaches(host: str, local: bool) -> None:
    assert is_local(host) is local


def test_names_are_on_one_line() -> None:
    assert tidy("  Ana\nMaria ") == "Ana Maria"
    assert len(tidy("a" * 999)) == 60


def test_with_passwords_nothing_is_read_before_one_signs_in(desk: Desk) -> None:
    desk.log.set_coder("Ana", seal("salt and sea"))
    visitor = client(desk, Access("passwords"))
    assert visitor.get("/").headers["location"] == "/signin"
    found = re.search(r'name="token" value="([^"]+)"', visitor.get("/signin").text)
    assert found is not None
    form = {"token": found[1], "name": "Ana"}
    assert visitor.post("/signin", data=form | {"password": "guess"}).status_code == 400
    assert visitor.post("/signin", data=form | {"password": "salt and sea"}).status_code == 303
    assert visitor.get("/").status_code == 200


def test_a_proxy_names_who_is_signed_in(desk: Desk) -> None:
    visitor = client(desk, Access("header", "x-forwarded-user"))
    assert visitor.get("/").status_code == 401
    answer = visitor.get("/", headers={"x-forwarded-user": "Ana"})
    assert answer.status_code == 200
    assert "Sign out" not in answer.text
