"""The pages that are read: from a request to a context to an answer."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from onrecord.web.access import coder_of
from onrecord.web.answer import page, part
from onrecord.web.ask import asked
from onrecord.web.desk import Desk
from onrecord.web.finding import finding_pane
from onrecord.web.incident import incident_page, words_pane
from onrecord.web.incidents import incidents_page


@dataclass(frozen=True, slots=True)
class Trouble:
    """A page that says what went wrong, the next step, and the value that was given."""

    message: str
    hint: str
    value: str = ""


def desk_of(request: Request) -> Desk:
    """The desk of the application."""
    desk: Desk = request.app.state.desk
    return desk


def own_pass(request: Request) -> str:
    """The coder whose first pass is shown; "" where people decide together."""
    return coder_of(request) if request.app.state.independent else ""


def incidents(request: Request) -> Response:
    """The list of incidents: `/`."""
    given = asked(request.query_params)
    context = incidents_page(desk_of(request), given.ask, given.troubles)
    return page(request, "incidents", context, title="Incidents", part="incidents")


def incident(request: Request) -> Response:
    """One incident: `/incidents/{incident}`; `?until=` shows it as decided up to that moment."""
    context = incident_page(
        desk_of(request),
        request.path_params["incident"],
        coder=own_pass(request),
        moment=request.query_params.get("until", ""),
    )
    return page(request, "incident", context, title=context.brief.title, part="incidents")


def finding(request: Request) -> Response:
    """One value: `/incidents/{incident}/values/{finding}`; a part of the page for htmx."""
    context = finding_pane(
        desk_of(request),
        request.path_params["incident"],
        request.path_params["finding"],
        coder=own_pass(request),
    )
    return part(request, "finding", context, title=f"{context.label}: {context.value_words}")


def words(request: Request) -> Response:
    """Words in their report: `/reports/{report}/words?at=10-20&via=3-8&who=…`."""
    query = request.query_params
    context = words_pane(
        desk_of(request),
        request.path_params["report"],
        at=query.get("at", ""),
        via=query.get("via", ""),
        names=query.get("who", ""),
    )
    return part(request, "words", context, title=context.title)
