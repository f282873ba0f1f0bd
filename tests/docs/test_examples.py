"""The reference's examples: each command and each option has one, and all run, in their order."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import click
import pytest

from docs.build import DOCS
from docs.examples import ENDLESS, EXAMPLES, SHOWN_ELSEWHERE
from onrecord.cli.main import VERBS, run


def commands() -> Iterator[tuple[str, click.Command]]:
    """Each command that can be called, by its name behind `onrecord`."""
    for verb in VERBS:
        command: click.Command = import_module(f"onrecord.cli.{verb}").command
        if isinstance(command, click.Group):
            yield from ((f"{verb} {name}", part) for name, part in command.commands.items())
        else:
            yield verb, command


def examples_of(name: str) -> list[str]:
    every = EXAMPLES[name.split()[0]]
    return [
        line for line in every if line.startswith(f"onrecord {name} ") or line == f"onrecord {name}"
    ]


def test_each_verb_has_examples_and_the_reference_has_them() -> None:
    assert list(EXAMPLES) == list(VERBS)
    page = (DOCS / "reference" / "commands.md").read_text(encoding="utf-8")
    assert [line for lines in EXAMPLES.values() for line in lines if line not in page] == []


@pytest.mark.parametrize(("name", "command"), [*commands()], ids=str)
def test_each_option_has_an_example(name: str, command: click.Command) -> None:
    lines = examples_of(name)
    assert lines
    shown = {word for line in lines for word in shlex.split(line)}
    options = [p for p in command.params if isinstance(p, click.Option)]
    without = {o.name for o in options if not {*o.opts, *SHOWN_ELSEWHERE} & shown}
    assert without <= {o.name for o in options if SHOWN_ELSEWHERE.intersection(o.opts)}


def test_they_run(example_folder: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    for verb, lines in EXAMPLES.items():
        for line in lines:
            words = shlex.split(line)[1:]
            target = words[words.index(">") + 1] if ">" in words else None
            words = words[: words.index(">")] if target else words
            if verb in ENDLESS:
                command: click.Command = import_module(f"onrecord.cli.{verb}").command
                assert command.make_context(verb, words[1:]).params["record"]
                continue
            capfdbinary.readouterr()
            assert run(words) == 0, line
            told = capfdbinary.readouterr().out
            if target:
                Path(target).write_bytes(told)
            else:
                assert told or "--quiet" in words or "--output" in words or "--to" in words, line
