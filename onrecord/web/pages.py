"""The pages that are read: from a request to a context to an answer."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from onrecord.web.answer import page
from onrecord.web.ask import asked
from onrecord.web.desk import Desk
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


def incidents(request: Request) -> Response:
    """The list of incidents: `/`."""
    given = asked(request.query_params)
    context = incidents_page(desk_of(request), given.ask, given.troubles)
    return page(request, "incidents", context, title="Incidents", part="incidents")
