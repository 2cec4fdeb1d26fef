-- Mingzhang schema 8: recorded reconciliations and their items.
-- Portable subset as in schema 1. Money is in fen, days are since 1970-01-01; day 376199 (2999-12-31) means never.
-- seq is the record of a row. Codes of words are the enums in loans/reconciliation_list.h and loans/reconciliation.h.

CREATE TABLE reconciliation (
  book_id INTEGER NOT NULL,
  reconciliation_id INTEGER NOT NULL,
  code TEXT NOT NULL,
  subject INTEGER NOT NULL,
  about TEXT,
  day INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  tolerance INTEGER NOT NULL,
  rows_here INTEGER NOT NULL,
  rows_there INTEGER NOT NULL,
  first_item INTEGER NOT NULL,
  item_count INTEGER NOT NULL,
  resolved INTEGER NOT NULL,
  accepted INTEGER NOT NULL,
  replaces INTEGER NOT NULL,
  replaced_by INTEGER NOT NULL,
  here_unit TEXT,
  here_capacity TEXT,
  here_document TEXT,
  here_day INTEGER NOT NULL,
  there_unit TEXT,
  there_capacity TEXT,
  there_document TEXT,
  there_day INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (book_id, reconciliation_id),
  UNIQUE (book_id, code)
);

CREATE TABLE reconciliation_item (
  book_id INTEGER NOT NULL,
  item_id INTEGER NOT NULL,
  reconciliation_id INTEGER NOT NULL,
  number INTEGER NOT NULL,
  item_key TEXT NOT NULL,
  kind INTEGER NOT NULL,
  field TEXT,
  here TEXT,
  there TEXT,
  file_row INTEGER NOT NULL,
  state INTEGER NOT NULL,
  assigned_to TEXT,
  note TEXT,
  source TEXT,
  changed_on INTEGER NOT NULL,
  PRIMARY KEY (book_id, item_id)
);
