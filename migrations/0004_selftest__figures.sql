-- Comparison figures that the operator has read in from Statistics Denmark's StatBank.
CREATE TABLE selftest_figure (
    statbank_table TEXT   NOT NULL CHECK (length(statbank_table) <= 20),
    measure        TEXT   NOT NULL CHECK (length(measure) <= 120),
    population     TEXT   NOT NULL CHECK (length(population) <= 60),
    edition        TEXT   NOT NULL CHECK (length(edition) <= 40),
    edition_order  BIGINT NOT NULL,
    percent        DOUBLE PRECISION NOT NULL CHECK (percent BETWEEN 0 AND 100),
    source         TEXT   NOT NULL CHECK (length(source) <= 500),
    imported_at    BIGINT NOT NULL,
    PRIMARY KEY (statbank_table, edition, measure, population)
);
