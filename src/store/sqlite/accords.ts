// The accords of this node and their two registers each: few rows, read once and kept in memory. Another process may
// have added one since, so what is not known here is looked for in the file before it is called unknown.

import type { AccordId, PartyCode } from "../../acts/index.ts";
import { isAccordId, isPartyCode } from "../../acts/index.ts";
import { equalBytes } from "../../base/index.ts";
import { type Origin, parseOrigin } from "../../register/index.ts";
import type { AccordRow } from "../port.ts";
import type { Connection } from "./connection.ts";
import { storeFault } from "./failure.ts";
import { bytes, integer, named, parsed, type Row, text } from "./row.ts";

/** One register: the number that its leaves' keys begin with, and whose it is. */
export interface RegisterEntry {
  readonly no: number;
  readonly accord: number;
  readonly origin: Origin;
  readonly party: PartyCode;
}

export interface AccordEntry {
  readonly no: number;
  readonly row: AccordRow;
  readonly own: RegisterEntry;
  readonly other: RegisterEntry;
}

const select = `
  SELECT accord.no, accord.id, accord.own, accord.other, accord.founding,
    mine.no AS own_no, mine.origin AS own_origin, theirs.no AS other_no, theirs.origin AS other_origin
  FROM accord
  JOIN register AS mine ON mine.accord = accord.no AND mine.side = 0
  JOIN register AS theirs ON theirs.accord = accord.no AND theirs.side = 1
  ORDER BY accord.no`;

export class Accords {
  readonly #connection: Connection;
  #entries = new Map<AccordId, AccordEntry>();
  #entriesByNumber = new Map<number, AccordEntry>();
  #registers = new Map<string, RegisterEntry>();
  #registersByNumber = new Map<number, RegisterEntry>();

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#load();
  }

  add(row: AccordRow): "added" | "exists" {
    const result = this.#connection.transaction(() => {
      this.#load();
      const known = this.#entries.get(row.accord);
      if (known !== undefined) {
        // The id is the founding's digest: two foundings under one id are a broken promise, not a choice.
        if (equalBytes(known.row.founding, row.founding)) return "exists";
        throw storeFault("store.otherFounding", `The accord ${row.accord} is here with another founding.`);
      }
      const accord = this.#connection
        .statement("INSERT INTO accord (id, own, other, founding) VALUES (?, ?, ?, ?)")
        .insert(Uint8Array.fromHex(row.accord), row.own, row.other, row.founding);
      const register = this.#connection.statement("INSERT INTO register (accord, side, origin) VALUES (?, ?, ?)");
      register.run(accord, 0, row.ownOrigin);
      register.run(accord, 1, row.otherOrigin);
      return "added";
    });
    this.#load();
    return result;
  }

  all(): readonly AccordRow[] {
    this.#load();
    return [...this.#entries.values()].map((entry) => entry.row);
  }

  of(accord: AccordId): AccordEntry {
    const entry = this.#sought(() => this.#entries.get(accord));
    if (entry === undefined) throw storeFault("store.unknownAccord", `No accord ${accord} is here.`);
    return entry;
  }

  /** The accord whose number other rows have. */
  numbered(no: number): AccordEntry {
    const entry = this.#sought(() => this.#entriesByNumber.get(no));
    if (entry === undefined) throw storeFault("store.unknownAccord", `No accord has the number ${no}.`);
    return entry;
  }

  /** The register of this origin, or undefined when it is none of ours. */
  register(origin: Origin): RegisterEntry | undefined {
    return this.#sought(() => this.#registers.get(origin));
  }

  registerOf(accord: AccordEntry, party: PartyCode): RegisterEntry {
    if (party === accord.own.party) return accord.own;
    if (party === accord.other.party) return accord.other;
    throw storeFault("store.unknownParty", `${party} is no party of the accord ${accord.row.accord}.`);
  }

  /** The register whose number a leaf's key begins with. */
  registerNumbered(no: number): RegisterEntry {
    const entry = this.#sought(() => this.#registersByNumber.get(no));
    if (entry === undefined) throw storeFault("store.unknownRegister", `No register has the number ${no}.`);
    return entry;
  }

  #sought<T>(find: () => T | undefined): T | undefined {
    const known = find();
    if (known !== undefined) return known;
    this.#load();
    return find();
  }

  #load(): void {
    const entries = this.#connection.statement(select).all().map(entryOf);
    const registers = entries.flatMap((entry) => [entry.own, entry.other]);
    this.#entries = new Map(entries.map((entry) => [entry.row.accord, entry]));
    this.#entriesByNumber = new Map(entries.map((entry) => [entry.no, entry]));
    this.#registers = new Map(registers.map((register) => [register.origin, register]));
    this.#registersByNumber = new Map(registers.map((register) => [register.no, register]));
  }
}

function entryOf(row: Row): AccordEntry {
  const no = integer(row, "no");
  const own = named(isPartyCode, text(row, "own"));
  const other = named(isPartyCode, text(row, "other"));
  const ownOrigin = parsed(parseOrigin(text(row, "own_origin")));
  const otherOrigin = parsed(parseOrigin(text(row, "other_origin")));
  const accord = named(isAccordId, bytes(row, "id").toHex());
  return {
    no,
    row: { accord, own, other, ownOrigin, otherOrigin, founding: bytes(row, "founding") },
    own: { no: integer(row, "own_no"), accord: no, origin: ownOrigin, party: own },
    other: { no: integer(row, "other_no"), accord: no, origin: otherOrigin, party: other },
  };
}
