-- Mingzhang schema 1: books, their logs and the ledger's projections.
-- Portable subset: INTEGER is 64 bits, TEXT is UTF-8 and never empty, BLOB is bytes; book_id stands first in every key.
-- Money is in fen, dates are days since 1970-01-01, months are yyyymm. Codes of words are the enums in ledger/.

CREATE TABLE book_name (
  name TEXT NOT NULL,
  book_id INTEGER NOT NULL,
  PRIMARY KEY (name)
);

CREATE TABLE book (
  book_id INTEGER NOT NULL,
  name TEXT NOT NULL,
  title TEXT NOT NULL,
  start_month INTEGER NOT NULL,
  writes INTEGER NOT NULL,
  head_seq INTEGER NOT NULL,
  line_count INTEGER NOT NULL,
  frontier_sha256 BLOB NOT NULL,
  frontier_sm3 BLOB NOT NULL,
  PRIMARY KEY (book_id)
);

CREATE TABLE record (  -- long rows
  book_id INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  lines BLOB,
  leaf_sha256 BLOB NOT NULL,
  leaf_sm3 BLOB NOT NULL,
  PRIMARY KEY (book_id, seq)
);

CREATE TABLE log_node (
  book_id INTEGER NOT NULL,
  suite INTEGER NOT NULL,
  level INTEGER NOT NULL,
  position INTEGER NOT NULL,
  digest BLOB NOT NULL,
  PRIMARY KEY (book_id, suite, level, position)
);

CREATE TABLE account (
  book_id INTEGER NOT NULL,
  account_id INTEGER NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  class INTEGER NOT NULL,
  normal_side INTEGER NOT NULL,
  parent_id INTEGER NOT NULL,
  closes_to TEXT,
  has_children INTEGER NOT NULL,
  never_negative INTEGER NOT NULL,
  keeps_days INTEGER NOT NULL,
  is_frozen INTEGER NOT NULL,
  is_closed INTEGER NOT NULL,
  PRIMARY KEY (book_id, account_id),
  UNIQUE (book_id, code)
);

CREATE TABLE fund (
  book_id INTEGER NOT NULL,
  fund_id INTEGER NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  document TEXT,
  is_assumption INTEGER NOT NULL,
  PRIMARY KEY (book_id, fund_id),
  UNIQUE (book_id, code)
);

CREATE TABLE project (
  book_id INTEGER NOT NULL,
  project_id INTEGER NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (book_id, project_id),
  UNIQUE (book_id, code)
);

CREATE TABLE subject (
  book_id INTEGER NOT NULL,
  subject_id INTEGER NOT NULL,
  code TEXT NOT NULL,
  PRIMARY KEY (book_id, subject_id),
  UNIQUE (book_id, code)
);

CREATE TABLE period (
  book_id INTEGER NOT NULL,
  month INTEGER NOT NULL,
  state INTEGER NOT NULL,
  in_use INTEGER NOT NULL,
  PRIMARY KEY (book_id, month)
);

CREATE TABLE balance (
  book_id INTEGER NOT NULL,
  month INTEGER NOT NULL,
  account_id INTEGER NOT NULL,
  fund_id INTEGER NOT NULL,
  opening_debit INTEGER NOT NULL,
  opening_credit INTEGER NOT NULL,
  debit INTEGER NOT NULL,
  credit INTEGER NOT NULL,
  last_line INTEGER NOT NULL,
  PRIMARY KEY (book_id, month, account_id, fund_id)
);

CREATE TABLE detail (
  book_id INTEGER NOT NULL,
  subject_id INTEGER NOT NULL,
  project_id INTEGER NOT NULL,
  account_id INTEGER NOT NULL,
  fund_id INTEGER NOT NULL,
  month INTEGER NOT NULL,
  debit INTEGER NOT NULL,
  credit INTEGER NOT NULL,
  last_line INTEGER NOT NULL,
  PRIMARY KEY (book_id, subject_id, project_id, account_id, fund_id, month)
);

CREATE INDEX detail_by_project ON detail (book_id, project_id, subject_id, account_id, fund_id, month);

CREATE TABLE account_day (
  book_id INTEGER NOT NULL,
  account_id INTEGER NOT NULL,
  fund_id INTEGER NOT NULL,
  day INTEGER NOT NULL,
  debit INTEGER NOT NULL,
  credit INTEGER NOT NULL,
  PRIMARY KEY (book_id, account_id, fund_id, day)
);

CREATE TABLE voucher (
  book_id INTEGER NOT NULL,
  month INTEGER NOT NULL,
  type INTEGER NOT NULL,
  number INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  day INTEGER NOT NULL,
  first_line INTEGER NOT NULL,
  line_count INTEGER NOT NULL,
  reversed_by INTEGER NOT NULL,
  PRIMARY KEY (book_id, month, type, number)
);

CREATE TABLE line (
  book_id INTEGER NOT NULL,
  line_id INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  day INTEGER NOT NULL,
  account_id INTEGER NOT NULL,
  fund_id INTEGER NOT NULL,
  project_id INTEGER NOT NULL,
  subject_id INTEGER NOT NULL,
  side INTEGER NOT NULL,
  amount INTEGER NOT NULL,
  previous_in_account INTEGER NOT NULL,
  previous_in_detail INTEGER NOT NULL,
  PRIMARY KEY (book_id, line_id)
);

CREATE TABLE book_grant (
  book_id INTEGER NOT NULL,
  user_name TEXT NOT NULL,
  role TEXT NOT NULL,
  active INTEGER NOT NULL,
  PRIMARY KEY (book_id, user_name, role)
);

CREATE TABLE request (
  book_id INTEGER NOT NULL,
  request_key TEXT NOT NULL,
  digest TEXT NOT NULL,
  first_seq INTEGER NOT NULL,
  records INTEGER NOT NULL,
  PRIMARY KEY (book_id, request_key)
);

CREATE TABLE draft (  -- long rows
  book_id INTEGER NOT NULL,
  draft_id INTEGER NOT NULL,
  state INTEGER NOT NULL,
  prepared_by TEXT NOT NULL,
  prepared_at INTEGER NOT NULL,
  title TEXT NOT NULL,
  content TEXT NOT NULL,
  decided_by TEXT,
  decided_at INTEGER NOT NULL,
  reason TEXT,
  PRIMARY KEY (book_id, draft_id)
);
