"""Completion, parts of other packages, and the files for servers."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import EntryPoint
from pathlib import Path

import click
import pytest

from onrecord.cli.main import VERBS, cli, run
from onrecord.core import plugins
from onrecord.core.report import Report
from onrecord.errors import UsageError
from onrecord.export import EXPORTERS, Exporter, exporters
from onrecord.intake.base import Delivery, Details, Item, Reader
from onrecord.intake.finish import finish
from onrecord.intake.readers import readers
from onrecord.intake.take import take
from onrecord.settings import Settings

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_script_for_each_shell(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["completion", shell]) == 0
    script = capsys.readouterr().out
    assert f"_ONRECORD_COMPLETE={shell}_complete" in script


def completed(words: str) -> list[str]:
    environment = os.environ | {
        "_ONRECORD_COMPLETE": "bash_complete",
        "COMP_WORDS": words,
        "COMP_CWORD": str(len(words.split()) - 1),
    }
    program = [sys.executable, "-c", "from onrecord.cli.main import main; main()"]
    found = subprocess.run(program, env=environment, capture_output=True, text=True, check=False)
    return [line.partition(",")[2] for line in found.stdout.splitlines()]


def test_verbs_options_and_formats_are_completed() -> None:
    assert completed("onrecord pub") == ["publish"]
    assert completed("onrecord export r.duckdb --format geo") == ["geojson"]


def offer(monkeypatch: pytest.MonkeyPatch, value: str, group: str) -> None:
    point = EntryPoint("mine", value, group)
    monkeypatch.setattr(
        plugins, "entry_points", lambda group: [point] if group == point.group else []
    )


def test_an_exporter_of_another_package_is_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    offer(monkeypatch, "tests.cli.test_completion_deploy:MINE", "onrecord.exporters")
    assert exporters() == (*EXPORTERS, MINE)


MINE = Exporter("mine", ".mine", "Nothing at all", lambda contents, stream: None)


def read_wire(delivery: Delivery, given: Details) -> Iterator[Item]:
    """A format of an agency's own: a title, a bar, the text."""
    title, _, text = delivery.stream.read().decode().partition("|")
    yield finish(text, given.over(Details(title=title)), delivery.where)


WIRE = Reader("wire", (".wire",), lambda head: False, read_wire)


def test_a_reader_of_another_package_takes_its_files(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    offer(monkeypatch, "tests.cli.test_completion_deploy:WIRE", "onrecord.readers")
    readers.cache_clear()
    (tmp_path / "a.wire").write_text("Barge sinks|A barge sank off Orvik on Monday.", "utf-8")
    (report,) = take([str(tmp_path)], Settings())
    readers.cache_clear()
    assert isinstance(report, Report)
    assert (report.title, report.text) == ("Barge sinks", "A barge sank off Orvik on Monday.")


@pytest.mark.parametrize("value", ["no.such.module:x", "onrecord.errors:nothing", "os:sep"])
def test_a_part_that_cannot_be_used_is_named(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    offer(monkeypatch, value, "onrecord.exporters")
    with pytest.raises(UsageError) as error:
        exporters()
    assert (error.value.value, error.value.where) == ("mine", "onrecord.exporters")


@pytest.mark.parametrize("unit", sorted((ROOT / "deploy").glob("*.service")), ids=lambda p: p.stem)
def test_units_start_commands_that_there_are(unit: Path) -> None:
    (line,) = re.findall(r"^ExecStart=(.+)$", unit.read_text("utf-8"), re.MULTILINE)
    words = shlex.split(line.replace("$SOURCES", "feed.xml"))
    assert words[0].endswith("/onrecord")
    assert words[1] in VERBS
    command = cli.get_command(click.Context(cli), words[1])
    assert command is not None
    command.make_context(words[1], words[2:])


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="no systemd here")
@pytest.mark.parametrize("unit", sorted((ROOT / "deploy").glob("*.service")), ids=lambda p: p.stem)
def test_systemd_takes_the_units(unit: Path, tmp_path: Path) -> None:
    there = unit.read_text("utf-8").replace("/usr/local/bin/onrecord", "/bin/true")
    (tmp_path / unit.name).write_text(there, encoding="utf-8")
    command = ["systemd-analyze", "verify", "--man=no", str(tmp_path / unit.name)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


KNOWN = {
    "FROM",
    "RUN",
    "COPY",
    "USER",
    "WORKDIR",
    "VOLUME",
    "EXPOSE",
    "STOPSIGNAL",
    "ENTRYPOINT",
    "CMD",
}


def instructions() -> list[tuple[str, str]]:
    lines = (ROOT / "Dockerfile").read_text("utf-8").splitlines()
    words = (line.partition(" ") for line in lines if line and not line.startswith("#"))
    return [(name, rest) for name, _, rest in words]


def test_the_image_installs_what_there_is_and_runs_as_nobody() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    told = instructions()
    assert told[0][0] == "FROM"
    assert {name for name, _ in told} <= KNOWN
    runs = " ".join(rest for name, rest in told if name == "RUN")
    extras = re.search(r"/src\[([\w,]+)\]", runs)
    assert extras is not None
    assert set(extras[1].split(",")) <= set(project["optional-dependencies"])
    version = re.search(r"python:3\.(\d+)", told[0][1])
    assert version is not None
    assert f"Programming Language :: Python :: 3.{version[1]}" in project["classifiers"]
    by_name = dict(told)
    assert f"useradd --create-home --uid 10001 {by_name['USER']}" in runs
    assert json.loads(by_name["ENTRYPOINT"])[0] in project["scripts"]
    assert run(json.loads(by_name["CMD"])) == 0
    assert f"mkdir {by_name['WORKDIR']}" in runs
    assert by_name["VOLUME"] == by_name["WORKDIR"]


def test_the_lines_in_the_dockerfile_are_commands() -> None:
    text = (ROOT / "Dockerfile").read_text("utf-8")
    shown = re.findall(r"^#   docker run .* onrecord (.+)$", text, re.MULTILINE)
    assert len(shown) == 2
    for line in shown:
        verb, *words = shlex.split(line)
        command = cli.get_command(click.Context(cli), verb)
        assert command is not None
        command.make_context(verb, words)
