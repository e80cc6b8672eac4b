// The documents' part of fsck: every document that an act names has its row as the act says, every one that counts as
// held is here and gives its digest, nothing of an erased one is left, and no file lies here that nothing names.

import { documentsIn, type JsonObject } from "../../acts/index.ts";
import { canonical, digest as digestOf } from "../../seal/index.ts";
import { nativeSuite } from "../../seal/native.ts";
import { type AccordRow, type DocumentRow, type Store, smallDocumentMax } from "../../store/index.ts";
import type { DocumentFiles } from "../documents/files.ts";

export interface CheckedDocuments {
  /** All of them here, read to the last byte. */
  readonly held: number;
  /** Named by acts and not whole here. */
  readonly waiting: number;
  readonly erased: number;
}

interface DocumentCheckParts {
  readonly row: AccordRow;
  readonly store: Store;
  /** Undefined where the files of large documents are not to be looked at. */
  readonly files: DocumentFiles | undefined;
  /** Told of what is not as it should be. */
  readonly find: (where: string, problem: string) => void;
}

const atOnce = 500;
/** A running node writes a file before its row: what is younger than this, in milliseconds, may yet be named. */
const settled = 60_000;

/** Whether the rows of the documents that an act names say what it says. */
export async function checkNaming(
  { row, store, find }: Omit<DocumentCheckParts, "files">,
  body: JsonObject,
): Promise<void> {
  for (const ref of documentsIn(body)) {
    const known = await store.documents.get(row.accord, ref.digest);
    if (known === undefined) find(ref.digest, "an act names it, and the index does not know it");
    else if (known.named === undefined) find(ref.digest, "an act names it, and the index says that none does");
    else if (known.reference !== canonical(ref) || known.size !== ref.size)
      find(ref.digest, "the index describes it otherwise than its act");
  }
}

/** Reads every document that is held here, and looks at every file. */
export async function checkDocuments(parts: DocumentCheckParts): Promise<CheckedDocuments> {
  const { row, store } = parts;
  const counts = { held: 0, waiting: 0, erased: 0 };
  for (let after: number | undefined = 0; after !== undefined; ) {
    const page: Awaited<ReturnType<typeof store.documents.page>> = await store.documents.page(row.accord, {
      after,
      limit: atOnce,
    });
    for (const document of page.items) {
      if (document.state === "held") counts.held += 1;
      else if (document.state === "erased") counts.erased += 1;
      else counts.waiting += 1;
      await checkBytes(parts, document);
    }
    after = page.next;
  }
  if (parts.files) await checkFiles({ ...parts, files: parts.files });
  return counts;
}

async function checkBytes({ row, store, files, find }: DocumentCheckParts, document: DocumentRow): Promise<void> {
  const { digest, size, state } = document;
  const small = size <= smallDocumentMax;
  if (!small && !files) return;
  const path = files?.path(digest) ?? "";
  const bytes = small ? await store.documents.bytes(row.accord, digest) : undefined;
  const length = small ? bytes?.length : await files?.size(path);
  if (state === "erased") {
    const swept = !(await store.documents.unswept(row.accord, atOnce)).includes(digest);
    if (length !== undefined && (small || swept)) find(digest, "an act has erased it, and its bytes are still here");
    return;
  }
  if (state !== "held") return;
  if (length === undefined) return find(digest, "the index says that it is held, and its bytes are missing");
  if (length !== size) return find(digest, `it has ${length} bytes, and its act says ${size}`);
  const found = bytes === undefined ? await files?.digest(path) : digestOf(nativeSuite, bytes);
  if (found !== digest) find(digest, "its bytes were changed: they do not give its digest");
}

type WithFiles = DocumentCheckParts & { readonly files: DocumentFiles };

async function checkFiles({ row, store, files, find }: WithFiles): Promise<void> {
  for await (const { digest, path, whole } of files.names()) {
    const known = await store.documents.get(row.accord, digest);
    if (known === undefined && (await files.age(path)) > settled)
      find(
        digest,
        `${whole ? "a file" : "a part of a file"} that nothing names; the next start of the node removes it`,
      );
  }
  for (const id of await files.uploads()) {
    const lost = (await store.documents.upload(row.accord, id)) === undefined;
    if (lost && (await files.age(files.upload(id))) > settled)
      find(`upload ${id}`, "a file of an upload that nobody began; the next start of the node removes it");
  }
}
