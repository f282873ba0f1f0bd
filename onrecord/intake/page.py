"""What a page says about itself: JSON-LD first, then OpenGraph and meta tags, then its markup."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

from htmldate import find_date
from lxml import etree

from onrecord.intake.base import Details
from onrecord.intake.dates import normalise
from onrecord.intake.details import byline_names

KINDS = re.compile(
    r"(?:news|blog|report|opinion|analysis|review|live|background|ask|scholarly|social)?\w*(?:article|posting)$",
    re.I,
)
"""Types of schema.org that are a report: Article and its kinds."""
PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "date",
    "pubdate",
    "publish-date",
    "article.published",
)
UPDATED = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "dcterms.modified",
    "last-modified",
    "lastmod",
    "article.updated",
)
SITES = ("og:site_name", "application-name", "dc.publisher", "publisher")
TITLES = ("og:title", "twitter:title", "dc.title", "title")
AUTHORS = (
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "byl",
    "byline",
)
ADDRESSES = ("og:url",)
JUNK_AUTHOR = re.compile(
    r"https?://|^www\.|^@|[/\\]|^(?:admin|administrator|editor|staff|unknown|anonymous|user|webmaster|null|none|n/a)$|\S+@\S+",
    re.IGNORECASE,
)
JOB = re.compile(
    r"^(?:(?:\w+\s+){0,3}(?:correspondent|reporter|editor|writer|columnist|journalist|producer)s?|staff)$",
    re.I,
)
LONGEST_NAME = 60
"""Code points of the longest author: longer ones are sentences about the author."""


@dataclass(frozen=True, slots=True)
class Tags:
    """A page's meta tags by lower-case name, every value in order."""

    values: Mapping[str, tuple[str, ...]]

    def first(self, names: tuple[str, ...]) -> str | None:
        """The first value of the first of these names that has one."""
        return next((v for name in names for v in self.values.get(name, ())), None)

    def every(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """All values of the first of these names that has one."""
        return next((self.values[name] for name in names if name in self.values), ())


def page_details(tree: etree._Element, address: str | None) -> Details:
    """Details as the page gives them; `address` is where it was taken from, if that is known."""
    tags, data = _tags(tree), _linked_data(tree)
    url = _address(tree, tags, data, address)
    return Details(
        outlet=_clean(_outlet(data) or tags.first(SITES)),
        url=url,
        title=_title(tree, tags, data),
        byline=_byline(tree, tags, data),
        published=_date(data, "datePublished", tags, PUBLISHED)
        or _marked_date(tree)
        or _dated(tree, url),
        updated=_date(data, "dateModified", tags, UPDATED),
        language=_language(tree, tags, data),
    )


def _tags(tree: etree._Element) -> Tags:
    values: dict[str, list[str]] = {}
    for tag in tree.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or ""
        content = (tag.get("content") or "").strip()
        if name and content:
            values.setdefault(name.strip().lower(), []).append(content)
    return Tags({name: tuple(each) for name, each in values.items()})


def _linked_data(tree: etree._Element) -> Mapping[str, Any]:
    """The page's own JSON-LD object for its report; empty where it has none that can be read."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            whole = json.loads((script.text or "").strip().rstrip(";"), strict=False)
        except (ValueError, RecursionError):
            continue  # the page's own mistake; its other tags are there
        for node in _nodes(whole):
            if any(KINDS.fullmatch(str(kind)) for kind in _each(node.get("@type"))):
                return node
    return {}


def _nodes(data: Any) -> Iterator[Mapping[str, Any]]:
    """The objects of JSON-LD: alone, in lists, in a graph, as what a page is about."""
    for node in _each(data):
        if isinstance(node, list):
            yield from _nodes(node)
        elif isinstance(node, dict):
            yield node
            for key in ("@graph", "mainEntity", "mainEntityOfPage"):
                if isinstance(node.get(key), (list, dict)):
                    yield from _nodes(node[key])


def _each(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _text(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _names(value: Any) -> Iterator[str]:
    for each in _each(value):
        if isinstance(each, dict):
            yield from _names(each.get("name"))
        elif isinstance(each, str) and each.strip():
            yield each.strip()


def _clean(text: str | None) -> str | None:
    return " ".join(text.split()) or None if text else None


def _outlet(data: Mapping[str, Any]) -> str | None:
    return next(_names(data.get("publisher")), None)


def _address(
    tree: etree._Element, tags: Tags, data: Mapping[str, Any], address: str | None
) -> str | None:
    """The canonical address: link, OpenGraph, JSON-LD, else where the page was taken from."""
    links = [
        link.get("href")
        for link in tree.iter("link")
        if (link.get("rel") or "").lower() == "canonical"
    ]
    own = data.get("mainEntityOfPage")
    named = own.get("@id") if isinstance(own, dict) else own
    for found in (*links, tags.first(ADDRESSES), _text(data.get("url")), _text(named)):
        whole = _joined(address or "", found or "")
        if (
            whole
            and urlsplit(whole).scheme in {"http", "https"}
            and urlsplit(whole).path.strip("/")
        ):
            return whole
    return address


def _joined(base: str, found: str) -> str | None:
    try:
        return urljoin(base, found.strip())
    except ValueError:
        return None


def _title(tree: etree._Element, tags: Tags, data: Mapping[str, Any]) -> str | None:
    """The headline; the browser's title without the outlet's name as the last resort."""
    heads = [" ".join(head.itertext()) for head in tree.iter("h1")]
    head = _clean(heads[0]) if len(heads) == 1 else None
    found = _text(data.get("headline")) or head or tags.first(TITLES)
    if found:
        return _clean(found)
    title = _clean("".join(tree.findtext(".//title") or ""))
    return re.split(r"\s+[|–—-]\s+(?=[^|–—-]+$)", title)[0] if title else None


def _byline(tree: etree._Element, tags: Tags, data: Mapping[str, Any]) -> tuple[str, ...]:
    """Names of authors without addresses, jobs and the like."""
    marked = [
        " ".join(node.itertext())
        for node in tree.iter("a", "span", "address", "p", "div")
        if (node.get("rel") or node.get("itemprop") or "").lower() == "author"
    ]
    for names in (list(_names(data.get("author"))), list(tags.every(AUTHORS)), marked[:4]):
        kept = [name for given in names for name in _authors(given)]
        if kept:
            return tuple(dict.fromkeys(kept))
    return ()


def _authors(given: str) -> Iterator[str]:
    if JUNK_AUTHOR.search(given.strip()):
        return
    for name in byline_names(" ".join(given.split())):
        if len(name) <= LONGEST_NAME and not JUNK_AUTHOR.search(name) and not JOB.match(name):
            yield name


def _date(data: Mapping[str, Any], key: str, tags: Tags, names: tuple[str, ...]) -> str | None:
    for given in (_text(data.get(key)), *(tags.first((name,)) for name in names)):
        found = normalise(given) if given else None
        if found:
            return found
    return None


def _marked_date(tree: etree._Element) -> str | None:
    """A `time` element that says it is the date of publication."""
    for node in tree.iter("time"):
        marked = node.get("itemprop") == "datePublished" or node.get("pubdate") is not None
        found = normalise(node.get("datetime") or "") if marked else None
        if found:
            return found
    return None


def _dated(tree: etree._Element, url: str | None) -> str | None:
    """What htmldate finds: a day, where the page names none in its tags."""
    found = find_date(tree, url=url, original_date=True, extensive_search=False)
    return normalise(found) if found else None


def _language(tree: etree._Element, tags: Tags, data: Mapping[str, Any]) -> str | None:
    told = data.get("inLanguage")
    if isinstance(told, dict):
        told = told.get("alternateName") or told.get("name")
    root = tree.getroottree().getroot().get("lang")
    return _text(told) or root or tags.first(("og:locale", "language", "content-language"))
