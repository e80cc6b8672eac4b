// The handlers of a main events list as a table: given out for a spreadsheet, and a table read against the list.

import type { Handlers } from "../../api/index.ts";
import { isRefusal } from "../../base/index.ts";
import { csvText, injectRows, injectWrites, readInjectRows, readTable, xlsxBytes } from "../../documents/index.ts";
import type { Officer } from "../../policy/index.ts";
import { injectsProcedure } from "../../procedures/index.ts";
import { digestOf } from "../side/digest.ts";
import type { HandlerContext } from "./context.ts";
import { wholeDossier } from "./whole-dossier.ts";

type Routes = "injectsTableFile" | "injectsTableBook" | "readInjectsTable";

export function injectsHandlers(context: HandlerContext): Pick<Handlers<Officer>, Routes> {
  return {
    async injectsTableFile({ params }, officer) {
      const found = await wholeDossier(context, { params, officer, procedure: injectsProcedure });
      if (isRefusal(found)) return found;
      const [header = [], ...rows] = injectRows(found.viewed.view.dossier.data);
      return csvText(header, rows);
    },
    async injectsTableBook({ params }, officer) {
      const found = await wholeDossier(context, { params, officer, procedure: injectsProcedure });
      if (isRefusal(found)) return found;
      const [header = [], ...rows] = injectRows(found.viewed.view.dossier.data);
      return xlsxBytes(header, rows);
    },
    async readInjectsTable({ params, body }, officer) {
      const found = await wholeDossier(context, { params, officer, procedure: injectsProcedure });
      if (isRefusal(found)) return found;
      const cells = readTable(body);
      const read = isRefusal(cells) ? cells : readInjectRows(cells);
      if (isRefusal(read)) return read;
      const writes = injectWrites(found.viewed.view.dossier.data, { rows: read.rows, digest: digestOf });
      const rows = writes.reduce((sum, one) => sum + countOf(one), 0);
      return {
        writes: writes.map((one) => ({ ...one })),
        rows,
        same: countOf(read.rows) - rows,
        flaws: [...read.flaws],
      };
    },
  };
}

/** Rows of every rank. */
function countOf(of: Readonly<Record<string, readonly unknown[] | undefined>>): number {
  return Object.values(of).reduce((sum, rows) => sum + (rows?.length ?? 0), 0);
}
