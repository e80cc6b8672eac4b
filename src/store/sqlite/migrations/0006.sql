-- A dossier's title in each of its languages, as JSON: an object of texts by language code, empty where the title is
-- the same in all of them. A row written before is told in its one title until the dossier's next act.
ALTER TABLE dossier ADD COLUMN titles TEXT NOT NULL DEFAULT '{}';
