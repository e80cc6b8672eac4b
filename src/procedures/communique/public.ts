// What a side has let out to the public, and nothing before it is out: what a feed may show. A text that is being
// written, cleared, under embargo, held, given up or withdrawn is not in it; of one that was killed only that it was.

import type { PartyCode } from "../../acts/index.ts";
import type { Dossier } from "../engine/dossier.ts";
import { type CommuniqueData, type PublicText, publicText, releasedAt } from "./data.ts";

export interface PublicVersion {
  readonly text: PublicText;
  /** Of the text as both cleared it, or as its author issued it: the same at either node. */
  readonly digest: string;
  /** When it was corrected, and what readers of the former text are told; the earliest first. */
  readonly corrections: readonly { readonly at: number; readonly notice: Readonly<Record<string, string>> }[];
}

export interface ToldToPublic {
  readonly kind: NonNullable<CommuniqueData["kind"]>;
  readonly issuer: PartyCode;
  /** When this side's was out; milliseconds since 1970. */
  readonly at: number;
  /** Where this side shows it. */
  readonly address: string | undefined;
  /** Of what was told after it was said: where, by whom, and on which day. */
  readonly said: CommuniqueData["said"];
  /** Nobody is to use it any more. */
  readonly killedAt: number | undefined;
  readonly versions: readonly PublicVersion[];
}

/** The only states in which something is out. A text withdrawn before its hour keeps the hour, and is not out at it. */
const outStates: ReadonlySet<string> = new Set(["releasedByOne", "released", "issued", "killed"]);

/**
 * What this side has told the public by this dossier as at `now`; undefined when nothing. What the other side issued by
 * itself is the other side's to publish.
 */
export function toldToPublic(
  dossier: Pick<Dossier<CommuniqueData>, "state" | "data" | "openedAt">,
  { side, now }: { readonly side: PartyCode; readonly now: number },
): ToldToPublic | undefined {
  const { state, data } = dossier;
  const { kind, issuer, killed, said } = data;
  if (!outStates.has(state) || kind === undefined || issuer === undefined) return undefined;
  if (kind !== "joint" && issuer !== side) return undefined;
  const at = outSince(dossier, { side, now });
  if (at === undefined || at > now) return undefined;
  return {
    kind,
    issuer,
    at,
    address: said?.address ?? data.released[side]?.address,
    said,
    killedAt: killed?.at,
    versions: data.versions.map(({ version, digest }) => ({
      text: publicText(data, version),
      digest,
      corrections: data.corrections.filter((one) => one.language === version.language),
    })),
  };
}

function outSince(
  { data, openedAt }: Pick<Dossier<CommuniqueData>, "data" | "openedAt">,
  { side, now }: { readonly side: PartyCode; readonly now: number },
): number | undefined {
  if (data.kind === "recorded") return openedAt;
  // An hour that came after the kill notice let nothing out: what was out before it is written down.
  return data.killed ? data.released[side]?.at : releasedAt(data, { side, until: now });
}
