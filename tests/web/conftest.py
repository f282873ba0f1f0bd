"""A desk over the invented ferry story, and clients that are signed in."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from onrecord.core.record import Finding
from onrecord.store import Record
from onrecord.web.access import Access
from onrecord.web.app import make_app
from onrecord.web.desk import Desk
from tests.export.story import captured_twice, contents
from tests.export.story_parts import INCIDENT_ID


@pytest.fixture(scope="session")
def story_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("story") / "record.duckdb"
    with Record.create(path) as record:
        record.replace(contents())
    return path


@pytest.fixture
def record(story_record: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(story_record, tmp_path / "record.duckdb"))


@pytest.fixture
def desk(record: Path) -> Iterator[Desk]:
    with Desk(record) as desk:
        yield desk


@pytest.fixture
def twice(tmp_path: Path) -> Iterator[Desk]:
    """A desk over the story whose wire page was captured twice: the radio's text was its first."""
    path = tmp_path / "twice.duckdb"
    with Record.create(path) as record:
        record.replace(captured_twice())
    with Desk(path) as desk:
        yield desk


class Visitor:
    """A person with a browser: keeps cookies, fills the token into forms."""

    def __init__(self, desk: Desk, name: str = "", *, independent: bool = False) -> None:
        app = make_app(desk, Access("names"), independent=independent, hosts=("testserver",))
        self.client = TestClient(app)
        if name:
            self.post("/signin", name=name)

    def get(self, path: str, *, htmx: bool = False) -> str:
        answer = self.client.get(path, headers={"hx-request": "true"} if htmx else {})
        assert answer.status_code == 200, answer.text
        return answer.text

    def status(self, path: str) -> int:
        return self.client.get(path).status_code

    def token(self) -> str:
        found = re.search(r'name="token" value="([^"]+)"', self.client.get("/signin").text)
        assert found is not None
        return found[1]

    def post(self, path: str, **form: str) -> str:
        answer = self.client.post(path, data={"token": self.token()} | form)
        self.last = answer.status_code
        return answer.text


@pytest.fixture
def ana(desk: Desk) -> Visitor:
    return Visitor(desk, "Ana")


@pytest.fixture
def ben(desk: Desk) -> Visitor:
    return Visitor(desk, "Ben")


def killed() -> Finding:
    """The disputed toll of the story: 3, with 2 given earlier and 5 beside it."""
    return finding("incident.killed")


def finding(field: str) -> Finding:
    """The story's first finding of a field."""
    return next(f for f in contents().incidents[0].findings if f.field == field)


def value_path(of: Finding) -> str:
    return f"/incidents/{INCIDENT_ID}/values/{of.id}"
