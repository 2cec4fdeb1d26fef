-- Mingzhang schema 6: guarantee pools, risk-compensation funds, claims on them, and what happens to their money.
-- Portable subset as in schema 1. Money is in fen, days are since 1970-01-01. seq is the record of a row. Codes of words
-- are the enums in guarantee/words.h.

CREATE TABLE guarantee_pool (
  book_id INTEGER NOT NULL,
  pool_id INTEGER NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  bank TEXT NOT NULL,
  place TEXT NOT NULL,
  multiple INTEGER NOT NULL,
  npl_tolerance INTEGER NOT NULL,
  alert_percent INTEGER NOT NULL,
  bank_account TEXT,
  deposit_account TEXT,
  receivable_account TEXT,
  deposit INTEGER NOT NULL,
  exposure INTEGER NOT NULL,
  balance INTEGER NOT NULL,
  bad INTEGER NOT NULL,
  stop_reason TEXT,
  day INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (book_id, pool_id),
  UNIQUE (book_id, code)
);

CREATE TABLE guarantee_movement (
  book_id INTEGER NOT NULL,
  movement_id INTEGER NOT NULL,
  code TEXT NOT NULL,
  kind INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  vouchers INTEGER NOT NULL,
  day INTEGER NOT NULL,
  pool_id INTEGER NOT NULL,
  amount INTEGER NOT NULL,
  fund TEXT,
  document TEXT,
  party TEXT,
  reason TEXT,
  risk_fund_id INTEGER NOT NULL,
  claim_id INTEGER NOT NULL,
  contributor INTEGER NOT NULL,
  loan TEXT,
  own INTEGER NOT NULL,
  PRIMARY KEY (book_id, movement_id),
  UNIQUE (book_id, code)
);

CREATE INDEX guarantee_movement_by_pool ON guarantee_movement (book_id, pool_id, movement_id);

CREATE INDEX guarantee_movement_by_fund ON guarantee_movement (book_id, risk_fund_id, movement_id);

CREATE TABLE risk_fund (
  book_id INTEGER NOT NULL,
  risk_fund_id INTEGER NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  place TEXT NOT NULL,
  target INTEGER NOT NULL,
  government_weight INTEGER NOT NULL,
  institution_weight INTEGER NOT NULL,
  province_weight INTEGER NOT NULL,
  local_weight INTEGER NOT NULL,
  fund_loss_weight INTEGER NOT NULL,
  bank_loss_weight INTEGER NOT NULL,
  covers_interest INTEGER NOT NULL,
  overdue_days INTEGER NOT NULL,
  bank_account TEXT,
  province_account TEXT,
  local_account TEXT,
  institution_account TEXT,
  receivable_account TEXT,
  loss_account TEXT,
  regained_account TEXT,
  province INTEGER NOT NULL,
  local INTEGER NOT NULL,
  institution INTEGER NOT NULL,
  paid INTEGER NOT NULL,
  recovered INTEGER NOT NULL,
  written_off INTEGER NOT NULL,
  day INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (book_id, risk_fund_id),
  UNIQUE (book_id, code)
);

CREATE TABLE risk_claim (
  book_id INTEGER NOT NULL,
  claim_id INTEGER NOT NULL,
  code TEXT NOT NULL,
  risk_fund_id INTEGER NOT NULL,
  bank TEXT NOT NULL,
  day INTEGER NOT NULL,
  state INTEGER NOT NULL,
  row_count INTEGER NOT NULL,
  loss INTEGER NOT NULL,
  paid INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (book_id, claim_id),
  UNIQUE (book_id, code)
);

CREATE TABLE risk_claim_row (
  book_id INTEGER NOT NULL,
  claim_id INTEGER NOT NULL,
  row_number INTEGER NOT NULL,
  loan TEXT NOT NULL,
  principal INTEGER NOT NULL,
  interest INTEGER NOT NULL,
  days_overdue INTEGER NOT NULL,
  evidence TEXT NOT NULL,
  is_disputed INTEGER NOT NULL,
  reason TEXT,
  fund_part INTEGER NOT NULL,
  bank_part INTEGER NOT NULL,
  fund_recovered INTEGER NOT NULL,
  bank_recovered INTEGER NOT NULL,
  written_off INTEGER NOT NULL,
  PRIMARY KEY (book_id, claim_id, row_number)
);

CREATE INDEX risk_claim_row_by_loan ON risk_claim_row (book_id, loan, is_disputed);
