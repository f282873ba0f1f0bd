"""The desk as a web application: routes, and what holds for every answer."""

from __future__ import annotations

import secrets
from importlib import resources

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.sessions import SessionMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.errors import OnRecordError, RecordNotFound
from onrecord.web import pages, posts
from onrecord.web.access import LOCAL_NAMES, Access, coder_of
from onrecord.web.answer import make_environment, page
from onrecord.web.desk import Desk
from onrecord.web.pages import Trouble

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
    " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
OPEN_PATHS = ("/signin", "/static/")
"""What may be seen before one has signed in."""


def make_app(
    desk: Desk,
    access: Access,
    *,
    independent: bool = False,
    hosts: tuple[str, ...] = LOCAL_NAMES,
    secure: bool = False,
) -> Starlette:
    """The application.

    Args:
        desk: the opened record.
        access: how people say who they are.
        independent: coders make a first pass of their own, which an adjudicator then settles.
        hosts: names under which the desk answers; others are refused (`*` for any).
        secure: the session's cookie travels over HTTPS only.
    """
    static = resources.files("onrecord.web").joinpath("static")
    app = Starlette(
        routes=[*ROUTES, Mount("/static", StaticFiles(directory=str(static)), name="static")],
        middleware=[
            Middleware(Headers),
            Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts)),
            Middleware(
                SessionMiddleware,
                secret_key=secrets.token_hex(32),
                session_cookie="onrecord",
                same_site="lax",
                https_only=secure,
            ),
            Middleware(Door),
        ],
        exception_handlers={OnRecordError: told, 404: missing, 500: broken},
    )
    app.state.desk = desk
    app.state.access = access
    app.state.independent = independent
    app.state.environment = make_environment()
    return app


def form(path: str, handler: posts.Handler) -> Route:
    """A route to which a form is sent."""
    return Route(path, posts.post(handler), methods=["POST"])


ROUTES = [
    Route("/", pages.incidents),
    Route("/incidents/{incident}", pages.incident),
    Route("/incidents/{incident}/values/{finding}", pages.finding),
    Route("/incidents/{incident}/statements/{statement}", pages.statement),
    Route("/reports/{report}", pages.report),
    Route("/reports/{report}/words", pages.words),
    Route("/reports/{report}/beside/{other}", pages.beside),
    Route("/reports/{report}/since/{other}", pages.changes),
    Route("/entities", pages.entities),
    Route("/entities/{entity}", pages.entity),
    Route("/queue", pages.queue),
    Route("/decisions", pages.decisions),
    Route("/agreement", pages.agreement),
    Route("/intake", pages.intake),
    Route("/help", pages.help_page),
    Route("/signin", posts.sign_in_page),
    form("/incidents/{incident}/values/{finding}", posts.rule),
    form("/incidents/{incident}/statements/{statement}", posts.rule_statement),
    form("/incidents/{incident}/add", posts.add),
    form("/incidents/{incident}/notes", posts.note_incident),
    form("/incidents/{incident}/others", posts.merge_or_link),
    form("/incidents/{incident}/split", posts.split_incident),
    form("/reports/{report}/move", posts.move_report),
    form("/reports/{report}/copy", posts.mark_copy),
    form("/reports/{report}/notes", posts.note_report),
    form("/entities/{entity}/merge", posts.merge_entity),
    form("/entities/{entity}/split", posts.split_entity),
    form("/agreement", posts.settle),
    form("/undo", posts.undo),
    form("/signin", posts.sign_in),
    form("/signout", posts.sign_out),
]


class Headers:
    """Gives every answer the headers that keep a page to itself."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on."""

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                added = [(k.encode(), v.encode()) for k, v in HEADERS.items()]
                if not scope.get("path", "").startswith("/static/"):
                    added.append((b"cache-control", b"no-store"))
                message["headers"] = [*message["headers"], *added]
            await send(message)

        await self.app(scope, receive, with_headers)


class Door:
    """Sends people without a name to the sign-in page, where reading needs one."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on, or turns it away."""
        if scope["type"] == "http":
            request = Request(scope)
            known = request.url.path.startswith(OPEN_PATHS)
            if request.app.state.access.closed and not known and not coder_of(request):
                await turned_away(request)(scope, receive, send)
                return
        await self.app(scope, receive, send)


def turned_away(request: Request) -> Response:
    """The answer to somebody without a name."""
    if request.app.state.access.kind == "header":
        context = Trouble("Nobody is signed in", "The proxy in front of the desk gave no name.")
        return page(request, "trouble", context, title="No access", status=401)
    return RedirectResponse("/signin", 303)


def told(request: Request, error: Exception) -> Response:
    """An error of ours, in words, with the next step."""
    known = error if isinstance(error, OnRecordError) else OnRecordError(str(error))
    status = 404 if isinstance(known, RecordNotFound) else 400
    return page(
        request,
        "trouble",
        Trouble(known.message, known.hint, known.value),
        title=known.message,
        status=status,
    )


def missing(request: Request, error: Exception) -> Response:
    """There is no such page."""
    context = Trouble("There is no such page", "The menu above leads to all that there is.")
    return page(request, "trouble", context, title="No such page", status=404)


def broken(request: Request, error: Exception) -> Response:
    """A fault of ours: what was done is safe, since each decision is saved at once."""
    context = Trouble(
        "Something went wrong",
        "Nothing that you have saved is lost. Go back and try again; if it happens again, "
        "please report it with what the terminal says.",
    )
    return page(request, "trouble", context, title="Something went wrong", status=500)
