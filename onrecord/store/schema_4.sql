-- Version 4: captures of one page are versions of one report; correction notes. Never edited once released.
-- What each column holds: onrecord/core/tables.py and views.py.

ALTER TABLE reports ADD COLUMN "version_of" VARCHAR;
ALTER TABLE reports ADD COLUMN "corrections" STRUCT("start" INTEGER, "end" INTEGER)[];

CREATE TABLE index_addresses ("hash" UBIGINT, "report" INTEGER);

-- What was indexed before knows no addresses: it is indexed, and grouped, anew by the next build.
DELETE FROM index_reports;
DELETE FROM index_shingles;
DELETE FROM index_furniture;
DELETE FROM index_sketches;
DELETE FROM index_keys;
DELETE FROM index_links;

CREATE OR REPLACE VIEW v_reports AS
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
    copy_of,
    version_of
FROM reports;
