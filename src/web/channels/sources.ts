// Which documents a step can name: those of its own dossier, and in a release those of the dossier the material came
// by.

import { useQuery } from "@tanstack/react-query";
import type { DraftDetail } from "../../api/index.ts";
import { queryOf, useAccordId } from "../api/index.ts";
import { useAddressText } from "../parts/index.ts";
import { type DocumentRead, parseThread } from "./data.ts";

/** The documents named in the page's address, to begin with. */
export function usePickedInAddress(): readonly string[] {
  const { value } = useAddressText("documents");
  return value === "" ? [] : value.split(",");
}

/** The documents of a dossier; none while they are not known. */
export function useDocumentsOf(dossier: string | undefined): readonly DocumentRead[] {
  const accord = useAccordId();
  const { data } = useQuery({
    ...queryOf("dossier", { params: { accord, dossier: dossier ?? "" } }),
    enabled: dossier !== undefined && dossier !== "",
  });
  return data === undefined ? [] : parseThread(data.data).documents;
}

export function useDocumentsNamed({
  data,
  step,
}: {
  readonly data: unknown;
  readonly step: string;
}): readonly DocumentRead[] {
  const thread = parseThread(data);
  const asked = useDocumentsOf(thread.asked?.dossier);
  if (step === "grant") return asked.filter(({ digest }) => thread.asked?.documents?.includes(digest) === true);
  if (step === "recordPassingOn") {
    const all = [...thread.documents, ...asked];
    return all.filter(({ digest }) => thread.granted?.includes(digest) === true);
  }
  return thread.documents;
}

/** The draft in the address that is written anew; "waiting" until it is known. */
export function useDraftInAddress(): DraftDetail | "waiting" | undefined {
  const accord = useAccordId();
  const draft = useAddressText("draft").value;
  const { data } = useQuery({
    ...queryOf("draft", { params: { accord, draft } }),
    enabled: draft !== "",
    // What is written anew must not change under the officer's hands.
    staleTime: Infinity,
  });
  return draft === "" ? undefined : (data ?? "waiting");
}
