-- Mingzhang schema 10: no two books can be given one id in the same moment.
-- Portable subset as in schema 1.

CREATE UNIQUE INDEX book_name_by_id ON book_name (book_id);
