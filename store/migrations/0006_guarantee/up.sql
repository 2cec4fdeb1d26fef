-- Mingzhang schema 6: guarantee pools and what happens to their deposits.
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
  PRIMARY KEY (book_id, movement_id),
  UNIQUE (book_id, code)
);

CREATE INDEX guarantee_movement_by_pool ON guarantee_movement (book_id, pool_id, movement_id);
