-- Mingzhang schema 4: the policy packs that a book has adopted.
-- Portable subset as in schema 1. Days are since 1970-01-01; a to_day of 376199 (2999-12-31) means that no end is known.

CREATE TABLE pack_adoption (
  book_id INTEGER NOT NULL,
  adoption_id INTEGER NOT NULL,
  pack TEXT NOT NULL,
  version INTEGER NOT NULL,
  digest TEXT NOT NULL,
  from_day INTEGER NOT NULL,
  to_day INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (book_id, adoption_id)
);
