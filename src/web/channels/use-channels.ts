// The channels of the accord: each dossier of the procedure with the terms that its two ends agreed to.

import { useQueries } from "@tanstack/react-query";
import type { DossierDetail } from "../../api/index.ts";
import { queryOf, useAccordId, useAsk } from "../api/index.ts";
import { type ChannelRead, parseChannel, type TermsRead } from "./data.ts";

export interface ChannelShown {
  readonly dossier: string;
  readonly row: DossierDetail["row"];
  readonly data: ChannelRead;
}

/** Accords have a handful of channels; more than these are found through the list of all dossiers. */
const channelsMax = 100;

/** The channels, in the node's order; one whose page has not come yet is left out until it has. */
export function useChannels(): readonly ChannelShown[] {
  const accord = useAccordId();
  const { items } = useAsk("dossiers", { params: { accord }, query: { procedure: "channel", limit: channelsMax } });
  const answers = useQueries({
    queries: items.map(({ dossier }) => queryOf("dossier", { params: { accord, dossier } })),
  });
  return answers.flatMap(({ data }) => {
    const read = data && parseChannel(data.data);
    return data === undefined || read === undefined ? [] : [{ dossier: data.row.dossier, row: data.row, data: read }];
  });
}

/** A channel's terms, once they are known. */
export function useTermsOf(channel: string | undefined): TermsRead | undefined {
  return useChannels().find((one) => one.dossier === channel)?.data.terms;
}
