"""Who may read and decide: names on one's own machine, passwords or a proxy's header elsewhere."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Literal

from starlette.requests import Request

from onrecord.errors import UsageError

LOCAL_NAMES = ("localhost", "127.0.0.1", "[::1]", "::1")
COST = 2**14
"""scrypt's work factor: about 50 ms and 16 MB a sign-in, OWASP's minimum with a block of 8."""

NAME_LENGTH = 60
"""Characters of a coder's name at most."""


@dataclass(frozen=True, slots=True)
class Access:
    """How people say who they are.

    `names`: they write their name (on one's own machine only); `passwords`: the name and a password
    set with `onrecord review coder`; `header`: the reverse proxy names them in that header.
    """

    kind: Literal["names", "passwords", "header"]
    header: str = ""

    @property
    def closed(self) -> bool:
        """Whether reading too needs a name."""
        return self.kind != "names"


def is_local(host: str) -> bool:
    """Whether only this machine can reach that address."""
    if host in LOCAL_NAMES:
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def coder_of(request: Request) -> str:
    """The name of who asks; "" where nobody has signed in."""
    access: Access = request.app.state.access
    if access.kind == "header":
        return tidy(request.headers.get(access.header, ""))
    return str(request.session.get("coder", ""))


def token_of(request: Request) -> str:
    """The session's token, which every form has to bring back."""
    if "token" not in request.session:
        request.session["token"] = secrets.token_urlsafe(18)
    return str(request.session["token"])


def is_ours(request: Request, given: str) -> bool:
    """Whether a form comes from a page of this session, and not from another site."""
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    return hmac.compare_digest(token_of(request).encode(), given.encode())


def tidy(name: str) -> str:
    """A name on one line, without white space around it, of a bearable length."""
    return " ".join(name.split())[:NAME_LENGTH]


def seal(password: str) -> str:
    """A password's salted hash, to be stored.

    Raises:
        UsageError: the password is short.
    """
    if len(password) < 8:
        raise UsageError("The password is too short", hint="Take eight characters or more.")
    salt = secrets.token_bytes(16)
    return f"{salt.hex()}:{_hash(password, salt).hex()}"


def fits(password: str, sealed: str) -> bool:
    """Whether that is the password."""
    salt, _, known = sealed.partition(":")
    return hmac.compare_digest(_hash(password, bytes.fromhex(salt)), bytes.fromhex(known))


def _hash(password: str, salt: bytes) -> bytes:
    return hashlib.scrypt(password.encode(), salt=salt, n=COST, r=8, p=1)
