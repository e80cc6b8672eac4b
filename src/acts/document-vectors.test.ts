// The project's own vectors for sealed documents, as another implementation would read them.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { fromBase64, isRefusal, z } from "../base/index.ts";
import { parseIdentity } from "../seal/index.ts";
import { nativeSuite as suite } from "../seal/native.ts";
import { mediaTypeSchema } from "./document.ts";
import { openWholeDocument } from "./document-opener.ts";
import { labelSchema } from "./label.ts";
import { isActId } from "./names.ts";
import { checkSealedHead, parseSealedHead } from "./sealed-head.ts";

const bytes = z.string().transform((text) => fromBase64(text) ?? new Uint8Array());
const vectors = z.object({
  named: z.object({ act: z.string().refine(isActId), label: labelSchema, mediaType: mediaTypeSchema }),
  cases: z.array(
    z.object({
      desc: z.string(),
      identity: z.string(),
      file: bytes,
      head: z.unknown().optional(),
      content: bytes.optional(),
      refused: z.string().nullable(),
    }),
  ),
});

const file = new URL("../../vectors/documents/sealed.json", import.meta.url);
const { named, cases } = vectors.parse(JSON.parse(readFileSync(file, "utf8")));
const { act, ...ref } = named;

test.each(cases)("vector: $desc", ({ identity, file: sealed, head, content, refused }) => {
  const key = parseIdentity(identity);
  if (isRefusal(key) || !isActId(act)) throw new Error("The vectors name no key or no act.");
  const label = parseSealedHead({ entente: "sealed/1", act, ...ref, name: "x", size: 0 });
  if (isRefusal(label)) throw new Error(label.code);
  const opened = openWholeDocument({
    suite,
    bytes: sealed,
    identities: [key],
    check: (found) => checkSealedHead(found, { act, ref: label }),
  });
  if (refused !== null) expect(opened).toMatchObject({ code: refused });
  else expect(opened).toEqual({ head, content });
});
