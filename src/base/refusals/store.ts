import type { WordsTable } from "./words.ts";

/** What the room `store` refuses. */
export const storeRefusals = {
  "store.missing": {
    failed: "There is no database at {path}.",
    expected: "The database file of this side.",
    todo: "Check the path; a new side is set up with `entente init`, and a lost one restored from its backup.",
  },
  "store.unreachable": {
    failed: "The file {path} cannot be opened.",
    expected: "A file in a folder that exists and that the node's user may read and write.",
    todo: "Make the folder, or correct the path or the permissions.",
  },
  "store.notOurs": {
    failed: "The file {path} is not a database of this program.",
    expected: "A database file that Entente made.",
    todo: "Check the path; the file was not changed.",
  },
  "store.newerVersion": {
    failed: "The database {path} has the version {version}, made by a newer program.",
    expected: "Version {known} or older.",
    todo: "Install the newer program again; a database is never taken back to an older version.",
  },
  "store.readOnly": {
    failed: "The database {path} can be read but not written.",
    expected: "A file that the node's user may write, on a disk that is not mounted read-only.",
    todo: "Correct the permissions or the mount.",
  },
  "store.diskFull": {
    failed: "There is no room for {path}.",
    expected: "Room on the disk, and a limit of the store that leaves some.",
    todo: "Free some room or raise the limit; nothing of what was acknowledged is lost.",
  },
  "store.busy": {
    failed: "Another process holds the database {path}.",
    expected: "A database that lets go of its lock within seconds.",
    todo: "See which process has the file open, and end it if it hangs.",
  },
  "store.damaged": {
    failed: "The database {path} is damaged.",
    expected: "A sound database file.",
    todo: "Keep the file, restore the last backup, and let the node recover its tail from the other side's mirror.",
  },
  "store.targetExists": {
    failed: "There is a file at {path} already.",
    expected: "A path where no file is: a backup never overwrites one.",
    todo: "Choose another name.",
  },
  "store.badCursor": {
    failed: "The cursor {got} is none that a page of dossiers ended with.",
    expected: "The `next` of the page before, unchanged.",
    todo: "Ask for the first page again.",
  },
} as const satisfies WordsTable;
