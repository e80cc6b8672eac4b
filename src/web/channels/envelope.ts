// For whom what is composed here is sealed: the two services at the ends of the channel.

import { useServiceName, useSides } from "../parts/index.ts";
import type { Envelope } from "../parts/upload/index.ts";
import type { TermsRead } from "./data.ts";

interface EnvelopeOf {
  readonly act: string;
  readonly terms: TermsRead | undefined;
  readonly level: string;
  readonly cap: string;
}

/** Undefined while the channel is not known. */
export function useChannelEnvelope({ act, terms, level, cap }: EnvelopeOf): Envelope | undefined {
  const { own, other } = useSides();
  const serviceName = useServiceName();
  const from = terms?.services[own];
  const to = terms?.services[other];
  if (from === undefined || to === undefined) return undefined;
  return { act, from, to: [{ value: to, text: serviceName(other, to) }], level, cap };
}
