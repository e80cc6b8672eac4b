// Typed texts on their way into an act: each sealed for it on this side's node, in one request, and named by its
// reference.

import type { DocumentReference, RefusalText } from "../../api/index.ts";
import { utf8 } from "../../base/index.ts";
import { call } from "../api/index.ts";
import type { Envelope } from "../parts/upload/index.ts";

export interface TextToSeal {
  /** The member of the body it stands for. */
  readonly field: string;
  readonly text: string;
}

interface SealTexts {
  readonly accord: string;
  readonly envelope: Envelope;
  readonly label: {
    readonly policy: string;
    readonly classification: string;
    readonly releasableTo: readonly string[];
  };
  readonly texts: readonly TextToSeal[];
}

export type SealedTexts = { readonly [field: string]: DocumentReference };

/** The references by member, or why one was refused; nothing of it leaves this side before an act names it. */
export async function sealTexts(input: SealTexts): Promise<{ readonly sealed: SealedTexts } | RefusalText> {
  const { accord, envelope, label, texts } = input;
  if (texts.length === 0) return { sealed: {} };
  const documents = texts.map(({ field, text }) => ({
    act: envelope.act,
    label,
    mediaType: "text/plain",
    name: `${field}.txt`,
    from: envelope.from,
    to: envelope.to[0]?.value,
    content: utf8(text).toBase64(),
  }));
  const { results } = await call("sealBatch", { params: { accord }, body: { documents } });
  const sealed: [string, DocumentReference][] = [];
  for (const [at, result] of results.entries()) {
    if (result.status === "refused") return result.refusal;
    sealed.push([texts[at]?.field ?? "", result.document]);
  }
  return { sealed: Object.fromEntries(sealed) };
}
