-- Mingzhang schema 7: claims of interest subsidy and their lines.
-- Portable subset as in schema 1. Money is in fen, days are since 1970-01-01; day 376199 (2999-12-31) means never.
-- seq is the record of a row. Codes of words are the enums in loans/subsidy.h.

CREATE TABLE subsidy_claim (
  book_id INTEGER NOT NULL,
  claim_id INTEGER NOT NULL,
  code TEXT NOT NULL,
  bank TEXT NOT NULL,
  mode INTEGER NOT NULL,
  day INTEGER NOT NULL,
  from_day INTEGER NOT NULL,
  to_day INTEGER NOT NULL,
  payers TEXT NOT NULL,
  first_row INTEGER NOT NULL,
  row_count INTEGER NOT NULL,
  interest INTEGER NOT NULL,
  subsidy INTEGER NOT NULL,
  paid INTEGER NOT NULL,
  back INTEGER NOT NULL,
  accounts TEXT,
  seq INTEGER NOT NULL,
  PRIMARY KEY (book_id, claim_id),
  UNIQUE (book_id, code)
);

CREATE TABLE subsidy_row (
  book_id INTEGER NOT NULL,
  row_id INTEGER NOT NULL,
  claim_id INTEGER NOT NULL,
  number INTEGER NOT NULL,
  loan_id INTEGER NOT NULL,
  from_day INTEGER NOT NULL,
  to_day INTEGER NOT NULL,
  principal INTEGER NOT NULL,
  interest INTEGER NOT NULL,
  subsidised INTEGER NOT NULL,
  subsidy INTEGER NOT NULL,
  state INTEGER NOT NULL,
  reason TEXT,
  paid_on INTEGER NOT NULL,
  back INTEGER NOT NULL,
  PRIMARY KEY (book_id, row_id)
);

CREATE INDEX subsidy_row_by_loan ON subsidy_row (book_id, loan_id, row_id);
