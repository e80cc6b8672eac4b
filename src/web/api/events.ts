// The stream of an accord's events in the open page: what has changed is asked for again at once, and remembered, so
// that the page can mark it.

import { type Query, type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { type ApiEvent, pathOf, routeTable } from "../../api/index.ts";
import { noteChange } from "./changes.ts";

/** open: events come; waiting: the node does not answer and the browser tries again; refused: it was let in no more. */
export type StreamState = "waiting" | "open" | "refused";

/** Events that come together (an act, its dossier, the link) are answered by one round of questions. */
const gatherMs = 25;

/** The window's event when a session was opened again beneath the lock. */
export const sessionReopened = "entente-session-reopened";

/** The window's event when the node lets the stream in no more: whoever watches the session asks whether it is over. */
export const streamRefused = "entente-stream-refused";

/** After a refusal the browser does not come again by itself. */
const againMs = 5000;

const eventNames: readonly ApiEvent["type"][] = ["act", "held", "dossier", "link", "clock"];

/** Follows an accord for as long as the page is open. `own`: this side, whose own acts are no news. */
export function useAccordEvents(accord: string, own: string): StreamState {
  const client = useQueryClient();
  const [state, setState] = useState<StreamState>("waiting");
  const [openings, setOpenings] = useState(0);
  // The node ends the stream with the session; a session opened again in the same page begins another.
  useEffect(() => {
    const again = (): void => setOpenings((count) => count + 1);
    window.addEventListener(sessionReopened, again);
    return () => window.removeEventListener(sessionReopened, again);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `openings` is what begins the stream again.
  useEffect(() => {
    const gathered = new Gathered(client, accord);
    const source = new EventSource(pathOf("events", { params: { accord } }));
    source.onopen = () => {
      setState("open");
      // What happened while nobody listened is not told again unless the browser says where it was: ask for all.
      gathered.all();
    };
    let again: ReturnType<typeof setTimeout> | undefined;
    source.onerror = () => {
      const refused = source.readyState === EventSource.CLOSED;
      setState(refused ? "refused" : "waiting");
      if (!refused) return;
      window.dispatchEvent(new Event(streamRefused));
      again = setTimeout(() => setOpenings((count) => count + 1), againMs);
    };
    const take = (message: MessageEvent<string>): void => {
      const event = parseApiEvent(message.data);
      if (event === undefined) return;
      if (event.type === "act" && event.party !== own) noteChange({ dossier: event.dossier, act: event.id });
      gathered.take(event);
    };
    for (const name of eventNames) source.addEventListener(name, take);
    return () => {
      clearTimeout(again);
      source.close();
      gathered.end();
    };
  }, [client, accord, own, openings]);
  return state;
}

const { schema } = routeTable.events.answer;

/** Undefined for an event that this build does not know: a newer node may tell more. */
function parseApiEvent(text: string): ApiEvent | undefined {
  const read = schema?.safeParse(JSON.parse(text));
  return read?.success === true ? (read.data as ApiEvent) : undefined;
}

class Gathered {
  readonly #client: QueryClient;
  readonly #accord: string;
  readonly #dossiers = new Set<string>();
  readonly #types = new Set<ApiEvent["type"]>();
  readonly #procedures = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(client: QueryClient, accord: string) {
    this.#client = client;
    this.#accord = accord;
  }

  take(event: ApiEvent): void {
    this.#types.add(event.type);
    if (event.type === "act" || event.type === "dossier") {
      this.#dossiers.add(event.dossier);
      this.#procedures.add(event.procedure.split("/")[0] ?? event.procedure);
    }
    this.#timer ??= setTimeout(() => this.#tell(), gatherMs);
  }

  all(): void {
    void this.#client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] === this.#accord });
  }

  end(): void {
    clearTimeout(this.#timer);
  }

  #tell(): void {
    this.#timer = undefined;
    const types = new Set(this.#types);
    const dossiers = new Set(this.#dossiers);
    const procedures = new Set(this.#procedures);
    this.#types.clear();
    this.#dossiers.clear();
    this.#procedures.clear();
    void this.#client.invalidateQueries({
      predicate: (query) => touches(query, { accord: this.#accord, types, dossiers, procedures }),
    });
  }
}

interface News {
  readonly accord: string;
  /** Of the acts and dossiers told of, without version. */
  readonly procedures: ReadonlySet<string>;
  readonly types: ReadonlySet<ApiEvent["type"]>;
  readonly dossiers: ReadonlySet<string>;
}

/** Answers that never change with an event of the accord: what a procedure declares. */
const fixed: ReadonlySet<unknown> = new Set(["procedures", "procedure"]);
/** Answers that only the acts of one procedure change. */
const ofProcedure: ReadonlyMap<unknown, string> = new Map([["directory", "designation"]]);

/** Whether an answer may be another after what was told. Exported for its test. */
export function touches({ queryKey }: Pick<Query, "queryKey">, news: News): boolean {
  const [scope, accord, name, input] = queryKey;
  if (scope === "node") return accord === "node" && news.types.has("clock");
  if (scope !== "accord" || accord !== news.accord || fixed.has(name)) return false;
  const onlyLink = !news.types.has("act") && !news.types.has("dossier") && !news.types.has("clock");
  if (onlyLink && !news.types.has("held")) return name === "link" || name === "accord" || name === "overview";
  const procedure = ofProcedure.get(name);
  if (procedure !== undefined) return news.procedures.has(procedure);
  const dossier = dossierOf(input);
  return dossier === undefined || news.dossiers.has(dossier) || news.types.has("held") || news.types.has("clock");
}

function dossierOf(input: unknown): string | undefined {
  if (typeof input !== "object" || input === null || !("params" in input)) return undefined;
  const { params } = input;
  if (typeof params !== "object" || params === null || !("dossier" in params)) return undefined;
  return typeof params.dossier === "string" ? params.dossier : undefined;
}
