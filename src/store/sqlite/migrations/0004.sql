-- The two registers of an accord as one list, in the order in which this node took the leaves, and the words by which
-- acts are found. Derived: both are filled after the leaves are committed, and made anew when the index is.

-- no: accord * 2^40 + place in the list. No foreign key to leaf: a row is written for a leaf that was just read.
CREATE TABLE listed (
  no INTEGER PRIMARY KEY,
  leaf INTEGER NOT NULL
) STRICT;

-- How many leaves of a register are in the list.
CREATE TABLE listed_mark (
  register INTEGER PRIMARY KEY REFERENCES register,
  size INTEGER NOT NULL CHECK (size >= 0)
) STRICT;

-- Which words stand in which leaf; the text itself is not kept twice. Row ids are listed.no. The words come normalised,
-- so the tokenizer has only to cut at spaces; it takes every character beyond ASCII as part of a word.
CREATE VIRTUAL TABLE act_words USING fts5(words, content='', detail=none, columnsize=0, tokenize='ascii');
