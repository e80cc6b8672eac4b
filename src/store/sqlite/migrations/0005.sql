-- How many open dossiers of each procedure await each side, kept by triggers: the frame of every page asks it.
CREATE TABLE turn_tally (
  accord INTEGER NOT NULL REFERENCES accord,
  procedure INTEGER NOT NULL REFERENCES word,
  own INTEGER NOT NULL CHECK (own >= 0),
  other INTEGER NOT NULL CHECK (other >= 0),
  PRIMARY KEY (accord, procedure)
) STRICT, WITHOUT ROWID;

INSERT INTO turn_tally (accord, procedure, own, other)
  SELECT accord, procedure, sum(turn_own), sum(turn_other) FROM dossier GROUP BY accord, procedure;

CREATE TRIGGER turn_counted AFTER INSERT ON dossier BEGIN
  INSERT INTO turn_tally (accord, procedure, own, other)
    VALUES (new.accord, new.procedure, new.turn_own, new.turn_other)
    ON CONFLICT DO UPDATE SET own = own + excluded.own, other = other + excluded.other;
END;

-- A dossier never changes its procedure (dossier_keeps_procedure).
CREATE TRIGGER turn_recounted AFTER UPDATE OF turn_own, turn_other ON dossier
WHEN new.turn_own <> old.turn_own OR new.turn_other <> old.turn_other BEGIN
  UPDATE turn_tally SET own = own + new.turn_own - old.turn_own, other = other + new.turn_other - old.turn_other
    WHERE accord = new.accord AND procedure = new.procedure;
END;
