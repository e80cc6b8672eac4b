// For whom the documents of a form are sealed: by the channel that the dossier or the form names, its service on the
// other side; without a channel, any service of the other side that has published a sealing key.

import { useQuery } from "@tanstack/react-query";
import { z } from "../../../base/index.ts";
import { queryOf, useAccordId, useAsk } from "../../api/index.ts";
import { useServiceName } from "../names.ts";
import { useSides } from "../sides.tsx";
import type { Envelope } from "./envelope.ts";

export interface EnvelopeOf {
  /** The id of the act that will name the documents: `useKeptAct`. */
  readonly act: string;
  readonly level: string;
  readonly cap: string;
  /** What the dossier holds, and what the form does: either may name the channel in its member `channel`. */
  readonly data: unknown;
  readonly entry: unknown;
}

const naming = z.looseObject({ channel: z.string().min(36).max(36) });
const services = z.looseObject({ terms: z.looseObject({ services: z.record(z.string(), z.string()) }) });

/** Undefined while the form names no channel where it must, or what it names is not known yet. */
export function useEnvelope({ act, level, cap, data, entry }: EnvelopeOf): Envelope | undefined {
  const accord = useAccordId();
  const { own, other } = useSides();
  const session = useAsk("session");
  const serviceName = useServiceName();
  const channel = channelIn(data) ?? channelIn(entry);
  const detail = useQuery({
    ...queryOf("dossier", { params: { accord, dossier: channel ?? "" } }),
    enabled: channel !== undefined,
  }).data;
  const directory = useQuery(queryOf("directory", { params: { accord } })).data;
  const ends = servicesOf(detail?.data) ?? servicesOf(data);
  const from = ends?.[own] ?? (session.state === "signedIn" ? session.service : undefined);
  if (from === undefined || (channel !== undefined && ends === undefined)) return undefined;
  const open = (directory?.parties[other] ?? []).filter((one) => one.sealing.some((key) => key.valid));
  const end = ends?.[other];
  const to = end === undefined ? open.map((one) => one.service) : [end];
  return { act, from, to: to.map((code) => ({ value: code, text: serviceName(other, code) })), level, cap };
}

function channelIn(value: unknown): string | undefined {
  const read = naming.safeParse(value);
  return read.success ? read.data.channel : undefined;
}

function servicesOf(value: unknown): Readonly<Record<string, string>> | undefined {
  const read = services.safeParse(value);
  return read.success ? read.data.terms.services : undefined;
}
