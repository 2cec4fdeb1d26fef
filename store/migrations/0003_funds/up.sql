-- Mingzhang schema 3: indicators, allocations, projects, payment lists and benefits.
-- Portable subset as in schema 1. Money is in fen, days are since 1970-01-01; day 376199 (2999-12-31) means never.
-- seq is the record of a row. Codes of words are the enums in funds/words.h and funds/pots.h.

CREATE TABLE indicator (
  book_id INTEGER NOT NULL,
  indicator_id INTEGER NOT NULL,
  code TEXT NOT NULL,
  document TEXT NOT NULL,
  level INTEGER NOT NULL,
  purpose TEXT NOT NULL,
  day INTEGER NOT NULL,
  deadline INTEGER NOT NULL,
  assumption TEXT,
  amount INTEGER NOT NULL,
  allocated INTEGER NOT NULL,
  returned INTEGER NOT NULL,
  listed INTEGER NOT NULL,
  benefits INTEGER NOT NULL,
  carried INTEGER NOT NULL,
  recovered INTEGER NOT NULL,
  advanced INTEGER NOT NULL,
  reimbursed INTEGER NOT NULL,
  paid INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (book_id, indicator_id),
  UNIQUE (book_id, code)
);

CREATE TABLE movement (
  book_id INTEGER NOT NULL,
  movement_id INTEGER NOT NULL,
  code TEXT NOT NULL,
  kind INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  vouchers INTEGER NOT NULL,
  day INTEGER NOT NULL,
  indicator_id INTEGER NOT NULL,
  into_id INTEGER NOT NULL,
  allocation_id INTEGER NOT NULL,
  target INTEGER NOT NULL,
  list_id INTEGER NOT NULL,
  cause_id INTEGER NOT NULL,
  project TEXT,
  amount INTEGER NOT NULL,
  taken_back INTEGER NOT NULL,
  PRIMARY KEY (book_id, movement_id),
  UNIQUE (book_id, code)
);

CREATE INDEX movement_by_indicator ON movement (book_id, indicator_id, movement_id);

CREATE INDEX movement_by_into ON movement (book_id, into_id, movement_id);

CREATE INDEX movement_by_project ON movement (book_id, project, movement_id);

CREATE TABLE project_plan (
  book_id INTEGER NOT NULL,
  plan_id INTEGER NOT NULL,
  code TEXT NOT NULL,
  title TEXT NOT NULL,
  place TEXT NOT NULL,
  day INTEGER NOT NULL,
  budget INTEGER NOT NULL,
  gates INTEGER NOT NULL,
  signed_gates INTEGER NOT NULL,
  money_gate INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (book_id, plan_id),
  UNIQUE (book_id, code)
);

CREATE TABLE project_gate (
  book_id INTEGER NOT NULL,
  plan_id INTEGER NOT NULL,
  number INTEGER NOT NULL,
  name TEXT NOT NULL,
  signed_on INTEGER NOT NULL,
  signed_by TEXT,
  evidence TEXT,
  seq INTEGER NOT NULL,
  PRIMARY KEY (book_id, plan_id, number)
);

CREATE TABLE allocation_target (
  book_id INTEGER NOT NULL,
  allocation_id INTEGER NOT NULL,
  number INTEGER NOT NULL,
  indicator_id INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  subject TEXT NOT NULL,
  project TEXT,
  day INTEGER NOT NULL,
  amount INTEGER NOT NULL,
  returned INTEGER NOT NULL,
  reimbursed INTEGER NOT NULL,
  advanced INTEGER NOT NULL,
  listed INTEGER NOT NULL,
  PRIMARY KEY (book_id, allocation_id, number)
);

CREATE TABLE advance (
  book_id INTEGER NOT NULL,
  advance_id INTEGER NOT NULL,
  code TEXT NOT NULL,
  allocation_id INTEGER NOT NULL,
  target INTEGER NOT NULL,
  indicator_id INTEGER NOT NULL,
  project TEXT NOT NULL,
  payee TEXT NOT NULL,
  day INTEGER NOT NULL,
  amount INTEGER NOT NULL,
  settled INTEGER NOT NULL,
  returned INTEGER NOT NULL,
  PRIMARY KEY (book_id, advance_id)
);

CREATE TABLE disbursement_list (
  book_id INTEGER NOT NULL,
  list_id INTEGER NOT NULL,
  code TEXT NOT NULL,
  indicator_id INTEGER NOT NULL,
  allocation_id INTEGER NOT NULL,
  target INTEGER NOT NULL,
  project TEXT,
  title TEXT NOT NULL,
  day INTEGER NOT NULL,
  publicity_end INTEGER NOT NULL,
  digest TEXT NOT NULL,
  row_count INTEGER NOT NULL,
  total INTEGER NOT NULL,
  submitted INTEGER NOT NULL,
  paid INTEGER NOT NULL,
  returned INTEGER NOT NULL,
  repaid INTEGER NOT NULL,
  cancelled INTEGER NOT NULL,
  is_withdrawn INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (book_id, list_id),
  UNIQUE (book_id, code)
);

CREATE INDEX disbursement_list_by_digest ON disbursement_list (book_id, digest, list_id);

CREATE TABLE disbursement_row (
  book_id INTEGER NOT NULL,
  list_id INTEGER NOT NULL,
  number INTEGER NOT NULL,
  household TEXT NOT NULL,
  person TEXT,
  amount INTEGER NOT NULL,
  payee BLOB,
  state INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  paid_by INTEGER NOT NULL,
  reason TEXT,
  PRIMARY KEY (book_id, list_id, number)
);

CREATE INDEX disbursement_row_by_household ON disbursement_row (book_id, household, list_id, number);

CREATE TABLE benefit (
  book_id INTEGER NOT NULL,
  claim BLOB NOT NULL,
  movement_id INTEGER NOT NULL,
  programme TEXT NOT NULL,
  person TEXT NOT NULL,
  household TEXT NOT NULL,
  year INTEGER NOT NULL,
  day INTEGER NOT NULL,
  eligible INTEGER NOT NULL,
  amount INTEGER NOT NULL,
  PRIMARY KEY (book_id, claim),
  UNIQUE (book_id, movement_id)
);

CREATE INDEX benefit_by_household ON benefit (book_id, household, movement_id);

CREATE TABLE benefit_total (
  book_id INTEGER NOT NULL,
  programme TEXT NOT NULL,
  person TEXT NOT NULL,
  year INTEGER NOT NULL,
  claimed INTEGER NOT NULL,
  paid INTEGER NOT NULL,
  PRIMARY KEY (book_id, programme, person, year)
);

CREATE TABLE pot_day (
  book_id INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  owner INTEGER NOT NULL,
  number INTEGER NOT NULL,
  day INTEGER NOT NULL,
  received INTEGER NOT NULL,
  used INTEGER NOT NULL,
  PRIMARY KEY (book_id, kind, owner, number, day)
);
