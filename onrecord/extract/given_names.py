"""Given names that are a woman's or a man's as a rule: common ones of English-language news.

Only ever a tie-breaker between people whom "he" or "she" may mean; no gender of a record comes from it.
Names that are both (Alex, Kim, Jordan) are left out.
"""

from __future__ import annotations

FEMALE_GIVEN = frozenset(
    "mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra"
    " margaret ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca"
    " sharon laura cynthia dorothy amy kathleen angela shirley brenda emma anna pamela nicole samantha"
    " katherine catherine christine helen debra rachel carolyn janet maria heather diane olivia julie"
    " joyce virginia victoria kelly lauren christina joan evelyn judith megan cheryl andrea hannah"
    " jacqueline martha gloria teresa ann anne sara madison frances kathryn janice jean abigail alice"
    " julia judy sophia grace denise amber doris marilyn danielle beverly isabella theresa diana"
    " natalie brittany charlotte marie kayla alexis lori kristin kristen kirsten caroline claire lucy"
    " ellen esther eleanor fiona holly ingrid irene jane jill josephine kate kathy katie leah louise"
    " lydia mandy miriam molly monica naomi nina nora paula penelope priscilla rosa rose ruth sally"
    " sandy sheila sonia sophie stella sue susanne suzanne tara tina vanessa vera wendy yvonne yvette"
    " zoe fatima aisha leila layla mariam zainab carmen lucia elena ines astrid sigrid helga".split()
)
MALE_GIVEN = frozenset(
    "james robert john michael david william richard joseph thomas christopher charles daniel matthew"
    " anthony mark donald steven andrew paul joshua kenneth kevin brian george timothy ronald jason"
    " edward jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin"
    " samuel gregory alexander patrick frank raymond jack dennis jerry tyler aaron jose adam nathan"
    " henry zachary douglas peter kyle noah ethan jeremy walter christian keith austin roger terry sean"
    " gerald carl dylan harold jordan jesse bryan lawrence arthur gabriel bruce logan billy joe alan"
    " juan elijah willie albert wayne randy mason vincent liam roy bobby caleb bradley russell lucas"
    " adrian alfred allan barry bernard brendan cameron clive colin craig damian darren derek dominic"
    " duncan edwin ernest eugene felix fred geoffrey gordon graham grant greg guy harry hugh ian isaac"
    " ivan jim jon karl leon leonard lewis louis luke malcolm marcus martin max miguel neil nigel oliver"
    " oscar owen pedro philip phillip ralph simon stanley stuart ted theodore toby tom tony trevor victor"
    " ahmed ali hassan hussein ibrahim mohamed mohammed muhammad omar yusuf carlos diego luis pablo"
    " olaf lars hans fritz klaus pierre".split()
) - {"jordan"}
