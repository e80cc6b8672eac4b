// The handlers of the access log: read and given out, never written. For this side's security officer.

import { type AccessEntry, type Handlers, isoInstant } from "../../api/index.ts";
import { isRefusal } from "../../base/index.ts";
import { csvText } from "../../documents/index.ts";
import type { Officer } from "../../policy/index.ts";
import type { AccessRow } from "../../store/index.ts";
import type { RunningAccord } from "../node.ts";
import { accordOf, type HandlerContext, mayAdminister } from "./context.ts";

/** Entries read from the store at a time. */
const atOnce = 1_000;

export function accessLogHandlers(context: HandlerContext): Pick<Handlers<Officer>, "accessLog" | "accessLogTable"> {
  const matter = "access-log";
  return {
    async accessLog({ params, query }, officer) {
      const accord = accordOf(context, params.accord);
      if (isRefusal(accord)) return accord;
      const refused = mayAdminister(context, { officer, matter });
      if (refused) return refused;
      const { size, items } = await accord.side.store.accessLog.page(params.accord, query);
      const next = query.start + items.length;
      return { size, items: items.map(entryOf), ...(next < size && items.length > 0 ? { next } : {}) };
    },
    async accessLogTable({ params, query }, officer) {
      const accord = accordOf(context, params.accord);
      if (isRefusal(accord)) return accord;
      return mayAdminister(context, { officer, matter }) ?? (await table(accord, query));
    },
  };
}

async function table(
  accord: RunningAccord,
  query: { readonly start: number; readonly limit: number },
): Promise<string> {
  const { store, row } = accord.side;
  const rows: AccessRow[] = [];
  while (rows.length < query.limit) {
    const limit = Math.min(atOnce, query.limit - rows.length);
    const { items } = await store.accessLog.page(row.accord, { start: query.start + rows.length, limit });
    rows.push(...items);
    if (items.length < limit) break;
  }
  return csvText(
    Object.keys(columns),
    rows.map((one) => Object.values(columns).map((cell) => cell(one))),
  );
}

const columns: Readonly<Record<string, (row: AccessRow) => string>> = {
  index: (row) => String(row.index),
  at: (row) => isoInstant(row.at),
  officer: (row) => row.officer,
  service: (row) => row.service,
  function: (row) => row.function,
  action: (row) => row.action,
  document: (row) => row.document,
  act: (row) => row.act,
  dossier: (row) => row.dossier,
  level: (row) => String(row.level),
  allowed: (row) => (row.allowed ? "yes" : "no"),
  rules: (row) => row.rules.join(" "),
  code: (row) => row.code ?? "",
};

function entryOf(row: AccessRow): AccessEntry {
  const { code, rules, ...rest } = row;
  return { ...rest, at: isoInstant(row.at), rules: [...rules], ...(code === undefined ? {} : { code }) };
}
