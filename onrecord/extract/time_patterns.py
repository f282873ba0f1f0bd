"""The patterns of all kinds of time expression, in the order in which they are tried."""

from __future__ import annotations

from onrecord.extract.time_rules import (
    CLOCK_WORDS,
    DAY,
    DAYTIME,
    FIGURE,
    HALF,
    HOUR,
    MONTH,
    UNIT,
    YEAR,
    Rule,
    ago,
    bare_year,
    century,
    clock,
    compiled,
    day_name,
    decade,
    duration,
    early_hours,
    full_date,
    holiday,
    iso_date,
    loose,
    month_year,
    near_day,
    near_unit,
    noon,
    overnight,
    quarter_of,
    repeated,
    same_day,
    season,
    spoken_clock,
    spoken_year,
    told_quarter,
    vague_time,
    weekend,
)
from onrecord.facts.numbers import TENS

STEP = r"(?:(?P<step>[Ll]ast|[Nn]ext|[Tt]his(?:\ coming|\ past)?|[Ee]arly|[Ll]ate|[Pp]ast)\ )?"

RULES: tuple[Rule, ...] = (
    Rule(
        compiled(
            rf"(?:(?:{DAY}),?\ )?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:\ of)?\ (?P<m>{MONTH})"
            rf"(?:,?\ (?P<y>{YEAR}))?"
        ),
        full_date,
    ),
    Rule(
        compiled(
            rf"(?:(?:{DAY}),?\ )?(?P<m>{MONTH})\ (?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:.]\d)"
            rf"(?:,?\ (?P<y>{YEAR}))?"
        ),
        full_date,
    ),
    Rule(compiled(r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)"), iso_date),
    Rule(
        compiled(
            rf"(?:(?:early|late|mid)[-\ ])?(?P<step>[Ll]ast\ |[Nn]ext\ )?(?P<m>{MONTH})"
            rf"(?:,?\ (?:of\ )?(?P<y>{YEAR})|(?P<rel>\ (?:of\ )?(?:last|this|next)\ year))"
        ),
        month_year,
    ),
    Rule(
        compiled(
            rf"(?:(?:early|late|mid)[-\ ])?(?:(?P<step>[Ll]ast|[Nn]ext)\ )?"
            rf"(?P<m>(?!May\b|March\b|Mar\b|Dec\b|Jan\b){MONTH}"
            rf"|(?<=\b[Ii]n\ )(?:May|March)|(?<=[Ss]ince\ )(?:May|March)"
            rf"|(?<=[Ll]ast\ )(?:May|March)|(?<=[Uu]ntil\ )(?:May|March)"
            rf"|(?<=of\ )(?:May|March)|(?<=[Bb]y\ )(?:May|March))"
            rf"(?P<y>)(?P<rel>)"
        ),
        month_year,
    ),
    Rule(
        compiled(rf"(?:{STEP}(?P<w>{DAY})(?:\ (?P<part>{DAYTIME}))?)(?!\ \d{{1,2}}\ {MONTH})"),
        day_name,
    ),
    Rule(compiled(rf"(?:the\ )?(?:early|small)\ hours\ of\ (?P<w>{DAY})"), early_hours),
    Rule(
        loose(
            rf"today|(?:yesterday|tomorrow)(?:\ {DAYTIME})?|tonight|last\ night"
            rf"|(?:earlier\ |later\ )?this\ {DAYTIME}|(?:earlier|later)\ today"
        ),
        near_day,
    ),
    Rule(loose(r"overnight"), overnight),
    Rule(
        compiled(
            r"(?P<holiday>New\ Year['’]s\ (?:Day|Eve)|Christmas\ (?:Day|Eve)"
            r"|Valentine['’]s\ Day|Halloween|Boxing\ Day|July\ Fourth|Fourth\ of\ July"
            rf"|St\.\ Patrick['’]s\ Day|Thanksgiving(?:\ Day)?)"
            rf"(?:\ (?P<part>{DAYTIME}))?(?:,?\ (?P<y>{YEAR}))?"
        ),
        holiday,
    ),
    Rule(
        loose(
            r"(?:(?:early|earlier|late|later|the\ end\ of|the\ beginning\ of|sometime)\ )?"
            r"(?:the\ )?(?P<step>this|last|next|past|previous|coming|current)\ "
            r"(?P<u>week|month|year|quarter|decade|century)"
        ),
        near_unit,
    ),
    Rule(
        loose(
            rf"(?:(?:more\ than|about|nearly|almost|some|around|only|just|over)\ )?"
            rf"(?P<n>{FIGURE})[-\ ](?P<u>{UNIT})\ (?P<way>ago|earlier|later|from\ now)"
        ),
        ago,
    ),
    Rule(
        loose(
            rf"(?:the|that)\ same\ (?:day|{DAYTIME})|that\ (?:day|{DAYTIME})"
            rf"|the\ (?:next|following|previous)\ (?:day|{DAYTIME})|the\ day\ (?:before|after)"
        ),
        same_day,
    ),
    Rule(loose(r"(?:the|(?P<step>this|last|next|past))\ weekend"), weekend),
    Rule(
        loose(
            r"(?:(?:the|(?P<step>this|last|next))\ )(?:past\ |early\ |late\ )?"
            rf"(?P<s>spring|summer|autumn|fall|winter)(?!\ of\ (?!\d))(?:\ of\ (?P<y>{YEAR}))?"
        ),
        season,
    ),
    Rule(
        compiled(
            rf"(?<!\d\ )(?:early\ |late\ |mid-)?(?P<y>{YEAR})"
            r"(?!-\d|\ (?:people|men|women|[Bb]lock|hundred)|[,.]\d"
            r"|\ (?:[NSEW]\.?\ |(?:North|South|East|West)\ )?(?:[A-Z][\w.'’]+\ ){1,3}"
            r"(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Boulevard|Blvd|Lane|Ln|Court|Ct|Place|Way"
            r"|Parkway|Pkwy|Highway|Hwy|Terrace|Circle)\b)"
        ),
        bare_year,
    ),
    Rule(
        loose(
            rf"nineteen[-\ ](?P<tens>{'|'.join(TENS)})(?:[-\ ](?P<one>one|two|three|four|five|six|seven"
            r"|eight|nine))?"
        ),
        spoken_year,
    ),
    Rule(
        compiled(
            r"(?:the\ )?(?:(?:early|late|mid)[-\ ]?)?(?:(?P<y>(?:1[5-9]|20)\d0)s"
            r"|['’](?P<short>\d0)s)"
        ),
        decade,
    ),
    Rule(loose(r"(?:the\ )?(?P<n>\d{1,2})(?:st|nd|rd|th)\ century"), century),
    Rule(
        loose(
            rf"(?:the\ )?(?P<back>year-ago\ |year-earlier\ )?(?:fiscal\ )?"
            rf"(?P<q>first|second|third|fourth)[-\ ]quarter(?:\ of\ (?P<y>{YEAR}))?"
        ),
        quarter_of,
    ),
    Rule(
        loose(
            r"the\ (?:(?P<step>latest|most\ recent|year-ago|year-earlier)\ )?(?:fiscal\ )?"
            r"(?P<u>quarter|period)(?!\ of\b|-)"
        ),
        told_quarter,
    ),
    Rule(
        compiled(rf"(?P<h>\d{{1,2}})(?:[:.](?P<min>\d\d))?(?P<half>{HALF})"),
        clock,
    ),
    Rule(compiled(r"(?P<h>\d{1,2}):(?P<min>\d\d)(?!:?\d)(?P<half>)"), clock),
    Rule(
        compiled(
            r"(?:(?<=\bat\ )|(?<=\bby\ )|(?<=about\ )|(?<=around\ )|(?<=after\ )|(?<=before\ )"
            r"|(?<=until\ )|(?<=since\ )|(?<=UPDATE\ )|(?<=\n))"
            r"(?P<h>[01]?\d|2[0-3])\.(?P<min>[0-5]\d)(?P<half>)(?!\.?\d|\ (?:million|billion|per))"
        ),
        clock,
    ),
    Rule(
        loose(
            rf"(?:(?P<away>half|a\ quarter|quarter|five|ten|twenty|twenty-five)(?:\ minutes)?\ "
            rf"(?:past|(?P<to>to))\ (?P<h>{'|'.join(CLOCK_WORDS)}))(?!\ \w+s\b)"
            rf"(?:\ in\ the\ (?P<part>{DAYTIME}))?"
        ),
        spoken_clock,
    ),
    Rule(
        loose(
            rf"(?P<away>)(?P<to>)(?P<h>{HOUR})(?:\ o['’]clock(?:\ in\ the\ (?P<part>{DAYTIME}))?)"
        ),
        spoken_clock,
    ),
    Rule(
        loose(rf"(?P<away>)(?P<to>)(?P<h>{HOUR})\ in\ the\ (?P<part>morning|afternoon|evening)"),
        spoken_clock,
    ),
    Rule(compiled(r"noon|midday|midnight"), noon),
    Rule(
        loose(
            rf"(?:(?:the\ )?(?:past|last|next|first|latest|coming|more\ than|at\ least|nearly|about"
            rf"|almost|some|up\ to|less\ than|over|within)\ )*(?P<n>{FIGURE})[-\ ](?:more\ )?"
            rf"(?P<u>{UNIT})(?![-\ ]old|\ of\ age)"
        ),
        duration,
    ),
    Rule(
        loose(
            rf"(?:every|each)\ (?:(?P<w>{DAY})|day|week|month|quarter|year|hour|{DAYTIME})"
            r"|(?-i:daily|weekly|monthly|quarterly|annually|hourly)"
        ),
        repeated,
    ),
    Rule(
        loose(
            r"(?:right\ )?now|currently|nowadays|at\ present|at\ the\ moment|these\ days"
            r"|recently|recent\ (?:years|months|weeks|days)|soon|the\ (?:near\ )?future"
            r"|previously|in\ the\ past(?!\ \w+\ (?:year|month|week|day))|current(?=\ [a-z])"
        ),
        vague_time,
    ),
)
