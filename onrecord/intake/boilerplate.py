"""Boilerplate: stretches of a text that are not its own prose, marked by kind and never cut.

Every rule looks at a whole line (or at the last sentence of a paragraph) and wants all of it: a
sentence of prose that merely holds the words of a rule is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.core.report import Boilerplate, BoilerplateKind
from onrecord.core.span import Span
from onrecord.intake.lines import is_date_line, lines_of, opening

LONGEST = 240
"""Code points of the longest line a rule of PROMPTS looks at: calls to sign up run to 200, and the
paragraphs of a news text that happen to begin alike are longer."""

_NETWORK = (
    r"(?:facebook|twitter|x|whats\s?app|telegram|e-?mail|print|linked\s?in|reddit|pinterest|"
    r"flipboard|messenger|sms|mastodon|bluesky|threads|instagram|you\s?tube|tik\s?tok|tumblr|vk|"
    r"viber|line|copy(?:\s+(?:the\s+)?link)?|link|share|tweet|post|save|bookmark|comments?|gift)"
)
_GAP = r"[\s|,·•/\-–—:]*"
_AD = r"(?:advertisement|advertising|advert|ad|sponsored message)"
_CALL = (
    r"(?:register|subscribe|download|sign up|log in|learn more|read more|find out more|click here|"
    r"shop|buy|donate|apply|book|join|watch|listen)"
)
_COUNTED = (
    r"(?:likes?|reposts?|retweets?|repl(?:y|ies)|shares?|views?|comments?|reactions?|quotes?|"
    r"bookmarks?|followers|reads)"
)


def _rule(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{pattern})\W*", re.IGNORECASE)


PROMPTS: tuple[tuple[BoilerplateKind, re.Pattern[str]], ...] = (
    (
        "image",
        _rule(
            r"(?:image|photo|picture|video|media|figure|gallery|graphic|caption)s?\s+"
            r"(?:placeholder|unavailable|not available|loading|\d+\s*(?:of|/)\s*\d+)(?:\s+\w+){0,3}"
            r"|\[?(?:image|photo|video|picture|embed)(?::[^\]]{0,200})?\]"
            r"|!\[[^\]]*\]\([^)]*\)"
            r"|(?:view|open|see|enlarge|expand|show)\s+(?:the\s+|this\s+|full\s+)*"
            r"(?:image|photo|picture|gallery|slideshow|fullscreen)s?(?:\s+in (?:gallery|fullscreen))?"
            r"|(?:play|loading|pause|mute|unmute)\s+(?:the\s+)?(?:video|audio|image|player|media)"
            r"|(?:media|video|audio)(?: playback| player)? is (?:unsupported|not supported|loading)\b.*"
            r"|(?:this|the) (?:video|content|image|audio|post|embed) (?:is|was|has been) "
            r"(?:un|not |no longer )(?:available|supported)\b.*"
        ),
    ),
    (
        "promotion",
        _rule(
            rf"{_AD}(?:\s+(?:continue|scroll)\b.*)?"
            rf"|(?:story|article|text|content|report)\s+continues?\s+(?:below|after)\b.*"
            rf"|(?:scroll|swipe|continue)\s+(?:down\s+)?(?:to|for|reading|below)\b.{{0,40}}"
            rf"|skip (?:this )?{_AD}"
            r"|(?:most|popular)\s+(?:popular|read|viewed|watched|shared|commented|recent)(?:\s+\w+){0,3}"
            r"|popular(?:\s+(?:now|today|on\b.{1,30}))?\s+(?:videos?|stories|posts?|articles?|topics?|now)"
            r"|(?:now )?trending(?:\s+(?:now|today|topics?|stories|videos?))?"
            r"|(?:recommended|suggested|selected|picked)(?:\s+(?:for you|reading|stories|videos?|by\b.{1,30}))"
            r"|(?:you|readers) (?:may|might) (?:also )?(?:like|enjoy|be interested in)\b.*"
            r"|more (?:stories|news|videos|articles|reading|headlines)(?:\s+(?:from|on|like)\b.{1,40})?"
            r"|more (?:from|on|about) (?:this (?:story|topic|section)|the same (?:author|topic))"
            r"|editor[’']?s[’']? (?:picks?|choice)|top stories|latest (?:news|stories|headlines|videos?)"
            r"|in case you missed it|what to read next|(?:up|read|watch) next|next up"
            r"|related(?:\s+(?:content|articles?|stor(?:y|ies)|links?|topics?|coverage|videos?|news|posts?|reading))"
            r"|(?:sponsored|promoted)|(?:sponsored|promoted|partner|paid)\s+(?:content|posts?|stories|links?)"
        ),
    ),
    (
        "promotion",
        _rule(
            r"(?:read(?: (?:more|also|next|this|on|now|the full (?:story|report)))?|also read|see also|see more|"
            r"watch(?: (?:now|more|live|also|below|the video))?|listen(?: now| to this)?|"
            r"related(?: \w+)?|more (?:from|on|about) [^:.]{1,40}|more|recommended|further reading|"
            r"don[’']t miss|must[- ]reads?|in pictures|explore|webinar|podcast|newsletter|quiz|live blog)"
            r"\s*(?::|>|»|\|)\s*[^\s].*[^.:]"
        ),
    ),
    (
        "promotion",
        _rule(
            r"(?:please\s+)?(?:sign up|subscribe|register)\b(?=.*\b(?:newsletters?|alerts?|e-?mails?|updates?|"
            r"inbox|podcasts?|channel|briefing|digest|today|here|now|free)\b).*"
            r"|subscribe(?: (?:to|now|today)\b.{0,60})?"
            r"|get (?:our|the|all|breaking|daily|more|unlimited|full|free|your)\b(?=.*\b(?:newsletters?|alerts?|"
            r"inbox|app|delivered|access|briefing|digest|headlines)\b).*"
            r"|(?:download|get|install|try) (?:our|the)\b.*\bapp\b.*"
            r"|(?:follow|find|like|join|visit|watch|contact) (?:us|our|me|her|him|them|@\w+|(?:\w+\s){1,4})\s*(?:on|at|via)\s+"
            r"(?:our )?(?:twitter|x|facebook|instagram|telegram|whatsapp|youtube|tiktok|linkedin|bluesky|"
            r"mastodon|threads|google|apple|social media)\b.*"
            r"|join (?:our|the)\b.*\b(?:channel|community|conversation|discussion|group|newsletter)\b.*"
            r"|(?:please )?support (?:our|independent|quality|local|this)\b.*\b(?:journalism|reporting|newsroom|paper|work)\b.*"
            r"|(?:please )?(?:donate|become a (?:member|subscriber|supporter))\b.*"
            r"|(?:do you have|have you|have|got|send us|share)(?: got)? (?:a|an|any|your)\b(?: \w+)? "
            r"(?:story|stories|tip|tips|news tip|information|photos?|videos?|experience|views?)\b.*"
            r"|(?:did you|were you)\b.*\b(?:contact|e-?mail|call|write to|get in touch|tell) (?:us|our)\b.*"
            r"|to (?:receive|get|subscribe|sign up|read)\b.*\b(?:click|sign up|subscribe|newsletter)\b.*"
            r"|click (?:here|the link|below|through)\b.*"
            r"|(?:enter|confirm) your e-?mail\b.*|(?:thank you|thanks) for (?:subscribing|signing up|reading)\b.*"
            rf"|[^.!?“”\"]{{1,90}}[.!?:–—-]\s*{_CALL}(?: (?:now|here|today|free))?"
        ),
    ),
    (
        "navigation",
        _rule(
            rf"(?:share|share (?:this|the|on|via|with|to)\b(?: (?:article|story|post|page|report|video|news|with|your|friends|now|on|via|by|this))*)"
            rf"{_GAP}(?:{_NETWORK}{_GAP})*"
            rf"|{_NETWORK}(?:{_GAP}{_NETWORK})+"
            rf"|(?:[\d.,]+\s?[km]?\s+{_COUNTED}{_GAP})+"
            r"|comments?\s*\(?\d*\)?|(?:leave|post|add|write|view|read|show|hide|load|see)\s+(?:a |all |the |more |\d+ )*"
            r"(?:comments?|repl(?:y|ies)|responses?|posts?)"
            r"|(?:log|sign) in (?:to|or|with|for)\b.{0,60}|(?:log|sign) (?:in|out|up)|register|menu|search|close"
            r"|join the (?:conversation|discussion)"
            r"|(?:back|return|scroll|jump|skip) to (?:the )?(?:top|home ?page|main|content|main content|navigation|search|start)\b.{0,20}"
            r"|home(?:\s*[›>»/|]\s*[\w &’'-]{1,40})+"
            r"|(?:tags?|tagged|topics?|filed under|posted in|categor(?:y|ies)|keywords?|related topics)\s*:\s*[^.]{1,200}"
            r"|(?:previous|next|older|newer) (?:article|story|post|page)s?\b.{0,100}"
            r"|(?:load|show|read|view|see) (?:more|less|all|full story)|continue reading|read (?:more|the full story|full article)"
            r"|(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)[- ]min(?:ute)?s?\s+(?:read|watch|listen)"
            r"|(?:reading|listening) time\s*:?.{0,20}|listen to (?:this )?(?:article|story)\b.{0,20}"
            r"|the post .{1,200} (?:first )?appeared (?:first )?on .{1,80}"
        ),
    ),
    (
        "other",
        _rule(
            r"(?:(?:©|\(c\)|&copy;)|copyright\s*(?:©|\(c\)|\d{4}|by\b))\s*.*|.{0,80}\ball rights (?:are )?reserved\b.*"
            r"|this material may not be (?:published|broadcast|rewritten|reproduced)\b.*"
            r"|(?:for )?(?:press|media|further|more)?\s*(?:contacts?|enquir(?:y|ies)|inquir(?:y|ies)|information)"
            r"(?: (?:for|of|at) (?:the |more )?(?:press|media|journalists|editors|information|details))?\s*:\s*.{2,160}"
            r"|(?:press|media) (?:office|contacts?|enquiries|inquiries|officer)\s*:?.{0,120}"
            r"|notes? (?:to|for) editors?|for immediate release|embargoed\b.{0,60}|(?:press|media|news) release(?: no\b.*)?"
            r"|-?\s*ends\s*-?|-\s*30\s*-|#\s*#\s*#"
            r"|(?:this is a |this )(?:breaking|developing)(?: news)? story\b.*|(?:please )?(?:refresh|check back)\b.*\b(?:page|updates?|later)\b.*"
            r"|more (?:to follow|details soon|follows)|(?:this (?:site|website|page) uses|we use|we and our.{0,30}partners) .*cookies\b.*"
            r"|by continuing to (?:browse|use)\b.*|(?:accept|reject|manage)(?: all)?(?: cookies| choices)?"
            r"|(?:terms(?: of (?:use|service))?|privacy(?: policy)?|cookie policy|contact(?: us)?|about(?: us)?|imprint|"
            r"advertise(?: with us)?|sitemap|help|legal|accessibility)"
            r"(?:\s*[|·•/,-]?\s*(?:terms(?: of (?:use|service))?|privacy(?: policy)?|cookie policy|contact(?: us)?|about(?: us)?|"
            r"imprint|advertise(?: with us)?|sitemap|help|legal|accessibility))+"
        ),
    ),
)
POST_NOTE = re.compile(
    r"(?:^|(?<=[.!?”\"]\s))The post .{1,200} (?:first )?appeared (?:first )?on .{1,80}$"
)
RELEASE = re.compile(
    r"\b(?:press|media|news) (?:release|office|statement)\b|^for immediate release|^embargo",
    re.IGNORECASE,
)
HANDLE = re.compile(r"@\w{2,30}")
SAID = re.compile(
    r"[”\"’]\s+(?:\w+\s+){0,4}(?:said|says|told|added|wrote|asked)\b|\b(?:he|she|they) said\b"
)
HEADER_LINES = 6
"""Lines a release's letterhead or a post's head may have; the prose begins below it."""


def prompts(text: str, title: str | None) -> Iterator[Boilerplate]:
    """Lines that ask, promote, navigate or stand for a picture."""
    for line in lines_of(text):
        if line.text == title:
            continue
        kind = kind_of(line.text)
        if kind is not None:
            yield Boilerplate(line.span, kind)
            continue
        note = POST_NOTE.search(line.text)
        if note is not None:
            start = line.span.start + note.start()
            yield Boilerplate(Span(start, line.span.end), "navigation")


def kind_of(line: str) -> BoilerplateKind | None:
    """The kind of a line that is boilerplate as a whole; None for prose."""
    if len(line) > LONGEST or SAID.search(line):
        return None
    return next((kind for kind, rule in PROMPTS if rule.fullmatch(line)), None)


def letterhead(text: str, title: str | None, byline: tuple[str, ...]) -> Iterator[Boilerplate]:
    """The head of a press release or a post: sender, number, date and handle above the prose."""
    names = {name.casefold() for name in byline}
    for block in opening(text, title):
        if len(block) > HEADER_LINES:
            continue
        dated = any(is_date_line(line.text) for line in block)
        handle = any(HANDLE.fullmatch(line.text) for line in block)
        released = any(RELEASE.search(line.text) for line in block)
        kind: BoilerplateKind = "byline" if handle else "other"
        for line in block:
            if line.text.casefold() in names:
                yield Boilerplate(line.span, "byline")
            elif dated or handle or released:
                yield Boilerplate(line.span, kind)
