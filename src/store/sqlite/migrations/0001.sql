-- The registers, the index over them, and what a node must remember of its link.
--
-- Large keys are packed into one 64-bit integer, so that each big table is one B-tree that grows at its end:
--   leaf.no, held.no  register * 2^40 + index (held: + size)
--   tile.no           (register * 8 + level) * 2^32 + index
-- A register number therefore has 13 bits, and every key stays below 2^53, exact in a JavaScript number.

-- Names that repeat in every act (procedures, steps, services, functions, states, reasons), kept once.
CREATE TABLE word (
  no INTEGER PRIMARY KEY,
  text TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE accord (
  no INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  own TEXT NOT NULL,
  other TEXT NOT NULL CHECK (other <> own),
  founding BLOB NOT NULL
) STRICT;

CREATE TABLE register (
  no INTEGER PRIMARY KEY CHECK (no BETWEEN 1 AND 8191),
  accord INTEGER NOT NULL REFERENCES accord,
  -- 0 the register this node writes, 1 the mirror of the other side's.
  side INTEGER NOT NULL CHECK (side IN (0, 1)),
  origin TEXT NOT NULL UNIQUE,
  UNIQUE (accord, side)
) STRICT;

-- No row until the first checkpoint. It moves by compare-and-swap, inside the transaction that writes the leaves.
CREATE TABLE head (
  register INTEGER PRIMARY KEY REFERENCES register,
  size INTEGER NOT NULL CHECK (size BETWEEN 0 AND 1099511627775),
  root BLOB NOT NULL CHECK (length(root) = 32),
  checkpoint BLOB NOT NULL
) STRICT;

CREATE TRIGGER head_never_falls BEFORE UPDATE OF size ON head WHEN new.size < old.size
BEGIN SELECT RAISE(ABORT, 'a register never shrinks'); END;

-- No foreign key to register: its number is inside the key, and the first statement of every transaction that appends,
-- the swap of the head, fails for a register that is not there.
CREATE TABLE leaf (
  no INTEGER PRIMARY KEY,
  bytes BLOB NOT NULL CHECK (length(bytes) BETWEEN 1 AND 65535)
) STRICT;

CREATE TRIGGER leaf_never_changes BEFORE UPDATE ON leaf
BEGIN SELECT RAISE(ABORT, 'a leaf is never rewritten'); END;

CREATE TRIGGER leaf_never_goes BEFORE DELETE ON leaf
BEGIN SELECT RAISE(ABORT, 'a leaf is never removed'); END;

-- The tile at the right edge is stored at the width it has and replaced as it grows (C2SP tlog-tiles: 1 to 256 hashes).
-- No trigger against a narrower tile: the head's swap already forbids going back.
CREATE TABLE tile (
  no INTEGER PRIMARY KEY,
  bytes BLOB NOT NULL CHECK (length(bytes) BETWEEN 32 AND 8192 AND length(bytes) % 32 = 0)
) STRICT;

-- Cosigned checkpoints. No constraint against a size above the head's: a node restored from a backup may be shown a
-- cosignature on leaves that it has yet to recover.
CREATE TABLE held (
  no INTEGER PRIMARY KEY,
  time INTEGER NOT NULL CHECK (time >= 0),
  note BLOB NOT NULL
) STRICT;

-- One row for each leaf that can be read as an act. No foreign key to dossier: an act may name a dossier that never
-- opened. None to word: numbers come from the node's own table of words, written in the same transaction, and five
-- look-ups an act would buy nothing.
CREATE TABLE act (
  leaf INTEGER PRIMARY KEY REFERENCES leaf,
  accord INTEGER NOT NULL REFERENCES accord,
  id BLOB NOT NULL CHECK (length(id) = 16),
  dossier BLOB NOT NULL CHECK (length(dossier) = 16),
  procedure INTEGER NOT NULL,
  step INTEGER NOT NULL,
  service INTEGER NOT NULL,
  function INTEGER NOT NULL,
  at INTEGER NOT NULL,
  sight INTEGER NOT NULL CHECK (sight >= 0),
  -- 0 effective; 1 void, with code and details; 2 crossed, with the act that prevailed.
  outcome INTEGER NOT NULL CHECK (outcome IN (0, 1, 2)),
  code INTEGER CHECK ((code IS NOT NULL) = (outcome = 1)),
  details TEXT CHECK ((details IS NOT NULL) = (outcome = 1)),
  by BLOB CHECK ((by IS NOT NULL) = (outcome = 2) AND coalesce(length(by), 16) = 16),
  -- Who of this side made it, by the id in its own directory; known to this node only, and not from the leaf.
  officer INTEGER
) STRICT;

CREATE UNIQUE INDEX act_by_id ON act (accord, id);
-- SQLite ends every index with the row's key, here the leaf: these two give each register's acts in order.
CREATE INDEX act_of_dossier ON act (accord, dossier);
CREATE INDEX act_of_procedure ON act (accord, procedure);

CREATE TABLE unreadable (
  leaf INTEGER PRIMARY KEY REFERENCES leaf,
  accord INTEGER NOT NULL REFERENCES accord,
  code TEXT NOT NULL,
  details TEXT NOT NULL
) STRICT;

CREATE INDEX unreadable_of_accord ON unreadable (accord);

-- The list's order is one descending key (open, urgency, opened_at, id): open dossiers first, then the nearest
-- deadline, then the newest. The first five indexes end with that key, so that a page is a walk from the cursor,
-- whatever the filter.
CREATE TABLE dossier (
  accord INTEGER NOT NULL REFERENCES accord,
  id BLOB NOT NULL CHECK (length(id) = 16),
  procedure INTEGER NOT NULL REFERENCES word,
  version INTEGER NOT NULL,
  title TEXT NOT NULL,
  state INTEGER NOT NULL REFERENCES word,
  open INTEGER NOT NULL CHECK (open IN (0, 1)),
  turn_own INTEGER NOT NULL CHECK (turn_own IN (0, 1)),
  turn_other INTEGER NOT NULL CHECK (turn_other IN (0, 1)),
  due_name TEXT,
  -- The nearest deadline's instant, negated; -9007199254740991 when there is none, so that it sorts last.
  urgency INTEGER NOT NULL CHECK ((due_name IS NULL) = (urgency = -9007199254740991)),
  due_own INTEGER NOT NULL CHECK (due_own IN (0, 1)),
  due_other INTEGER NOT NULL CHECK (due_other IN (0, 1)),
  opened_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  acts INTEGER NOT NULL CHECK (acts >= 0),
  -- When time alone moves the dossier on; NULL when time does not.
  lapses_at INTEGER,
  PRIMARY KEY (accord, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX dossier_listed ON dossier (accord, open, urgency, opened_at, id);
CREATE INDEX dossier_of_procedure ON dossier (accord, procedure, open, urgency, opened_at, id);
CREATE INDEX dossier_in_state ON dossier (accord, state, open, urgency, opened_at, id);
CREATE INDEX dossier_turn_own ON dossier (accord, open, urgency, opened_at, id) WHERE turn_own = 1;
CREATE INDEX dossier_turn_other ON dossier (accord, open, urgency, opened_at, id) WHERE turn_other = 1;
CREATE INDEX dossier_lapsing ON dossier (accord, lapses_at) WHERE lapses_at IS NOT NULL;

-- How many dossiers each procedure has, kept by triggers: the count is asked at every look at the dashboard.
CREATE TABLE tally (
  accord INTEGER NOT NULL REFERENCES accord,
  procedure INTEGER NOT NULL REFERENCES word,
  open INTEGER NOT NULL CHECK (open BETWEEN 0 AND total),
  total INTEGER NOT NULL,
  PRIMARY KEY (accord, procedure)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER dossier_counted AFTER INSERT ON dossier BEGIN
  INSERT INTO tally (accord, procedure, open, total) VALUES (new.accord, new.procedure, new.open, 1)
    ON CONFLICT DO UPDATE SET open = open + excluded.open, total = total + 1;
END;

CREATE TRIGGER dossier_recounted AFTER UPDATE OF open ON dossier WHEN new.open <> old.open BEGIN
  UPDATE tally SET open = open + new.open - old.open WHERE accord = new.accord AND procedure = new.procedure;
END;

CREATE TRIGGER dossier_keeps_procedure BEFORE UPDATE OF procedure ON dossier WHEN new.procedure <> old.procedure
BEGIN SELECT RAISE(ABORT, 'a dossier never changes its procedure'); END;

CREATE TABLE link (
  accord INTEGER PRIMARY KEY REFERENCES accord,
  stopped_code TEXT,
  stopped_details TEXT CHECK ((stopped_details IS NULL) = (stopped_code IS NULL)),
  stopped_at INTEGER CHECK ((stopped_at IS NULL) = (stopped_code IS NULL)),
  evidence TEXT,
  recovering INTEGER NOT NULL CHECK (recovering IN (0, 1)),
  last_contact INTEGER
) STRICT;
