"""Watching feeds, pages and folders: what is new or changed is kept as a capture on disk.

Beside the record stands a folder with the captures, each with a sidecar that says where it is from,
and `state.json`, which is what a restart goes on from. A page is captured again only where its text
has changed: advertisements and menus change with every look. The difference is kept beside it.
"""

from __future__ import annotations

import difflib
import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import feedparser

from onrecord.core.report import Rejection, Report
from onrecord.errors import InputError, RecordError
from onrecord.intake.base import STAGE, Details, refused
from onrecord.intake.decoding import BOM, declared_encoding, decode
from onrecord.intake.fetch import Fetched, is_address
from onrecord.intake.html import page
from onrecord.intake.locate import Located, locate
from onrecord.intake.polling import Polled, Poller
from onrecord.intake.readers import reader_for

STATE = "state.json"
VERSION = 1
AGAIN = (3600.0, 4 * 3600.0, 24 * 3600.0, 72 * 3600.0)
"""Seconds behind the first look at which a page is looked at again: a live story changes within the
hours in which it runs, a correction comes within days."""
FORGET = 30 * 24 * 3600.0
"""Seconds behind its last look at which an address is forgotten that no feed names any more."""
MOST_ITEMS = 200
"""Items of a feed that are followed in one round; feeds of agencies hold a hundred."""
FEEDS = frozenset({"feed", "jsonfeed"})


@dataclass(slots=True)
class Watched:
    """An address between two rounds. `text` is the hash of its last text, `looks` how often it was
    looked at, `seen` when a feed last named it (seconds since the epoch)."""

    polled: Polled = field(default_factory=Polled)
    text: str = ""
    looks: int = 0
    seen: float = 0.0
    capture: str = ""

    def json(self) -> dict[str, Any]:
        """For the file that survives a restart."""
        return {
            "polled": self.polled.json(),
            "text": self.text,
            "looks": self.looks,
            "seen": self.seen,
            "capture": self.capture,
        }


@dataclass(slots=True)
class Round:
    """What one round brought: files to build from, how many are new, changed, the same; refusals."""

    files: list[str] = field(default_factory=list)
    new: int = 0
    changed: int = 0
    same: int = 0
    rejections: list[Rejection] = field(default_factory=list)


class Watch:
    """A watch over feeds, pages and folders, with what it knows in a folder of its own."""

    def __init__(self, folder: Path, poller: Poller) -> None:
        self.folder = folder
        self.poller = poller
        self.addresses: dict[str, Watched] = {}
        self.files: dict[str, str] = {}
        self.pending: list[str] = []
        self._load()

    def round(self, sources: Sequence[str]) -> Round:
        """Look at each source once; what is known is on disk when this returns.

        Files of an earlier round that were not taken are given again: see `done`.
        """
        found = Round(files=[name for name in self.pending if Path(name).exists()])
        try:
            for source in sources:
                if is_address(source):
                    self._source(source, found)
                else:
                    self._folder(source, found)
            self._again(found)
        finally:
            self.pending = list(found.files)
            self._save()
        return found

    def done(self) -> None:
        """The files of the last round are in the record."""
        self.pending = []
        self._save()

    def _source(self, address: str, found: Round) -> None:
        """A feed, whose items are followed, or a page."""
        known = self._known(address)
        answer = self.poller.poll(address, known.polled)
        if answer.outcome == "refused":
            found.rejections.append(rejection(address, answer.why))
        if answer.fetched is None:
            return
        fetched = answer.fetched
        try:
            reader = reader_for("", fetched.data[:4096], fetched.media_type, where=address)
        except InputError as error:
            found.rejections.append(refused(error, address))
            return
        if reader.name not in FEEDS:
            known.looks += 1
            self._capture(address, known, fetched, Details(), found)
            return
        for item in list(items(fetched))[:MOST_ITEMS]:
            self._item(item, found)

    def _item(self, item: Details, found: Round) -> None:
        """An item of a feed: its page is looked at when it is new; later looks follow by themselves."""
        address = item.url or ""
        if not is_address(address):
            return
        known = self._known(address)
        if known.looks == 0:
            self._look(address, known, item, found)

    def _again(self, found: Round) -> None:
        """Pages whose next look is due; addresses that nobody named for long are forgotten."""
        now = self.poller.now()
        for address, known in list(self.addresses.items()):
            if known.looks and known.capture and known.looks <= len(AGAIN):
                if known.polled.due <= now:
                    self._look(address, known, Details(url=address), found)
            elif now - known.seen > FORGET:
                del self.addresses[address]

    def _look(self, address: str, known: Watched, details: Details, found: Round) -> None:
        answer = self.poller.poll(address, known.polled)
        if answer.outcome == "waiting":
            return
        if answer.outcome == "refused":
            found.rejections.append(rejection(address, answer.why))
            return
        known.looks += 1
        if known.looks <= len(AGAIN):
            known.polled.due = self.poller.now() + AGAIN[known.looks - 1]
        if answer.fetched is None:
            found.same += 1
        else:
            self._capture(address, known, answer.fetched, details, found)

    def _capture(
        self, address: str, known: Watched, fetched: Fetched, details: Details, found: Round
    ) -> None:
        """Keep a page whose text is new or has changed."""
        try:
            data = fetched.data
            text = decode(data, address, declared_encoding(data, fetched.encoding))
            report = next(page(text, details, address, address=fetched.address))
        except InputError as error:
            found.rejections.append(refused(error, address))
            return
        if not isinstance(report, Report):
            return
        digest = hashlib.sha256(report.text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        if digest == known.text:
            found.same += 1
            return
        name = hashlib.sha256(address.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        path = self.folder / "captures" / name / f"{digest}.html"
        write(path.with_suffix(".json"), _sidecar(address, details))
        write(path.with_suffix(".seen"), report.text)
        if known.capture:
            found.changed += 1
            before = self.folder / known.capture
            write(path.with_suffix(".diff"), difference(_text(before), report.text))
        else:
            found.new += 1
        write(path, BOM + text)  # UTF-8, whatever the page says of itself
        known.text, known.capture = digest, str(path.relative_to(self.folder))
        found.files.append(str(path))

    def _folder(self, source: str, found: Round) -> None:
        """The files of a folder or glob that are new or were written to."""
        try:
            located = list(locate(source, [source]))
        except InputError as error:
            found.rejections.append(refused(error, source))
            return
        for item in located:
            if not isinstance(item, Located):
                found.rejections.append(item)
                continue
            status = item.path.stat()
            mark = f"{status.st_mtime_ns}-{status.st_size}"
            before = self.files.get(str(item.path))
            if before == mark:
                found.same += 1
                continue
            found.new += before is None
            found.changed += before is not None
            self.files[str(item.path)] = mark
            found.files.append(str(item.path))

    def _known(self, address: str) -> Watched:
        known = self.addresses.setdefault(address, Watched())
        known.seen = self.poller.now()
        return known

    def _load(self) -> None:
        """What an earlier run knew.

        Raises:
            RecordError: the file is damaged, or a newer On Record wrote it.
        """
        path = self.folder / STATE
        if not path.exists():
            return
        try:
            data = json.loads(path.read_text(encoding="utf-8"))
            if data["version"] != VERSION:
                raise ValueError(f"version {data['version']}")
            self.files = dict(data["files"])
            self.pending = list(data["pending"])
            for address, known in data["addresses"].items():
                polled = Polled(**known.pop("polled"))
                self.addresses[address] = Watched(polled, **known)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise RecordError(
                f"The state of the watch cannot be read: {error}",
                value=str(path),
                hint="Move it away to start the watch anew; the record stays as it is.",
            ) from error

    def _save(self) -> None:
        state = {
            "version": VERSION,
            "addresses": {a: known.json() for a, known in sorted(self.addresses.items())},
            "files": dict(sorted(self.files.items())),
            "pending": self.pending,
        }
        write(self.folder / STATE, json.dumps(state, indent=1) + "\n")


def items(fetched: Fetched) -> Iterator[Details]:
    """The items of a feed with their addresses."""
    if b"jsonfeed.org" in fetched.data[:4096]:
        yield from _json_items(fetched)
        return
    found = feedparser.parse(fetched.data)
    outlet = found.feed.get("title") or None
    for entry in found.entries:
        yield Details(outlet=outlet, url=entry.get("link"), title=entry.get("title"))


def _json_items(fetched: Fetched) -> Iterator[Details]:
    try:
        feed = json.loads(fetched.data)
    except ValueError:
        return
    for item in feed.get("items", []) if isinstance(feed, dict) else []:
        if isinstance(item, dict) and isinstance(item.get("url"), str):
            yield Details(outlet=str(feed.get("title") or "") or None, url=item["url"])


def _sidecar(address: str, details: Details) -> str:
    """Where a capture is from; what the page says of itself stays the page's."""
    given = {"url": address} | ({"outlet": details.outlet} if details.outlet else {})
    return json.dumps(given, ensure_ascii=False) + "\n"


def _text(capture: Path) -> str:
    """The text of an earlier capture; nothing where it was taken away."""
    try:
        return capture.with_suffix(".seen").read_text(encoding="utf-8")
    except OSError:
        return ""


def difference(before: str, after: str) -> str:
    """What changed between two texts, paragraph by paragraph, as a unified diff."""
    old, new = (text.split("\n") for text in (before, after))
    return "\n".join(difflib.unified_diff(old, new, "before", "after", lineterm="", n=1)) + "\n"


def rejection(address: str, why: str) -> Rejection:
    """An address that gave nothing this time."""
    return Rejection(STAGE, "fetch", address, f"Could not be fetched: {why}", "It is tried again.")


def write(path: Path, text: str) -> None:
    """Write a file whole or not at all: a stop in the middle leaves the old one.

    Raises:
        OSError: it cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.new")
    part.write_bytes(text.encode("utf-8", "surrogateescape"))
    os.replace(part, path)
