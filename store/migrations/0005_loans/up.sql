-- Mingzhang schema 5: loans, what happens to them, and how they stand from which day on.
-- Portable subset as in schema 1. Money is in fen, rates are 10^-8 a year, days are since 1970-01-01; day 376199
-- (2999-12-31) means never. seq is the record of a row. Codes of words are the enums in loans/words.h.

CREATE TABLE loan (
  book_id INTEGER NOT NULL,
  loan_id INTEGER NOT NULL,
  code TEXT NOT NULL,
  household TEXT NOT NULL,
  borrower TEXT NOT NULL,
  bank TEXT NOT NULL,
  product TEXT NOT NULL,
  fund TEXT,
  cover TEXT,
  state INTEGER NOT NULL,
  day INTEGER NOT NULL,
  requested INTEGER NOT NULL,
  approved INTEGER NOT NULL,
  disbursed INTEGER NOT NULL,
  principal INTEGER NOT NULL,
  interest_accrued INTEGER NOT NULL,
  paid_principal INTEGER NOT NULL,
  paid_interest INTEGER NOT NULL,
  paid_penalties INTEGER NOT NULL,
  written_off INTEGER NOT NULL,
  recovered INTEGER NOT NULL,
  months INTEGER NOT NULL,
  start_day INTEGER NOT NULL,
  original_start INTEGER NOT NULL,
  maturity INTEGER NOT NULL,
  renewed_from INTEGER NOT NULL,
  renewals INTEGER NOT NULL,
  extensions INTEGER NOT NULL,
  misused_from INTEGER NOT NULL,
  class INTEGER NOT NULL,
  accrued_until INTEGER NOT NULL,
  accrual_due INTEGER NOT NULL,
  open_due INTEGER NOT NULL,
  standing_since INTEGER NOT NULL,
  contract TEXT,
  seq INTEGER NOT NULL,
  PRIMARY KEY (book_id, loan_id),
  UNIQUE (book_id, code)
);

-- All that the close of a day asks of a loan, so that it reads the index alone.
CREATE INDEX loan_standing ON loan (book_id, state, accrual_due, open_due, class, standing_since, loan_id);
CREATE INDEX loan_by_household ON loan (book_id, household, loan_id);

CREATE TABLE loan_step (
  book_id INTEGER NOT NULL,
  loan_id INTEGER NOT NULL,
  step_id INTEGER NOT NULL,
  code TEXT NOT NULL,
  kind INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  vouchers INTEGER NOT NULL,
  day INTEGER NOT NULL,
  amount INTEGER NOT NULL,
  principal INTEGER NOT NULL,
  interest INTEGER NOT NULL,
  penalties INTEGER NOT NULL,
  from_day INTEGER NOT NULL,
  to_day INTEGER NOT NULL,
  rate INTEGER NOT NULL,
  row_count INTEGER NOT NULL,
  flag INTEGER NOT NULL,
  corrected_by INTEGER NOT NULL,
  corrects INTEGER NOT NULL,
  PRIMARY KEY (book_id, loan_id, step_id),
  UNIQUE (book_id, step_id),
  UNIQUE (book_id, code)
);

CREATE TABLE loan_day (
  book_id INTEGER NOT NULL,
  loan_id INTEGER NOT NULL,
  day INTEGER NOT NULL,
  principal INTEGER NOT NULL,
  open_due INTEGER NOT NULL,
  class INTEGER NOT NULL,
  renewals INTEGER NOT NULL,
  extensions INTEGER NOT NULL,
  is_written_off INTEGER NOT NULL,
  PRIMARY KEY (book_id, loan_id, day)
);
