// What happened on this side, for whoever listens: the API's event stream, the link that has something to send. Events
// carry names and places, not contents; who missed some reads the registers, which lose nothing.

import type { ActId, DossierId, PartyCode } from "../../acts/index.ts";

export type SideEvent =
  | {
      readonly kind: "act";
      readonly party: PartyCode;
      readonly index: number;
      readonly id: ActId;
      readonly dossier: DossierId;
      readonly procedure: string;
      readonly step: string;
      readonly outcome: "effective" | "void" | "crossed";
    }
  /** A register may have grown by another process of this side, or by a write whose answer was lost. */
  | { readonly kind: "grown" }
  /** All leaves of this register below `size` are held by both sides. */
  | { readonly kind: "held"; readonly party: PartyCode; readonly size: number; readonly time: number }
  | {
      readonly kind: "dossier";
      readonly id: DossierId;
      readonly procedure: string;
      readonly state: string;
      readonly turn: readonly PartyCode[];
    }
  /** What became of a sealed document: named by an act, all of it here, with the other side, opened, erased. */
  | {
      readonly kind: "document";
      readonly digest: string;
      readonly dossier: DossierId;
      readonly procedure: string;
      readonly state: "expected" | "held" | "delivered" | "opened" | "erased";
    }
  | { readonly kind: "link"; readonly state: "open" | "stopped" | "recovering" }
  | { readonly kind: "clock"; readonly now: number };

/** Events waiting for one slow listener; beyond it the listener is let go, and comes back with its cursor. */
export const eventsWaitingMax = 10_000;
