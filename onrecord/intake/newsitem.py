"""A ninjs item as the fields of JSON Lines, whichever of the format's versions it has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

BODIES = ("body_html", "body_xhtml", "body_text")
"""Bodies of version 1, the one with paragraphs first."""
KINDS = ("text/html", "application/xhtml+xml", "text/plain")
"""Kinds of bodies of versions 2 and 3, in the same order."""


def fields(item: Mapping[str, Any]) -> dict[str, Any] | None:
    """The fields of JSON Lines of a ninjs item; None where it is none."""
    if "text" in item or "html" in item or "uri" not in item:
        return None
    body = _body(item)
    if body is None:
        return None
    given = {
        **body,
        "url": _address(item),
        "id": item["uri"],
        "outlet": _outlet(item),
        "title": _main(item.get("headlines"), "value") or item.get("headline") or item.get("title"),
        "byline": item.get("by") or item.get("byline"),
        "published": _first(item, "firstCreated", "firstcreated", "contentCreated")
        or _first(item, "versionCreated", "versioncreated"),
        "updated": _first(item, "versionCreated", "versioncreated"),
        "language": item.get("language"),
    }
    return {name: value for name, value in given.items() if value is not None}


def _body(item: Mapping[str, Any]) -> dict[str, str] | None:
    for name in BODIES:
        if isinstance(item.get(name), str):
            return {"text" if name == "body_text" else "fragment": item[name]}
    bodies = item.get("bodies")
    if not isinstance(bodies, list):
        return None
    found = [b for b in bodies if isinstance(b, dict) and isinstance(b.get("value"), str)]
    found.sort(
        key=lambda b: KINDS.index(b.get("contentType")) if b.get("contentType") in KINDS else 9
    )
    if not found:
        return None
    markup = found[0].get("contentType") in KINDS[:2]
    return {"fragment" if markup else "text": found[0]["value"]}


def _address(item: Mapping[str, Any]) -> str | None:
    uri = str(item["uri"])
    return uri if uri.lower().startswith(("http://", "https://")) else None


def _outlet(item: Mapping[str, Any]) -> str | None:
    """The provider: the first source of information, else who holds the rights."""
    for name in ("infoSources", "infosource", "providers"):
        found = _main(item.get(name), "name") or _main(item.get(name), "literal")
        if found:
            return found
    return _first(item, "provider", "source", "copyrightHolder", "copyrightholder")


def _main(several: Any, name: str) -> str | None:
    """A member of a list's first object, one with the role `main` before others."""
    found = [one for one in several if isinstance(one, dict)] if isinstance(several, list) else []
    found.sort(key=lambda one: one.get("role") != "main")
    return next((one[name] for one in found if isinstance(one.get(name), str)), None)


def _first(item: Mapping[str, Any], *names: str) -> str | None:
    return next((item[name] for name in names if isinstance(item.get(name), str)), None)
