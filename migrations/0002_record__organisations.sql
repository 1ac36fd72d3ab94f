-- Who takes part: organisations and the workplaces under them.
-- `origin` keeps invented examples apart from what is real, so that one command can remove them.
CREATE TABLE record_organisation (
    id            TEXT NOT NULL PRIMARY KEY CHECK (length(id) <= 64),
    name          TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    level         TEXT NOT NULL CHECK (level IN ('municipal', 'regional', 'state', 'other')),
    official_code TEXT CHECK (length(official_code) <= 20),
    origin        TEXT NOT NULL CHECK (origin IN ('real', 'example'))
);

CREATE TABLE record_workplace (
    id              TEXT NOT NULL PRIMARY KEY CHECK (length(id) <= 64),
    organisation_id TEXT NOT NULL REFERENCES record_organisation (id),
    name            TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    field           TEXT NOT NULL CHECK (length(field) BETWEEN 1 AND 60),
    town            TEXT CHECK (length(town) <= 100),
    origin          TEXT NOT NULL CHECK (origin IN ('real', 'example'))
);
CREATE INDEX record_workplace_organisation ON record_workplace (organisation_id);
