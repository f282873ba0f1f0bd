"""Answers: a page's context as HTML or, for programs, as the same context in JSON."""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from onrecord.core.values import Damage, Interval, Link, Period, value_json
from onrecord.export.words import counted, date_words, listed, upper_first, web_address
from onrecord.web.access import coder_of, token_of


@dataclass(frozen=True, slots=True)
class Shell:
    """What stands around every page.

    `coder` is who is signed in, `token` what forms bring back, `here` the page's address, `part` its
    entry in the menu, `decisions` how many there are, `record` the file's name, `said` what was just
    done, `undo` the decision that can be taken back.
    """

    title: str
    part: str
    here: str
    coder: str
    token: str
    can_sign_in: bool
    passwords: bool
    decisions: int
    independent: bool
    record: str
    regrouping: bool
    regroup_trouble: str
    said: str = ""
    undo: str = ""


def make_environment() -> Environment:
    """Jinja's environment: all text is escaped."""
    environment = Environment(
        loader=PackageLoader("onrecord.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "listed": listed,
        "web": web_address,
        "date_words": date_words,
        "upper_first": upper_first,
    }
    environment.globals["counted"] = counted
    for name in environment.list_templates():  # compiled now, so that no page waits for it
        environment.get_template(name)
    return environment


def wants_json(request: Request) -> bool:
    """Whether a program asks: `?as=json`, or it accepts JSON and no HTML."""
    accepted = request.headers.get("accept", "")
    return request.query_params.get("as") == "json" or (
        "application/json" in accepted and "text/html" not in accepted
    )


def page(
    request: Request,
    template: str,
    context: object,
    *,
    title: str,
    part: str = "",
    status: int = 200,
) -> Response:
    """A whole page of a context; its JSON where a program asks."""
    if wants_json(request):
        return json_of(context, status)
    shell = shell_of(request, title, part)
    text = request.app.state.environment.get_template(f"{template}.html.j2").render(
        page=context, shell=shell
    )
    return HTMLResponse(text, status)


def part(
    request: Request, template: str, context: object, *, title: str, status: int = 200
) -> Response:
    """A part of a page where htmx asks for it, else the same part as a page of its own."""
    if wants_json(request):
        return json_of(context, status)
    whole = "" if request.headers.get("hx-request") == "true" else "_page"
    environment = request.app.state.environment
    shell = shell_of(request, title, quiet=not whole)
    found = environment.get_template(f"{template}{whole}.html.j2").render(page=context, shell=shell)
    return HTMLResponse(found, status)


def shell_of(request: Request, title: str, part: str = "", *, quiet: bool = False) -> Shell:
    """What stands around the page; `quiet` leaves what was said for the next whole page."""
    state = request.app.state
    said = "" if quiet else str(request.session.pop("said", ""))
    undo = "" if quiet else str(request.session.pop("undo", ""))
    query = f"?{request.url.query}" if request.url.query else ""
    return Shell(
        title=title,
        part=part,
        here=f"{request.url.path}{query}",
        coder=coder_of(request),
        token=token_of(request),
        can_sign_in=state.access.kind != "header",
        passwords=state.access.kind == "passwords",
        decisions=len(state.desk.decisions.every),
        independent=state.independent,
        record=state.desk.record.name,
        regrouping=state.desk.regrouping,
        regroup_trouble=state.desk.regroup_trouble,
        said=said,
        undo=undo,
    )


def json_of(context: object, status: int = 200) -> Response:
    """A context as JSON."""
    text = json.dumps(plain_data(context), ensure_ascii=False, separators=(",", ":"))
    return Response(text, status, media_type="application/json")


def plain_data(value: Any) -> Any:
    """A context's dataclasses, tuples and values as plain data."""
    if isinstance(value, (Interval, Period, Link, Damage)):
        return value_json(value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain_data(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, dict):
        return {str(key): plain_data(item) for key, item in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [plain_data(item) for item in value]
    return value
