-- Mingzhang schema 2: divisions, households and members, and the personal values that stand outside the log.
-- Portable subset as in schema 1. Days are since 1970-01-01; a to_day of 376199 (2999-12-31) means that no end is known.
-- seq is the newest record that changed the row. Codes of words are the enums in households/.

CREATE TABLE division (
  book_id INTEGER NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  level INTEGER NOT NULL,
  parent TEXT,
  from_day INTEGER NOT NULL,
  to_day INTEGER NOT NULL,
  merged_into TEXT,
  seq INTEGER NOT NULL,
  PRIMARY KEY (book_id, code)
);

CREATE TABLE household_spell (
  book_id INTEGER NOT NULL,
  household TEXT NOT NULL,
  from_day INTEGER NOT NULL,
  to_day INTEGER NOT NULL,
  division TEXT NOT NULL,
  class TEXT NOT NULL,
  status INTEGER NOT NULL,
  status_reason TEXT,
  causes TEXT NOT NULL,
  responsible_person TEXT,
  responsible_unit TEXT,
  persons INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (book_id, household, from_day)
);

CREATE INDEX household_spell_by_division ON household_spell (book_id, division, household, from_day);

CREATE TABLE member_stay (
  book_id INTEGER NOT NULL,
  household TEXT NOT NULL,
  person TEXT NOT NULL,
  from_day INTEGER NOT NULL,
  to_day INTEGER NOT NULL,
  relation TEXT NOT NULL,
  is_head INTEGER NOT NULL,
  reason_in TEXT,
  reason_out TEXT,
  seq INTEGER NOT NULL,
  PRIMARY KEY (book_id, household, person, from_day)
);

CREATE TABLE person (
  book_id INTEGER NOT NULL,
  code TEXT NOT NULL,
  digest BLOB NOT NULL,
  household TEXT NOT NULL,
  since_day INTEGER NOT NULL,
  until_day INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (book_id, code)
);

CREATE TABLE procedure_step (
  book_id INTEGER NOT NULL,
  household TEXT NOT NULL,
  procedure_code TEXT NOT NULL,
  run INTEGER NOT NULL,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  wait_days INTEGER NOT NULL,
  state INTEGER NOT NULL,
  day INTEGER NOT NULL,
  evidence TEXT,
  seq INTEGER NOT NULL,
  PRIMARY KEY (book_id, household, procedure_code, run, position)
);

CREATE TABLE household_score (
  book_id INTEGER NOT NULL,
  household TEXT NOT NULL,
  rule_code TEXT NOT NULL,
  day INTEGER NOT NULL,
  score_hundredths INTEGER NOT NULL,
  band TEXT NOT NULL,
  evidence TEXT,
  seq INTEGER NOT NULL,
  PRIMARY KEY (book_id, household, rule_code, day)
);

CREATE TABLE checklist_item (
  book_id INTEGER NOT NULL,
  household TEXT NOT NULL,
  checklist TEXT NOT NULL,
  day INTEGER NOT NULL,
  item TEXT NOT NULL,
  answer INTEGER NOT NULL,
  evidence TEXT,
  seq INTEGER NOT NULL,
  PRIMARY KEY (book_id, household, checklist, day, item)
);

CREATE TABLE erasure (
  book_id INTEGER NOT NULL,
  person TEXT NOT NULL,
  day INTEGER NOT NULL,
  reason TEXT NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (book_id, person)
);

CREATE TABLE personal (  -- long rows
  book_id INTEGER NOT NULL,
  person TEXT NOT NULL,
  version INTEGER NOT NULL,
  is_erased INTEGER NOT NULL,
  id_bucket INTEGER NOT NULL,
  card_bucket INTEGER NOT NULL,
  salt BLOB NOT NULL,
  name TEXT,
  id_number TEXT,
  card TEXT,
  phone TEXT,
  note TEXT,
  PRIMARY KEY (book_id, person, version)
);

CREATE INDEX personal_by_id_number ON personal (book_id, id_bucket);

CREATE INDEX personal_by_card ON personal (book_id, card_bucket);
