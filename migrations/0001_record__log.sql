-- The event log: every change writes its row here, in the same transaction.
-- The number comes from the one row of record_log, whose lock makes numbers appear in the order of commits and without
-- holes, so that a reader who has seen number n has seen everything up to n. (A sequence could not promise that.)
CREATE TABLE record_log (
    id   BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
    last BIGINT NOT NULL
);
INSERT INTO record_log (id, last) VALUES (1, 0);

CREATE TABLE record_event (
    number  BIGINT NOT NULL PRIMARY KEY,
    at      BIGINT NOT NULL,
    kind    TEXT   NOT NULL CHECK (length(kind) BETWEEN 3 AND 80),
    subject TEXT   NOT NULL CHECK (length(subject) <= 200),
    actor   TEXT   NOT NULL CHECK (length(actor) <= 200),
    body    TEXT   NOT NULL CHECK (length(body) <= 100000)
);
