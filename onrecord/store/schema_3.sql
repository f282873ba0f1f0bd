-- Version 3: the index, by which reports that are alike are found, and a record grows without being
-- made anew. Nothing in it is for reading: it can be made again from the readings.
-- Never edited once released.

-- Reports by number (in order of arrival; it shows nowhere). pending: not yet in the record's incidents.
CREATE TABLE index_reports (
    "number" INTEGER,
    "report" VARCHAR,
    "day" INTEGER,
    "text" UBIGINT,
    "size" INTEGER,
    "pending" BOOLEAN
);

CREATE TABLE index_shingles ("hash" UBIGINT, "report" INTEGER);
CREATE TABLE index_furniture ("hash" UBIGINT);

CREATE TABLE index_sketches ("number" INTEGER, "report" INTEGER, "packed" BLOB);
-- bucket: the month of a near key, -1 without a date, null of a far key.
CREATE TABLE index_keys (
    "key" UBIGINT,
    "sketch" INTEGER,
    "report" INTEGER,
    "day" INTEGER,
    "bucket" INTEGER
);

-- Reports that may have a part in common: a copied text or an incident. The smaller number first.
CREATE TABLE index_links ("one" INTEGER, "two" INTEGER, "kind" VARCHAR);

-- Coders' decisions on what belongs together that the record's incidents were made with.
CREATE TABLE index_decisions ("decision" VARCHAR, "report" VARCHAR);

-- What places and outlets are called in the reports of which `anchor` is the first.
CREATE TABLE index_names (
    "entity" VARCHAR,
    "anchor" VARCHAR,
    "name" VARCHAR,
    "also" VARCHAR[],
    "kind" VARCHAR,
    "times" INTEGER,
    "row" VARCHAR
);
