-- The record's tables, version 1. Never edited once released: later versions are migrations.
-- What each column holds: onrecord/core/tables.py.

-- readings: what each report gives, whole, so that a record grows without reading again
CREATE TABLE readings (
    "report" VARCHAR,
    "weights" VARCHAR,
    "reading" VARCHAR
);

-- entities: who and what one report speaks of
CREATE TABLE entities (
    "report" VARCHAR,
    "position" INTEGER,
    "id" VARCHAR,
    "kind" VARCHAR,
    "name" VARCHAR,
    "named" BOOLEAN,
    "plural" BOOLEAN,
    "gender" VARCHAR,
    "latitude" DOUBLE,
    "longitude" DOUBLE,
    "country" VARCHAR,
    "within" VARCHAR[],
    "precision" VARCHAR
);

-- mentions: where a report names, describes or points at an entity
CREATE TABLE mentions (
    "report" VARCHAR,
    "entity" VARCHAR,
    "start" INTEGER,
    "end" INTEGER,
    "form" VARCHAR
);

-- statements: who says what through whom, with the entity ids of the report
CREATE TABLE statements (
    "report" VARCHAR,
    "position" INTEGER,
    "id" VARCHAR,
    "source" STRUCT("start" INTEGER, "end" INTEGER)[],
    "cue" STRUCT("start" INTEGER, "end" INTEGER)[],
    "content" STRUCT("start" INTEGER, "end" INTEGER)[],
    "speaker" VARCHAR,
    "chain" VARCHAR[],
    "chain_evidence" STRUCT("start" INTEGER, "end" INTEGER)[][],
    "manner" VARCHAR,
    "stance" VARCHAR,
    "certainty" VARCHAR
);

-- report_incidents: the incidents that one report speaks of
CREATE TABLE report_incidents (
    "report" VARCHAR,
    "position" INTEGER,
    "id" VARCHAR,
    "type" VARCHAR,
    "lead" BOOLEAN,
    "passages" STRUCT("start" INTEGER, "end" INTEGER)[]
);

-- facts: one field of one subject with one value, as one report gives it
CREATE TABLE facts (
    "report" VARCHAR,
    "position" INTEGER,
    "id" VARCHAR,
    "subject" VARCHAR,
    "field" VARCHAR,
    "value" JSON,
    "evidence" STRUCT("start" INTEGER, "end" INTEGER)[],
    "chain" VARCHAR[],
    "chain_evidence" STRUCT("start" INTEGER, "end" INTEGER)[][],
    "certainty" VARCHAR,
    "incident" VARCHAR,
    "includes_perpetrators" BOOLEAN,
    "qualifier" VARCHAR,
    "approximate" BOOLEAN,
    "as_of" VARCHAR,
    "mode" VARCHAR,
    "confidence" DOUBLE
);

-- times: time expressions with their TIMEX3 value
CREATE TABLE times (
    "report" VARCHAR,
    "position" INTEGER,
    "start" INTEGER,
    "end" INTEGER,
    "type" VARCHAR,
    "value" VARCHAR
);

-- rejections: the intake log: what could not be taken, where and why
CREATE TABLE rejections (
    "stage" VARCHAR,
    "code" VARCHAR,
    "where" VARCHAR,
    "detail" VARCHAR,
    "hint" VARCHAR
);

-- reports: the reports as published, with their place in the record
CREATE TABLE reports (
    "id" VARCHAR,
    "given_id" VARCHAR,
    "input" VARCHAR,
    "url" VARCHAR,
    "outlet" VARCHAR,
    "title" VARCHAR,
    "byline" VARCHAR[],
    "published" VARCHAR,
    "updated" VARCHAR,
    "language" VARCHAR,
    "supported" BOOLEAN,
    "text" VARCHAR,
    "boilerplate" STRUCT("start" INTEGER, "end" INTEGER, kind VARCHAR)[],
    "declared_sources" STRUCT("name" VARCHAR, "start" INTEGER, "end" INTEGER, kind VARCHAR)[],
    "photo_credits" STRUCT("name" VARCHAR, "start" INTEGER, "end" INTEGER)[],
    "incidents" VARCHAR[],
    "copy_of" VARCHAR,
    "copy_group" VARCHAR,
    "copy_reason" VARCHAR
);

-- record_entities: people, bodies, places and things across all reports
CREATE TABLE record_entities (
    "id" VARCHAR,
    "kind" VARCHAR,
    "name" VARCHAR,
    "also" VARCHAR[],
    "voice" VARCHAR,
    "reason" VARCHAR,
    "latitude" DOUBLE,
    "longitude" DOUBLE,
    "country" VARCHAR,
    "within" VARCHAR[],
    "precision" VARCHAR
);

-- record_mentions: where reports mention an entity of the record
CREATE TABLE record_mentions (
    "entity" VARCHAR,
    "position" INTEGER,
    "report" VARCHAR,
    "start" INTEGER,
    "end" INTEGER
);

-- incidents: what happened, one row an incident
CREATE TABLE incidents (
    "id" VARCHAR,
    "position" INTEGER,
    "type" VARCHAR,
    "title" VARCHAR,
    "reports" VARCHAR[],
    "reason" VARCHAR
);

-- incident_reports: which report speaks of which incident
CREATE TABLE incident_reports (
    "incident" VARCHAR,
    "position" INTEGER,
    "report" VARCHAR,
    "lead" BOOLEAN
);

-- findings: what the record holds for one field of one subject
CREATE TABLE findings (
    "incident" VARCHAR,
    "position" INTEGER,
    "id" VARCHAR,
    "subject" VARCHAR,
    "field" VARCHAR,
    "value" JSON,
    "low" BIGINT,
    "high" BIGINT,
    "includes_perpetrators" BOOLEAN,
    "status" VARCHAR,
    "origins" VARCHAR[],
    "carriers" VARCHAR[],
    "reports" VARCHAR[],
    "reason" VARCHAR
);

-- coded: what a codebook's own ladder makes of a finding's claims
CREATE TABLE coded (
    "incident" VARCHAR,
    "finding" VARCHAR,
    "codebook" VARCHAR,
    "name" VARCHAR,
    "value" BIGINT,
    "why" VARCHAR
);

-- alternatives: values that exclude a finding's own
CREATE TABLE alternatives (
    "incident" VARCHAR,
    "finding" VARCHAR,
    "position" INTEGER,
    "value" JSON,
    "origins" VARCHAR[],
    "reports" VARCHAR[],
    "last_seen" VARCHAR,
    "relation" VARCHAR
);

-- questions: what is still open
CREATE TABLE questions (
    "incident" VARCHAR,
    "position" INTEGER,
    "text" VARCHAR
);

-- timeline: what happened and was reported when
CREATE TABLE timeline (
    "incident" VARCHAR,
    "position" INTEGER,
    "at" VARCHAR,
    "what" VARCHAR,
    "kind" VARCHAR
);

-- claims: one report's word for a value: what stands behind findings, questions and timeline
CREATE TABLE claims (
    "incident" VARCHAR,
    "part" VARCHAR,
    "finding" VARCHAR,
    "place" INTEGER,
    "position" INTEGER,
    "report" VARCHAR,
    "value" JSON,
    "evidence" STRUCT("start" INTEGER, "end" INTEGER)[],
    "chain" VARCHAR[],
    "chain_evidence" STRUCT("start" INTEGER, "end" INTEGER)[][],
    "certainty" VARCHAR,
    "published" VARCHAR,
    "origin" VARCHAR,
    "qualifier" VARCHAR,
    "approximate" BOOLEAN,
    "as_of" VARCHAR,
    "mode" VARCHAR,
    "confidence" DOUBLE
);

-- record_statements: who says what through whom, with the entity ids of the record
CREATE TABLE record_statements (
    "incident" VARCHAR,
    "position" INTEGER,
    "id" VARCHAR,
    "report" VARCHAR,
    "source" STRUCT("start" INTEGER, "end" INTEGER)[],
    "cue" STRUCT("start" INTEGER, "end" INTEGER)[],
    "content" STRUCT("start" INTEGER, "end" INTEGER)[],
    "speaker" VARCHAR,
    "chain" VARCHAR[],
    "chain_evidence" STRUCT("start" INTEGER, "end" INTEGER)[][],
    "manner" VARCHAR,
    "stance" VARCHAR,
    "certainty" VARCHAR
);
