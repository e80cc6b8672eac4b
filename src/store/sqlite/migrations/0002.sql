-- Sealed documents: what acts name, how far their bytes have come, and uploads under way. Ciphertext only; no name of a
-- file stands here.

CREATE TABLE document (
  no INTEGER PRIMARY KEY,
  accord INTEGER NOT NULL REFERENCES accord,
  -- SHA-256 of the whole age file.
  digest BLOB NOT NULL CHECK (length(digest) = 32),
  size INTEGER NOT NULL CHECK (size >= 1),
  -- The reference as the act has it, canonical JSON.
  reference TEXT NOT NULL,
  -- The act it was sealed for: the first that names it, or the one it was uploaded for.
  act BLOB NOT NULL CHECK (length(act) = 16),
  dossier BLOB CHECK ((dossier IS NULL) = (leaf IS NULL) AND coalesce(length(dossier), 16) = 16),
  -- The leaf of that act; NULL while no act in a register names it, and then nothing of it leaves this side. No foreign
  -- key: the index over the leaves may be rewritten while documents stay.
  leaf INTEGER,
  -- 1 when this side's act names it.
  own INTEGER NOT NULL CHECK (own IN (0, 1)),
  -- The services it was sealed from and to, where this node sealed it.
  sealed_from TEXT,
  sealed_to TEXT CHECK ((sealed_to IS NULL) = (sealed_from IS NULL)),
  -- The ids of the keys it was sealed to, parted by spaces.
  sealed_keys TEXT CHECK ((sealed_keys IS NULL) = (sealed_from IS NULL)),
  -- 0 expected: no byte of it here; 1 partial; 2 held; 3 erased by an act.
  state INTEGER NOT NULL CHECK (state IN (0, 1, 2, 3)),
  changed_at INTEGER NOT NULL,
  -- When the other node answered that it holds all of it.
  delivered_at INTEGER,
  -- The act that says it was opened, and the one that had it erased.
  opened_by BLOB CHECK (coalesce(length(opened_by), 16) = 16),
  erased_by BLOB CHECK (coalesce(length(erased_by), 16) = 16 AND (erased_by IS NOT NULL) = (state = 3)),
  -- 1 while a file of an erased document may still lie on the disk.
  unswept INTEGER NOT NULL DEFAULT 0 CHECK (unswept IN (0, 1)),
  UNIQUE (accord, digest)
) STRICT;

CREATE INDEX document_of_act ON document (accord, act);
CREATE INDEX document_of_dossier ON document (accord, dossier) WHERE dossier IS NOT NULL;
-- Small ones first, so that a large one does not stand in their way.
CREATE INDEX document_to_deliver ON document (accord, size, no)
  WHERE own = 1 AND state = 2 AND delivered_at IS NULL AND leaf IS NOT NULL;
-- Those that are files of the home, looked through at each start.
CREATE INDEX document_in_file ON document (accord, no) WHERE size > 65536;
CREATE INDEX document_missing ON document (accord, changed_at) WHERE state IN (0, 1);
CREATE INDEX document_unnamed ON document (accord, changed_at) WHERE leaf IS NULL;
CREATE INDEX document_unswept ON document (accord) WHERE unswept = 1;

CREATE TRIGGER document_stays_erased BEFORE UPDATE OF state ON document WHEN old.state = 3 AND new.state <> 3
BEGIN SELECT RAISE(ABORT, 'an erased document does not come back'); END;

CREATE TRIGGER document_named_stays BEFORE DELETE ON document WHEN old.leaf IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a document that an act names is not forgotten'); END;

-- The bytes of a small document, beside its row and in one transaction with it: a file for each would cost an fsync.
-- The
-- others are files of the home.
CREATE TABLE document_bytes (
  document INTEGER PRIMARY KEY REFERENCES document ON DELETE CASCADE,
  bytes BLOB NOT NULL CHECK (length(bytes) BETWEEN 1 AND 65536)
) STRICT;

-- How many bytes each side's documents take here, whole ones and begun ones, kept by triggers: asked before each that
-- arrives.
CREATE TABLE document_tally (
  accord INTEGER NOT NULL REFERENCES accord,
  own INTEGER NOT NULL CHECK (own IN (0, 1)),
  bytes INTEGER NOT NULL,
  PRIMARY KEY (accord, own)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER document_counted AFTER INSERT ON document WHEN new.state IN (1, 2) BEGIN
  INSERT INTO document_tally (accord, own, bytes) VALUES (new.accord, new.own, new.size)
    ON CONFLICT DO UPDATE SET bytes = bytes + excluded.bytes;
END;

CREATE TRIGGER document_recounted AFTER UPDATE OF state ON document
  WHEN (new.state IN (1, 2)) <> (old.state IN (1, 2)) BEGIN
  INSERT INTO document_tally (accord, own, bytes)
    VALUES (new.accord, new.own, CASE WHEN new.state IN (1, 2) THEN new.size ELSE -new.size END)
    ON CONFLICT DO UPDATE SET bytes = bytes + excluded.bytes;
END;

CREATE TRIGGER document_uncounted AFTER DELETE ON document WHEN old.state IN (1, 2) BEGIN
  UPDATE document_tally SET bytes = bytes - old.size WHERE accord = old.accord AND own = old.own;
END;

-- A document an officer is sealing: what is sealed so far is a file of the home, the head with the file's name in it.
CREATE TABLE upload (
  accord INTEGER NOT NULL REFERENCES accord,
  id TEXT NOT NULL,
  officer TEXT NOT NULL,
  -- What was asked for, canonical JSON: act, label, media type, size, services. Not the name.
  request TEXT NOT NULL,
  touched_at INTEGER NOT NULL,
  -- The document it became; asked for again after a lost answer.
  digest BLOB CHECK (coalesce(length(digest), 32) = 32),
  PRIMARY KEY (accord, id)
) STRICT;

CREATE INDEX upload_idle ON upload (accord, touched_at);
