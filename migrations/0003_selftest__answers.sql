-- Answers that their taker let us keep. No person, no workplace, no time and no order: nothing to find anyone by.
-- `batch` is which five of its group the answers came with; only whole batches are ever shown.
-- `id` is random, and an INTEGER because that is where SQLite lays a row: the file does not hold the order of arrival.
CREATE TABLE selftest_answers (
    id         INTEGER NOT NULL PRIMARY KEY,
    instrument TEXT   NOT NULL CHECK (length(instrument) <= 20),
    population TEXT   NOT NULL CHECK (length(population) <= 60),
    batch      BIGINT NOT NULL,
    answers    TEXT   NOT NULL CHECK (length(answers) <= 10000),
    origin     TEXT   NOT NULL CHECK (origin IN ('taker', 'example'))
);
CREATE INDEX selftest_answers_group ON selftest_answers (origin, instrument, population, batch);

-- How many have arrived in each group, for numbering the batches.
CREATE TABLE selftest_arrivals (
    origin     TEXT   NOT NULL,
    instrument TEXT   NOT NULL,
    population TEXT   NOT NULL,
    arrived    BIGINT NOT NULL,
    PRIMARY KEY (origin, instrument, population)
);

-- Receipts make a submission count once, however often it is sent. They name no answers.
CREATE TABLE selftest_receipt (
    fingerprint TEXT NOT NULL PRIMARY KEY CHECK (length(fingerprint) = 64)
);
