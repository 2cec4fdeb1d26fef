-- Mingzhang schema 11: where a book is written: 0 here, 1 it is still arriving, 2 it has moved to another database.
-- place is the other database, move_id the number of the move that both ends know. Portable subset as in schema 1.

ALTER TABLE book ADD COLUMN standing INTEGER NOT NULL DEFAULT 0;
ALTER TABLE book ADD COLUMN place TEXT;
ALTER TABLE book ADD COLUMN move_id TEXT;
