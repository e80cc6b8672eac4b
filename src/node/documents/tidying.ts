// What a node looks after among its documents by itself: files of what was erased, uploads that nobody ends, documents
// that no act ever named, and at its start whatever a crash or a restored database has left. Every part may be done
// again and harms nothing.

import type { Side } from "../side/side.ts";
import { isBehind } from "../side/state.ts";
import type { DocumentFiles } from "./files.ts";
import { patience } from "./limits.ts";
import type { Receiving } from "./receiving.ts";
import type { Uploads } from "./uploads.ts";

const atOnce = 500;
/** How often what lies idle is looked for. */
const idleEveryMs = 600_000;

export class Tidying {
  readonly #side: Side;
  readonly #files: DocumentFiles;
  readonly #receiving: Receiving;
  readonly #uploads: Uploads;
  #lookedAt = Number.NEGATIVE_INFINITY;
  /** The start left files alone whose acts were still to be recovered. */
  #leftFiles = false;

  constructor(parts: {
    readonly side: Side;
    readonly files: DocumentFiles;
    readonly receiving: Receiving;
    readonly uploads: Uploads;
  }) {
    this.#side = parts.side;
    this.#files = parts.files;
    this.#receiving = parts.receiving;
    this.#uploads = parts.uploads;
  }

  /** About once a second. */
  async sweep(): Promise<void> {
    await this.#sweepErased();
    if (this.#leftFiles && !(await this.#isIncomplete())) {
      await this.#matchFiles("adopt");
      this.#leftFiles = false;
    }
    const now = performance.now();
    if (now - this.#lookedAt < idleEveryMs) return;
    this.#lookedAt = now;
    await this.#forgetIdle();
  }

  /** Removes the files of what was erased; the store has let go of its bytes with the act. */
  async #sweepErased(): Promise<void> {
    const { store, row } = this.#side;
    for (;;) {
      const digests = await store.documents.unswept(row.accord, atOnce);
      if (digests.length === 0) return;
      for (const digest of digests) {
        await this.#files.remove(this.#files.path(digest));
        await this.#files.remove(this.#files.part(digest));
      }
      await store.documents.swept(row.accord, digests);
      await store.documents.scrub();
    }
  }

  async #forgetIdle(): Promise<void> {
    const { store, row, clock } = this.#side;
    const idle = { before: clock.now() - patience.upload, limit: atOnce };
    for (const id of await store.documents.idleUploads(row.accord, idle)) await this.#uploads.forget(id);
    const unnamed = { before: clock.now() - patience.unnamed, limit: atOnce };
    for (const { digest } of await store.documents.unnamed(row.accord, unnamed)) await this.forget(digest);
  }

  /** Removes a document that no act names; false when one does or it is not here. */
  async forget(digest: string): Promise<boolean> {
    const { store, row } = this.#side;
    const forgotten = await store.documents.forget(row.accord, digest);
    // A crash before this line leaves a file without a row, which the next start removes.
    if (forgotten) await this.#files.remove(this.#files.path(digest));
    return forgotten;
  }

  /** Before anything else is done: makes the store say what the disk has, and the disk have what the store says. */
  async atStart(): Promise<void> {
    await this.#missFiles();
    // A database put back from a backup knows nothing of its latest acts until the other side has given them back: the
    // file of a document that one of them names may be the only copy there is.
    this.#leftFiles = await this.#isIncomplete();
    await this.#matchFiles(this.#leftFiles ? "adopt" : "adopt and remove");
    const { store, row } = this.#side;
    for (const id of await this.#files.uploads())
      if ((await store.documents.upload(row.accord, id)) === undefined)
        await this.#files.remove(this.#files.upload(id));
  }

  /** Whether acts of this side are still to be recovered, or to be read. */
  async #isIncomplete(): Promise<boolean> {
    return this.#side.link.recovering || (await this.#side.inTurn(async (state) => isBehind(state)));
  }

  /** A file that is gone, or not of its length, is fetched again from the other side. */
  async #missFiles(): Promise<void> {
    const { store, row, clock } = this.#side;
    for (let after: number | undefined = 0; after !== undefined; ) {
      const page: Awaited<ReturnType<typeof store.documents.page>> = await store.documents.page(row.accord, {
        after,
        limit: atOnce,
        kept: "files",
      });
      for (const { digest, size, state } of page.items)
        if (state === "held" && (await this.#files.size(this.#files.path(digest))) !== size)
          await store.documents.setState(row.accord, { digest, state: "expected", at: clock.now() });
      after = page.next;
    }
  }

  /**
   * Files that a restored database does not know to be here count when they are sound. Those that no row knows go, at a
   * start only: later a document that is being sealed has its file before its row.
   */
  async #matchFiles(how: "adopt" | "adopt and remove"): Promise<void> {
    const { store, row } = this.#side;
    for await (const { digest, path, whole } of this.#files.names()) {
      const known = await store.documents.get(row.accord, digest);
      const wanted = known?.state === "expected" || known?.state === "partial";
      if (whole && known?.state === "held") continue;
      if (whole && known && wanted && known.named) await this.#receiving.adopt(known);
      else if (how === "adopt and remove" && (whole || !wanted)) await this.#files.remove(path);
    }
  }
}
