// An industrial project told on two nodes whose link is cut in the middle: the work and the ledgers go on on either
// side, a gate's yes and no cross, and both come to the same when the link heals.

import { expect, test } from "vitest";
import type { Draft } from "../acts/index.ts";
import { type ProjectData, projectExamples, projectProcedure } from "../procedures/index.ts";
import { digestOf } from "./side/digest.ts";
import { follows } from "./side/viewed.ts";
import { bringIntoForce, type InForce, type LinkedPair, linkedPair, make, synced } from "./testing.ts";

type Of = "ma" | "il";
type Move = `${Of} ${string}`;

class Telling {
  readonly #pair: LinkedPair;
  readonly #story: InForce;
  #dossier: Draft["id"] | undefined;

  constructor(pair: LinkedPair, story: InForce) {
    this.#pair = pair;
    this.#story = story;
  }

  async dossier(of: Of): Promise<{ readonly data: ProjectData; readonly state: string } | undefined> {
    const viewed = this.#dossier && (await this.#pair[of].side.view(this.#dossier));
    return viewed && follows(viewed, projectProcedure) ? viewed.view.dossier : undefined;
  }

  /** Steps with the examples' bodies; while the link is open, each is seen before the next is made. */
  async go(...moves: readonly Move[]): Promise<void> {
    for (const move of moves) {
      await this.#make(move);
      if (this.#pair.road.open) await synced(this.#pair);
    }
  }

  async byBoth(...steps: readonly string[]): Promise<void> {
    for (const step of steps) await this.go(`ma ${step}`, `il ${step}`);
  }

  async #make(move: Move): Promise<void> {
    const [who, step = ""] = move.split(" ");
    const of = who === "ma" ? "ma" : "il";
    const { side } = this.#pair[of];
    const { own, other } = side.row;
    const { service = "", officers } = this.#story.services[own] ?? {};
    const data = (await this.dossier(of))?.data ?? projectProcedure.blank();
    const terms = await side.terms();
    const context = { data, side: own, other, terms, time: side.clock.now(), digest: digestOf };
    const officer = projectProcedure.steps[step]?.grave ? officers?.["head-of-delegation"] : undefined;
    const id = await make(side, {
      service,
      function: "head-of-delegation",
      procedure: "project/1",
      step,
      articles: ["1"],
      body: projectExamples[step]?.(context),
      ...(this.#dossier === undefined ? {} : { dossier: this.#dossier }),
      ...(officer ? { officer } : {}),
    });
    this.#dossier ??= id;
  }

  /** The dossier as both nodes have it, which must be the same. */
  async same(): Promise<{ readonly data: ProjectData; readonly state: string }> {
    await synced(this.#pair);
    const [ours, theirs] = [await this.dossier("ma"), await this.dossier("il")];
    // A view is of its node's own moment, and the nodes were asked one after the other.
    expect({ ...ours, time: undefined }).toEqual({ ...theirs, time: undefined });
    if (!ours) throw new Error("No dossier.");
    return ours;
  }
}

const once = (ids: readonly { readonly id: string }[]): boolean => new Set(ids.map(({ id }) => id)).size === ids.length;

test("a project and its ledgers go on while the link is cut, and both nodes come to the same", {
  timeout: 120_000,
}, async () => {
  const pair = await linkedPair();
  try {
    const telling = new Telling(pair, await bringIntoForce(pair));
    await telling.go("ma propose");
    await telling.byBoth("signIntent");
    await telling.go("ma tableArrangement");
    await telling.byBoth("reviewLaw", "reviewSecurity", "reviewExport", "signArrangement", "appoint", "kickOff");
    await telling.go("ma deliver", "il acceptDeliverable");

    pair.road.open = false;
    await telling.byBoth("declareInformation", "registerLicence", "sendTransfer", "lendEquipment", "contribute");
    await telling.go("ma passGate", "il declineGate");
    expect((await telling.dossier("ma"))?.data.information).toHaveLength(1);
    pair.road.open = true;

    const { data, state } = await telling.same();
    // The no goes before the yes it crossed; what each wrote into the ledgers stands once.
    expect([state, data.passed.length, data.declined.length]).toEqual(["running", 0, 1]);
    for (const rows of [data.information, data.transfers, data.equipment, data.contributions]) {
      expect(rows).toHaveLength(2);
      expect(once(rows)).toBe(true);
    }

    await telling.byBoth("acknowledgeInformation", "receiveTransfer", "receiveEquipment");
    await telling.byBoth("sendBackEquipment", "accountEquipment", "passGate", "completeTransition", "close");
    expect((await telling.same()).state).toBe("closed");
  } finally {
    await pair.close();
  }
});
