"""What a page says about itself: JSON-LD first, then OpenGraph and meta tags, then its markup."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from html import unescape
from typing import Any
from urllib.parse import urljoin, urlsplit

from htmldate import find_date
from lxml import etree

from onrecord.intake import moments
from onrecord.intake.base import Details
from onrecord.intake.dates import normalise
from onrecord.intake.details import byline_names

KINDS = re.compile(
    r"(?:news|blog|report|opinion|analysis|review|live|background|ask|scholarly|social)?\w*(?:article|posting)$",
    re.IGNORECASE,
)
"""Types of schema.org that are a report: Article and its kinds."""
PAGE = re.compile(r"(?:\w*page|creativework)", re.IGNORECASE)
"""Types that may carry the dates where no report does."""
PUBLISHED = (
    "article:published_time",
    "article:published",
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
    "article:modified",
    "og:updated_time",
    "datemodified",
    "dcterms.modified",
    "last-modified",
    "lastmod",
    "article.updated",
    "og:article:modified_time",
    "dc.date.modified",
    "updated-date",
    "revision_date",
)
PUBLISHED_PROPS = frozenset({"datePublished"})
UPDATED_PROPS = frozenset({"dateModified", "dateUpdated"})
"""Microdata's properties of an element that gives a date."""
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
    r"https?://|^www\.|[/\\]|\S+@\S+|^(?:admin|administrator|editorial|editor|staff|unknown|anonymous|guest|user|"
    r"webmaster|null|none|n/a)$|\bprint this\b",
    re.IGNORECASE,
)
LEAD = re.compile(
    r"^(?:analysis|opinion|review|story|words|reporting|written|column|commentary|posted)\s+by\s+",
    re.IGNORECASE,
)
JOB = re.compile(
    r"\b(?:correspondent|reporter|editor|editor-at-large|writer|columnist|journalist|producer|contributor)s?\b"
    r"|^staff\b|^(?:MA|MS|MD|RD|RDN|PhD|Ph\.D|Jr|Sr)$",
    re.IGNORECASE,
)
NAME_WORDS = 6
"""Words of the longest author: longer ones are sentences about the author."""


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
    published = _published(tree, tags, data) or _dated(tree, url)
    return Details(
        outlet=_outlet(tags, data) or _host(url),
        url=url,
        title=_title(tree, tags, data),
        byline=_byline(tree, tags, data),
        published=published,
        updated=_updated(tree, tags, data, published),
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


@dataclass(frozen=True, slots=True)
class LinkedData:
    """A page's JSON-LD: the object of its report, its other objects, and all by their ids."""

    report: Mapping[str, Any]
    others: tuple[Mapping[str, Any], ...]
    by_id: Mapping[str, Mapping[str, Any]]

    def names(self, key: str) -> list[str]:
        """The names under a key of the report, looked up where only an id is given."""
        whole = (
            self.by_id.get(v.get("@id", ""), v) if isinstance(v, dict) and "name" not in v else v
            for v in _each(self.report.get(key))
        )
        return [unescape(name) for value in whole for name in _names(value)]

    def text(self, key: str) -> str | None:
        """A text of the report."""
        value = _text(self.report.get(key))
        return unescape(value) if value else None


def _linked_data(tree: etree._Element) -> LinkedData:
    """The page's JSON-LD; what cannot be read is passed over, its other tags are there."""
    nodes: list[Mapping[str, Any]] = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            with suppress(ValueError, RecursionError):
                whole = json.loads((script.text or "").strip().rstrip(";"), strict=False)
                nodes += _nodes(whole)
    reports = [
        n for n in nodes if any(KINDS.fullmatch(str(kind)) for kind in _each(n.get("@type")))
    ]
    pages = [n for n in nodes if any(PAGE.fullmatch(str(kind)) for kind in _each(n.get("@type")))]
    by_id = {str(node["@id"]): node for node in nodes if "@id" in node and "name" in node}
    return LinkedData(reports[0] if reports else {}, (*reports[1:], *pages), by_id)


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


def _outlet(tags: Tags, data: LinkedData) -> str | None:
    """The publisher's name, without what stands behind a bar."""
    name = next(iter(data.names("publisher")), None) or tags.first(SITES)
    return _clean(re.split(r"\s+\|\s+", name)[0]) if name else None


def _host(url: str | None) -> str | None:
    """The address's host: who published, where the page does not say its name."""
    return (urlsplit(url or "").hostname or "").removeprefix("www.") or None


def _address(tree: etree._Element, tags: Tags, data: LinkedData, address: str | None) -> str | None:
    """The canonical address: link, OpenGraph, JSON-LD, else where the page was taken from."""
    links = [
        link.get("href")
        for link in tree.iter("link")
        if (link.get("rel") or "").lower() == "canonical"
    ]
    own = data.report.get("mainEntityOfPage")
    named = own.get("@id") if isinstance(own, dict) else own
    for found in (*links, tags.first(ADDRESSES), data.text("url"), _text(named)):
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


def _title(tree: etree._Element, tags: Tags, data: LinkedData) -> str | None:
    """The headline; the browser's title without the outlet's name as the last resort."""
    heads = [" ".join(head.itertext()) for head in tree.iter("h1")]
    head = _clean(heads[0]) if len(heads) == 1 else None
    found = data.text("headline") or head or tags.first(TITLES)
    if found:
        return _clean(found)
    title = _clean("".join(tree.findtext(".//title") or ""))
    return re.split(r"\s+[|–—-]\s+(?=[^|–—-]+$)", title)[0] if title else None


def _byline(tree: etree._Element, tags: Tags, data: LinkedData) -> tuple[str, ...]:
    """Names of authors without addresses, jobs and the like."""
    marked = [
        " ".join(node.itertext())
        for node in tree.iter("a", "span", "address", "p", "div")
        if (node.get("rel") or node.get("itemprop") or "").lower() == "author"
    ]
    for names in (data.names("author"), list(tags.every(AUTHORS)), marked[:4]):
        kept = [name for given in names for name in _authors(given)]
        if kept:
            return tuple(dict.fromkeys(kept))
    return ()


def _authors(given: str) -> Iterator[str]:
    if JUNK_AUTHOR.search(given.strip()):
        return
    for name in byline_names(LEAD.sub("", " ".join(given.split()))):
        fits = (
            len(name.split()) <= NAME_WORDS and not re.search(r"\d", name) and not name[0].islower()
        )
        if fits and not JUNK_AUTHOR.search(name) and not JOB.search(name):
            yield name.title() if name.isupper() and " " in name else name


def _linked(data: LinkedData, key: str) -> list[str | None]:
    return [_text(node.get(key)) for node in (data.report, *data.others)]


def _published(tree: etree._Element, tags: Tags, data: LinkedData) -> str | None:
    """When the page was first published."""
    first, *others = _linked(data, "datePublished")
    metas = [tags.first((name,)) for name in PUBLISHED]
    return moments.best([first, *metas, *others]) or moments.best(
        [*moments.marked(tree, PUBLISHED_PROPS, "published"), *_pubdate(tree)]
    )


def _pubdate(tree: etree._Element) -> Iterator[str]:
    """HTML5's early mark of the date of publication."""
    for node in tree.iter("time"):
        if "pubdate" in node.attrib:
            yield node.get("datetime") or ""


def _updated(
    tree: etree._Element, tags: Tags, data: LinkedData, published: str | None
) -> str | None:
    """When the page was last changed. The page's linked data know its zone, its tags often not."""
    metas = [tags.first((name,)) for name in UPDATED]
    elements = list(moments.marked(tree, UPDATED_PROPS, "updated"))
    found = moments.best([*_linked(data, "dateModified"), *metas, *elements])
    if found is None:
        return moments.told(tree, published)
    return moments.later(found, published, [*metas, *elements])


def _dated(tree: etree._Element, url: str | None) -> str | None:
    """What htmldate finds: a day, where the page names none in its tags."""
    found = find_date(tree, url=url, original_date=True, extensive_search=False)
    return normalise(found) if found else None


def _language(tree: etree._Element, tags: Tags, data: LinkedData) -> str | None:
    told = data.report.get("inLanguage")
    if isinstance(told, dict):
        told = told.get("alternateName") or told.get("name")
    root = tree.getroottree().getroot().get("lang")
    return _text(told) or root or tags.first(("og:locale", "language", "content-language"))
