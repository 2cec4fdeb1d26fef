-- Mingzhang schema 9: the keys that sign a book's checkpoints, and the checkpoints.
-- Portable subset as in schema 1.

CREATE TABLE log_key (
  book_id INTEGER NOT NULL,
  log_key_id INTEGER NOT NULL,
  suite INTEGER NOT NULL,
  vkey TEXT NOT NULL,
  seq INTEGER NOT NULL,
  end_seq INTEGER NOT NULL,
  PRIMARY KEY (book_id, log_key_id)
);

CREATE TABLE log_checkpoint (
  book_id INTEGER NOT NULL,
  suite INTEGER NOT NULL,
  size INTEGER NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY (book_id, suite, size)
);

CREATE TABLE seen_log (
  origin TEXT NOT NULL,
  size INTEGER NOT NULL,
  root BLOB NOT NULL,
  PRIMARY KEY (origin)
);
