"""The phrases of boilerplate lines: one alternative a line, each meant to cover a whole line.

General vocabulary of news sites. A new phrase goes to its kind; run the prose test of
`tests/intake/test_boilerplate.py` afterwards, which holds sentences that must stay unmarked.
"""

from __future__ import annotations

import re

from onrecord.core.report import BoilerplateKind

PARTS = {
    "<network>": (
        r"(?:facebook|twitter|x|whats\s?app|telegram|e-?mail|print|linked\s?in|reddit|pinterest|"
        r"flipboard|messenger|sms|mastodon|bluesky|threads|instagram|you\s?tube|tik\s?tok|tumblr|"
        r"vk|viber|line|copy(?:\s+(?:the\s+)?link)?|link|share|tweet|post|save|bookmark|gift)"
    ),
    "<gap>": r"[\s|,·•/\-–—:]*",
    "<ad>": r"(?:advertisement|advertising|advert|ad|sponsored message)",
    "<call>": (
        r"(?:register|subscribe|download|sign up|log in|learn more|read more|find out more|"
        r"click here|shop|buy|donate|apply|book|join|watch|listen)"
    ),
    "<counted>": (
        r"(?:likes?|reposts?|retweets?|repl(?:y|ies)|shares?|views?|comments?|reactions?|quotes?|"
        r"bookmarks?|followers|reads)"
    ),
    "<medium>": (
        r"(?:our )?(?:twitter|x|facebook|instagram|telegram|whatsapp|youtube|tiktok|linkedin|"
        r"bluesky|mastodon|threads|google|apple|social media)"
    ),
    "<legal>": (
        r"(?:terms(?: of (?:use|service))?|privacy(?: policy)?|cookie policy|contact(?: us)?|"
        r"about(?: us)?|imprint|advertise(?: with us)?|sitemap|help|legal|accessibility)"
    ),
    "<our>": r"(?:our|the|all|breaking|daily|more|unlimited|full|free|your)",
    "<sign>": r"(?:please )?(?:sign up|subscribe|register)",
    "<ask>": r"(?:do you have|have you got|have you|have|got|send us|share)",
    "<to>": r"(?:this|the|on|via|with|to|by)",
    "<story>": r"(?:story|article|report|post|page|piece|video|news)",
}


def _phrases(lines: str, *, ahead: str = "") -> re.Pattern[str]:
    """One pattern of all alternatives, punctuation around them allowed; `ahead` holds for all."""
    whole = "|".join(line.strip() for line in lines.strip().splitlines())
    for name, part in PARTS.items():
        whole = whole.replace(name, part)
    return re.compile(rf"{ahead}\W*(?:{whole})\W*", re.IGNORECASE)


IMAGE = _phrases(r"""
(?:image|photo|picture|video|media|figure|gallery|caption)s?\s+placeholder(?:\s+\w+){0,3}
(?:image|photo|picture|video|media)s?\s+(?:unavailable|not available|loading)(?:\s+\w+){0,3}
(?:image|photo|picture|slide)s?\s+\d+\s*(?:of|/)\s*\d+
\[?(?:image|photo|video|picture|embed)(?::[^\]]{0,200})?\]
!\[[^\]]*\]\([^)]*\)
(?:view|open|see|enlarge|show) (?:(?:the|this|full) )*(?:image|photo|picture|gallery|slideshow)s?
(?:view|open|see) (?:(?:the|this|image) )*(?:in )?(?:gallery|fullscreen|full screen)
(?:play|loading|pause|mute|unmute) (?:the )?(?:video|audio|image|player|media)
(?:hide|toggle|show) caption
th(?:is|e) (?:video|content|image|audio) (?:is|was|has been) (?:un|not |no longer )available\b.*
your (?:browser|device) does not support\b.*
""")

HEADING = _phrases(r"""
<ad>(?:\s+(?:continue|scroll)\b.*)?
(?:story|article|text|content|report)\s+continues?\s+(?:below|after)\b.*
(?:scroll|swipe) (?:down )?(?:to|for)\b.{0,40}
continue reading(?: (?:below|the main story))?
skip (?:this )?<ad>
most\s+(?:popular|read|viewed|watched|shared|commented|recent)(?:\s+\w+){0,3}
popular(?:\s+(?:now|today|on\b.{1,30}))?\s+(?:videos?|stories|posts?|articles?|topics?|now)
(?:now )?trending(?:\s+(?:now|today|topics?|stories|videos?))?
(?:recommended|suggested|selected|picked) (?:for you|reading|stories|videos?|by\b.{1,30})
(?:you|readers) (?:may|might) (?:also )?(?:like|enjoy|be interested in)\b.{0,40}
more (?:stories|news|videos|articles|reading|headlines)(?: (?:from|on|like)\b.{1,40})?
more (?:from|on|about) (?:this (?:story|topic|section)|the same (?:author|topic))
editor[’']?s[’']? (?:picks?|choice)
top stories
latest (?:news|stories|headlines|videos?)
in case you missed it
don[’']t miss
what to read next
(?:up|read|watch) next
next up
related (?:content|articles?|stor(?:y|ies)|links?|topics?|coverage|videos?|news|posts?|reading)
(?:sponsored|promoted)
(?:sponsored|promoted|partner|paid) (?:content|posts?|stories|links?|news)
""")

NO_SENTENCE = r"(?!.*[.:][”\"’)]*\s*$)"
"""Teasers are titles: what ends in a full stop is prose behind a colon."""
TEASER = _phrases(
    r"""
(?:read|watch|listen|see|explore)\s*(?::|>|»|\|)\s*[^\s].*
read (?:more|also|next|this|on|now|the full (?:story|report))\s*(?::|>|»|\|)\s*[^\s].*
(?:also read|see also|see more|more|also)\s*(?::|>|»|\|)\s*[^\s].*
watch (?:now|more|live|also|below|the video)\s*(?::|>|»|\|)\s*[^\s].*
related(?: \w+)?\s*(?::|>|»|\|)\s*[^\s].*
more (?:from|on|about) [^:.]{1,40}\s*(?::|>|»|\|)\s*[^\s].*
(?:recommended|further reading|don[’']t miss|must[- ]reads?|in pictures)\s*:\s*[^\s].*
(?:webinar|podcast|newsletter|quiz|live blog)\s*(?::|>|»|\|)\s*[^\s].*
""",
    ahead=NO_SENTENCE,
)

CALL = _phrases(r"""
<sign>\b(?=.*\b(?:newsletters?|alerts?|e-?mails?|updates?)\b).*
<sign>\b(?=.*\b(?:inbox|podcasts?|channel|briefing|digest)\b).*
<sign>\b(?=.*\b(?:today|here|now|free)\b).*
subscribe(?: (?:to|now|today)\b.{0,60})?
get <our>\b(?=.*\b(?:newsletters?|alerts?)\b).*
get <our>\b(?=.*\b(?:inbox|app|delivered)\b).*
get <our>\b(?=.*\b(?:briefing|digest)\b).*
(?:download|get|install|try) (?:our|the)\b.*\bapp\b.*
(?:follow|find|like|join|visit|watch) (?:us|our|me|her|him|them|@\w+) (?:on|at|via) <medium>\b.*
(?:follow|find|like) (?:\w+\s){1,4}on <medium>\b.*
join (?:our|the)\b.*\b(?:channel|community|conversation|discussion|group|newsletter)\b.*
(?:please )?support (?:our|independent|quality|local)\b.*\b(?:journalism|reporting|newsroom)\b.*
(?:please )?(?:donate (?:now|today|here|to)|become a (?:member|subscriber|supporter))\b.*
<ask> (?:a|an|any|your) (?:\w+ )?(?:story|tips?)\b.*
<ask> (?:any|your|more) (?:photos?|videos?|information|views?)\b.*
(?:did|were|do|have) you\b.*\b(?:contact|e-?mail|call|write to|tell|let) (?:us|our)\b.*
to (?:receive|get|subscribe|sign up|read)\b.*\b(?:click|sign up|subscribe|newsletter)\b.*
click (?:here|the link|below|through)\b.*
(?:enter|confirm) your e-?mail\b.*
(?:thank you|thanks) for (?:subscribing|signing up|reading)\b.*
[^.!?“”\"]{1,90}[.!?:–—-]\s*<call>(?: (?:now|here|today|free))?
""")

NAVIGATION = _phrases(r"""
share<gap>(?:<network><gap>)*
share <to>(?: (?:<story>|your|friends|now|<to>))*<gap>(?:<network><gap>)*
<network>(?:<gap><network>)+
(?:[\d.,]+\s?[km]?\s+<counted><gap>)+
comments?\s*\(?\d*\)?
(?:leave|post|add|write|view|read|show|hide|load|see) (?:(?:a|all|the|more|\d+) )*comments?
(?:view|read|show|hide|load|see) (?:(?:all|the|more|\d+) )*(?:repl(?:y|ies)|responses?|posts?)
(?:log|sign) in (?:to|or|with|for)\b.{0,60}
(?:(?:log|sign) (?:in|out|up)|register|menu|search|close)
join the (?:conversation|discussion)
(?:back|return|scroll|jump|skip) to (?:the )?(?:top|home ?page|main|content|search|start)\b.{0,20}
home(?:\s*[›>»/|]\s*[\w&’'-]+(?: [\w&’'-]+){0,5})+
(?:tags?|tagged|(?:related )?topics?|filed under|posted in|categories|keywords)\s*:\s*[^.]{1,200}
(?:previous|next|older|newer) (?:article|story|post|page)s?\b.{0,100}
(?:load|show|read|view|see) (?:more|less|all|(?:the )?full (?:story|article))
(?:print|e-?mail|save|order) (?:this )?(?:<story>|reprints?)
(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)[- ]min(?:ute)?s? (?:read|watch|listen)
(?:reading|listening) time\s*:?.{0,20}
listen to (?:this )?<story>\b.{0,20}
the post .{1,200} (?:first )?appeared (?:first )?on .{1,80}
""")

OTHER = _phrases(r"""
(?:press|media) (?:office|contacts?|enquiries|inquiries|officer)\s*:.{2,120}
(?:for )?(?:press|media|further|more) (?:contacts?|[ei]nquir(?:y|ies)|information)\s*:.{2,160}
(?:contacts?|[ei]nquir(?:y|ies))(?: (?:for|of) (?:the |more )?\w+)?\s*:.{2,160}
notes? (?:to|for) editors?
for immediate release
embargoed\b.{0,60}
(?:press|media|news) release(?: no\b.*)?
-?\s*ends\s*-?
-\s*30\s*-
#\s*#\s*#
(?:this is a |this )(?:breaking|developing)(?: news)? story\b.*
(?:please )?(?:refresh|check back)\b.*\b(?:page|updates?|later)\b.*
more (?:to follow|details soon|follows)
(?:this (?:site|website|page) uses|we use|we and our.{0,30}partners) .*cookies\b.*
by continuing to (?:browse|use)\b.*
(?:accept|reject|manage)(?: all)? (?:cookies|choices)
<legal>(?:\s*[|·•/,-]?\s*<legal>)+
""")

RIGHTS = _phrases(r"""
(?:©|&copy;|\(c\)\s*(?=\d))\s*.*
copyright\s*(?:©|\(c\)|\d{4}|by\b)\s*.*
.{0,80}\ball rights (?:are )?reserved\b.*
this (?:material|copy|content) (?:may not be|is for your personal)\b.*
""")

PROMPTS: tuple[tuple[BoilerplateKind, re.Pattern[str]], ...] = (
    ("image", IMAGE),
    ("promotion", HEADING),
    ("promotion", TEASER),
    ("promotion", CALL),
    ("navigation", NAVIGATION),
    ("other", OTHER),
)
