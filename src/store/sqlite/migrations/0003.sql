-- What a side keeps for itself and never sends: drafts of acts, and the log of who had which sealed document opened.

CREATE TABLE draft (
  -- The order in which they were composed.
  no INTEGER PRIMARY KEY AUTOINCREMENT,
  accord INTEGER NOT NULL REFERENCES accord,
  -- The id the act will have.
  id BLOB NOT NULL CHECK (length(id) = 16),
  dossier BLOB NOT NULL CHECK (length(dossier) = 16),
  procedure TEXT NOT NULL,
  step TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('composed', 'returned', 'releasing', 'released')),
  version INTEGER NOT NULL CHECK (version >= 1),
  -- What the author chooses of the act, canonical JSON. Never the content of a sealed document.
  draft TEXT NOT NULL,
  composer TEXT NOT NULL,
  composed_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  releaser TEXT CHECK ((releaser IS NULL) = (state IN ('composed', 'returned'))),
  UNIQUE (accord, id)
) STRICT;

CREATE INDEX draft_in_state ON draft (accord, state, no);
CREATE INDEX draft_of_dossier ON draft (accord, dossier, no);

CREATE TRIGGER draft_released_stays BEFORE UPDATE ON draft WHEN old.state = 'released'
BEGIN SELECT RAISE(ABORT, 'a released draft does not change'); END;

CREATE TRIGGER draft_released_is_kept BEFORE DELETE ON draft WHEN old.state IN ('releasing', 'released')
BEGIN SELECT RAISE(ABORT, 'a released draft is kept'); END;

CREATE TABLE draft_event (
  no INTEGER PRIMARY KEY AUTOINCREMENT,
  draft INTEGER NOT NULL REFERENCES draft ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('composed', 'changed', 'returned', 'released', 'refused')),
  officer TEXT NOT NULL,
  at INTEGER NOT NULL,
  reason TEXT
) STRICT;

CREATE INDEX draft_event_of_draft ON draft_event (draft, no);

CREATE TABLE access (
  accord INTEGER NOT NULL REFERENCES accord,
  -- From 0, without gaps, in each accord.
  no INTEGER NOT NULL,
  at INTEGER NOT NULL,
  officer TEXT NOT NULL,
  service TEXT NOT NULL,
  function TEXT NOT NULL,
  action TEXT NOT NULL CHECK (action IN ('open', 'content')),
  document TEXT NOT NULL,
  act BLOB NOT NULL CHECK (length(act) = 16),
  dossier BLOB NOT NULL CHECK (length(dossier) = 16),
  level INTEGER NOT NULL,
  allowed INTEGER NOT NULL CHECK (allowed IN (0, 1)),
  -- Names of rules, a JSON list.
  rules TEXT NOT NULL,
  code TEXT CHECK (allowed = 1 OR code IS NOT NULL),
  PRIMARY KEY (accord, no)
) STRICT, WITHOUT ROWID;

-- An INSERT OR REPLACE would take the place of an entry without a DELETE that a trigger sees: what is inserted must be
-- the next entry.
CREATE TRIGGER access_in_order BEFORE INSERT ON access
WHEN new.no IS NOT (SELECT coalesce(max(no) + 1, 0) FROM access WHERE accord = new.accord)
BEGIN SELECT RAISE(ABORT, 'the access log has no gaps'); END;

CREATE TRIGGER access_not_changed BEFORE UPDATE ON access
BEGIN SELECT RAISE(ABORT, 'the access log only grows'); END;

CREATE TRIGGER access_not_removed BEFORE DELETE ON access
BEGIN SELECT RAISE(ABORT, 'the access log only grows'); END;
