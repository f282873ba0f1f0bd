-- Version 2: whose word a claim is, why values differ, how values moved, where copies agree with
-- their originals; and views for people who ask in SQL. Never edited once released.
-- What each column holds: onrecord/core/tables.py and views.py.

ALTER TABLE reports ADD COLUMN "copy_share" DOUBLE;
ALTER TABLE reports ADD COLUMN "copy_evidence" STRUCT("start" INTEGER, "end" INTEGER)[];
ALTER TABLE reports ADD COLUMN "publisher" VARCHAR;
ALTER TABLE incidents ADD COLUMN "members" STRUCT(report VARCHAR, local VARCHAR)[];
ALTER TABLE alternatives ADD COLUMN "conflict" VARCHAR;
ALTER TABLE timeline ADD COLUMN "step" VARCHAR;
ALTER TABLE timeline ADD COLUMN "subject" VARCHAR;
ALTER TABLE timeline ADD COLUMN "field" VARCHAR;
ALTER TABLE claims ADD COLUMN "speaker" VARCHAR;
ALTER TABLE claims ADD COLUMN "includes_perpetrators" BOOLEAN;

-- A value as text: an entity by its name, an interval or period as its JSON.
CREATE MACRO value_name(given) AS coalesce(
    (SELECT name FROM record_entities WHERE id = json_extract_string(given, '$')),
    (SELECT name FROM record_entities WHERE id = json_extract_string(given, '$.to')),
    json_extract_string(given, '$')
);

-- Names of entities, in the order of their ids in the list.
CREATE MACRO entity_names(ids) AS coalesce((
    SELECT list(coalesce(e.name, u.one) ORDER BY u.place)
    FROM (SELECT unnest(ids) AS one, generate_subscripts(ids, 1) AS place) AS u
    LEFT JOIN record_entities AS e ON e.id = u.one
), []::VARCHAR[]);

-- The words at some spans of a text, a gap between two marked.
CREATE MACRO words_at(body, spans) AS array_to_string(
    list_transform(spans, lambda s: substring(body, s."start" + 1, s."end" - s."start")), ' … '
);

CREATE VIEW v_findings AS
SELECT
    f.incident,
    i.title AS incident_title,
    f.position,
    f.id AS finding,
    f.field,
    f.subject,
    e.name AS subject_name,
    value_name(f.value) AS value_name,
    f.low,
    f.high,
    f.includes_perpetrators,
    f.status,
    len(f.origins) AS origin_count,
    len(f.reports) AS report_count,
    entity_names(f.origins) AS origin_names,
    f.carriers,
    (SELECT count(*) FROM alternatives AS a WHERE a.incident = f.incident AND a.finding = f.id)
        AS alternatives,
    f.reason
FROM findings AS f
JOIN incidents AS i ON i.id = f.incident
LEFT JOIN record_entities AS e ON e.id = f.subject;

CREATE VIEW v_incidents AS
SELECT
    i.position,
    i.id AS incident,
    i.type,
    i.title,
    arg_min(f.value_name, f.position) FILTER (f.field = 'incident.date') AS "day",
    arg_min(f.value_name, f.position) FILTER (f.field = 'incident.place') AS place,
    arg_min(f.value_name, f.position) FILTER (f.field = 'incident.killed') AS killed,
    arg_min(f.value_name, f.position) FILTER (f.field = 'incident.injured') AS injured,
    len(i.reports) AS reports,
    count(f.finding) AS findings,
    count(f.finding) FILTER (f.status = 'disputed') AS disputed
FROM incidents AS i
LEFT JOIN v_findings AS f ON f.incident = i.id
GROUP BY i.position, i.id, i.type, i.title, i.reports;

CREATE VIEW v_people AS
SELECT
    f.incident,
    f.incident_title,
    f.subject AS person,
    e.name,
    e.also,
    arg_min(f.value_name, f.position) FILTER (f.field = 'person.age') AS age,
    coalesce(
        list(f.value_name ORDER BY f.position) FILTER (f.field = 'person.role'), []
    ) AS roles,
    coalesce(
        list(f.value_name ORDER BY f.position) FILTER (f.field = 'person.condition'), []
    ) AS conditions,
    count(*) AS findings
FROM v_findings AS f
JOIN record_entities AS e ON e.id = f.subject
WHERE e.kind IN ('person', 'group')
GROUP BY f.incident, f.incident_title, f.subject, e.name, e.also;

CREATE VIEW v_claims AS
SELECT
    c.incident,
    c.finding,
    f.field,
    s.name AS subject_name,
    value_name(c.value) AS value_name,
    CASE c.part WHEN 'finding' THEN 'leading' ELSE a.relation END AS relation,
    CASE c.part WHEN 'finding' THEN NULL ELSE a.conflict END AS conflict,
    c.report,
    r.outlet,
    c.published,
    c.certainty,
    coalesce(o.name, c.origin) AS origin_name,
    entity_names(c.chain) AS chain_names,
    c.as_of,
    words_at(r.text, c.evidence) AS words
FROM claims AS c
JOIN findings AS f ON f.incident = c.incident AND f.id = c.finding
JOIN reports AS r ON r.id = c.report
LEFT JOIN alternatives AS a
    ON c.part = 'alternative'
    AND a.incident = c.incident AND a.finding = c.finding AND a.position = c.place
LEFT JOIN record_entities AS s ON s.id = f.subject
LEFT JOIN record_entities AS o ON o.id = c.origin;

CREATE VIEW v_statements AS
SELECT
    s.incident,
    s.position,
    s.id AS statement,
    s.report,
    r.outlet,
    r.published,
    coalesce(e.name, s.speaker) AS speaker_name,
    entity_names(s.chain) AS chain_names,
    s.stance,
    s.manner,
    s.certainty,
    words_at(r.text, s.content) AS words
FROM record_statements AS s
JOIN reports AS r ON r.id = s.report
LEFT JOIN record_entities AS e ON e.id = s.speaker;

CREATE VIEW v_reports AS
SELECT
    id AS report,
    outlet,
    published,
    updated,
    title,
    url,
    language,
    length(text) AS characters,
    incidents[1] AS incident,
    copy_of
FROM reports;

CREATE VIEW v_copies AS
SELECT
    c.id AS copy,
    c.outlet AS copy_outlet,
    o.id AS original,
    o.outlet AS original_outlet,
    c.copy_share AS share,
    c.copy_reason AS reason,
    list_reverse_sort(
        list_transform(
            c.copy_evidence,
            lambda s: {
                'length': s."end" - s."start",
                'words': substring(c.text, s."start" + 1, s."end" - s."start")
            }
        )
    )[1].words AS longest_passage
FROM reports AS c
JOIN reports AS o ON o.id = c.copy_of;
