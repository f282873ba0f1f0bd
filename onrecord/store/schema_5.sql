-- Version 5: the texts that a digest puts together; which incident each sketch is of, and how alike sketches are, so that new reports move only what they are alike to. Never edited once released.
-- What each column holds: onrecord/core/tables.py.

ALTER TABLE reports ADD COLUMN "digest_of"
    STRUCT("report" VARCHAR, "share" DOUBLE, "evidence" STRUCT("start" INTEGER, "end" INTEGER)[])[];

-- Scores of compared sketches (the smaller number first); such as are 0 are left out.
CREATE TABLE index_pairs ("one" INTEGER, "two" INTEGER, "score" DOUBLE);

-- incident: the smallest number of a sketch of the same incident, null until it is placed.
CREATE TABLE index_places (
    "number" INTEGER,
    "report" INTEGER,
    "local" VARCHAR,
    "incident" INTEGER
);

-- family: the smallest number of the reports that the record's incidents were last made with.
ALTER TABLE index_reports ADD COLUMN "family" INTEGER;

-- What was indexed before has no scores: it is indexed, and grouped, anew by the next build.
DELETE FROM index_reports;
DELETE FROM index_shingles;
DELETE FROM index_furniture;
DELETE FROM index_sketches;
DELETE FROM index_keys;
DELETE FROM index_links;
DELETE FROM index_addresses;
