// A sealed document in words: how far it has come, what became of it, and whether its bytes are here.

import type { DocumentDetail } from "../../api/index.ts";
import { z } from "../../base/index.ts";
import { sizeText } from "./progress.ts";

/** What a dossier's own data says of its documents, as far as it is told here. */
const keptSchema = z.looseObject({
  documents: z.array(
    z.looseObject({
      digest: z.string(),
      label: z.looseObject({ policy: z.string(), classification: z.string() }),
      supersededBy: z.string().optional(),
      recalledAt: z.number().optional(),
      refusedAt: z.number().optional(),
      destroyedAt: z.number().optional(),
    }),
  ),
});
type Kept = z.infer<typeof keptSchema>["documents"][number];

const rungs: Readonly<Record<DocumentDetail["rung"], string>> = {
  sealed: "sealed, and named by no act yet",
  registered: "registered",
  heldByBoth: "held by both",
  delivered: "held by both, its bytes delivered",
  opened: "opened by the addressee",
};

const here: Readonly<Record<DocumentDetail["state"], string>> = {
  expected: "its bytes have not come",
  partial: "its bytes have come in part",
  held: "its bytes are here",
  erased: "erased",
};

/** What the dossier's data says of each digest. */
export function keptOf(data: unknown): ReadonlyMap<string, Kept> {
  const { documents } = keptSchema.safeParse(data).data ?? { documents: [] };
  return new Map(documents.map((one) => [one.digest, one]));
}

export function documentLines(
  detail: DocumentDetail,
  { kept, place }: { readonly kept: Kept | undefined; readonly place: string },
): readonly string[] {
  const { document, author, act } = detail;
  const size = sizeText(document.size);
  const label = `${document.label.policy} ${document.label.classification}`;
  return [
    [document.digest, ...(place === "" ? [] : [place]), `of ${author}`, document.mediaType, size, label].join("  "),
    `    ${becameOf(detail, kept).join("; ")}  (act ${act})`,
  ];
}

/** From the first rung it has reached to the last thing that befell it. */
export function becameOf(detail: DocumentDetail, kept: Kept | undefined): readonly string[] {
  const { state, rung, document, erasedBy, refusedThere } = detail;
  const own = kept?.label;
  const lowered = own !== undefined && own.classification !== document.label.classification;
  return [
    rungs[rung],
    ...(refusedThere === undefined ? [] : [`the other side's node takes nothing of it for now: ${refusedThere}`]),
    ...(lowered ? [`lowered to ${own.policy} ${own.classification}`] : []),
    ...(kept?.supersededBy === undefined ? [] : [`replaced by the act ${kept.supersededBy}`]),
    ...recallOf(kept),
    state === "erased" ? `erased by the act ${erasedBy ?? ""}` : here[state],
  ];
}

function recallOf(kept: Kept | undefined): readonly string[] {
  if (kept?.recalledAt === undefined) return [];
  if (kept.destroyedAt !== undefined) return ["recalled, its destruction attested"];
  return kept.refusedAt === undefined ? ["recalled, to be destroyed"] : ["recalled, its destruction refused"];
}
