// A hostile other side: what it does is detected, explained, and contested or stopped with evidence; the honest side's
// own register is untouched.

import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Act } from "../acts/index.ts";
import { isRefusal, utf8 } from "../base/index.ts";
import { verifyEvidence } from "../exchange/index.ts";
import { generateEd25519, nativeSuite } from "../seal/native.ts";
import {
  bringIntoForce,
  draftOfStep,
  foundPair,
  HostilePeer,
  type InForce,
  nextId,
  serveSide,
  type TestSide,
  until,
} from "./testing.ts";

let ma: TestSide;
let il: TestSide;
let story: InForce;
let hostile: HostilePeer;
let ownLeaves: string;

const functions = ["treaty-officer"];

async function ownRegister(): Promise<string> {
  const { store, row } = ma.accord().side;
  const size = (await store.head(row.ownOrigin))?.size ?? 0;
  const leaves = await store.leaves({ origin: row.ownOrigin, start: 0, end: size });
  return leaves.map((leaf) => leaf.toHex()).join("\n");
}

/** The contest of a leaf, once it is registered: its code. */
async function contestOf(index: number): Promise<string> {
  const { side } = ma.accord();
  let code = "";
  await until(async () => {
    const page = await side.store.dossiers(side.row.accord, { procedure: "contest", limit: 100 });
    if (isRefusal(page)) return false;
    for (const row of page.items) {
      const data = (await side.view(row.id))?.view.dossier.data as { contested?: { index: number; code: string } };
      if (data.contested?.index === index) code = data.contested.code;
    }
    return code !== "";
  }, `a contest of leaf ${index}`);
  return code;
}

function unknownDossier(change: Partial<Act> = {}): Act {
  const draft = draftOfStep(il.accord().side, {
    service: "mod",
    function: "treaty-officer",
    procedure: "designation/1",
    step: "takeNote",
    dossier: nextId(),
    body: {},
  });
  return hostile.complete(draft, change);
}

beforeAll(async () => {
  const { homes } = await foundPair();
  ma = await serveSide(homes[0], { functions, service: "adn" });
  il = await serveSide(homes[1], { functions, service: "mod" });
  story = await bringIntoForce({ ma, il });
  await il.serving.close();
});

afterAll(async () => {
  await ma.serving.close();
});

beforeEach(async () => {
  await ma.accord().side.changeLink({ stopped: undefined, evidence: undefined });
  hostile = await HostilePeer.of(ma.accord(), il.home.keys);
  ownLeaves = await ownRegister();
});

/** The key of the service `mod`, which the honest IL node made. */
function modKey() {
  const found = [...il.home.keys.serviceKeys().values()].find((one) => one.service === "mod");
  if (!found) throw new Error("No key.");
  return found.signer;
}

test("an act signed with a key that was never designated has no effect and is contested", async () => {
  const index = hostile.append(unknownDossier(), [generateEd25519().signer]);
  expect((await hostile.deliver(index)).kind).toBe("held");
  expect(await contestOf(index)).toBe("procedures.notSigned");
});

test("an act of a step out of turn has no effect and is contested", async () => {
  const index = hostile.append(
    unknownDossier({
      dossier: story.instrument,
      procedure: "accord/1" as Act["procedure"],
      step: "freezeText",
      body: { version: 1, digests: {}, annex: `sha256:${"0".repeat(64)}` },
    }),
    [modKey()],
  );
  expect((await hostile.deliver(index)).kind).toBe("held");
  expect(await contestOf(index)).toBe("procedures.wrongState");
});

test("an act above the cap has no effect and is contested", async () => {
  const act = unknownDossier({ procedure: "accord/1" as Act["procedure"], step: "propose" });
  const label = { ...act.label, classification: "secret" };
  const index = hostile.append({ ...act, label }, [modKey()]);
  await hostile.deliver(index);
  expect(await contestOf(index)).toBe("acts.labelAboveCap");
});

test("an act under an article that does not authorise it is void and contested with the article needed", async () => {
  const id = nextId();
  const index = hostile.append(
    unknownDossier({ id, dossier: id, procedure: "visit/1" as Act["procedure"], step: "draft", articles: [] }),
    [modKey()],
  );
  await hostile.deliver(index);
  expect(await contestOf(index)).toBe("procedures.noArticle");
});

test("a leaf that is no act is mirrored, has no effect and is contested", async () => {
  const index = hostile.appendLeaf(utf8('{"payload":"not an act"}'));
  expect((await hostile.deliver(index)).kind).toBe("held");
  expect(await contestOf(index)).toBe("seal.badEnvelope");
});

test("an act dated more than a day ahead takes effect as dated, and its date is contested", async () => {
  const ahead = new Date(Date.now() + 3 * 86_400_000).toISOString().replace(/\.\d+Z$/, "Z") as Act["at"]["instant"];
  const id = nextId();
  const at = { instant: ahead, zone: "Asia/Jerusalem" as Act["at"]["zone"] };
  const index = hostile.append(
    unknownDossier({
      id,
      dossier: id,
      at,
      procedure: "accord/1" as Act["procedure"],
      step: "propose",
      body: {
        kind: "amendment",
        amends: story.instrument,
        titles: { en: "A later one" },
        mandate: { reference: "M" },
        marking: "unclassified",
      },
    }),
    [modKey()],
  );
  await hostile.deliver(index);
  expect(await contestOf(index)).toBe("procedures.datedAhead");
  const row = await ma.accord().side.store.act(ma.accord().side.row.accord, id);
  expect(row?.row.outcome).toEqual({ kind: "effective" });
});

test("an act that reuses an id is kept as a leaf without effect and contested", async () => {
  const act = unknownDossier({
    dossier: story.instrument,
    procedure: "accord/1" as Act["procedure"],
    step: "raisePoint",
  });
  const first = hostile.append(act, [modKey()]);
  const second = hostile.append(act, [modKey()]);
  await hostile.deliver(first);
  expect(await contestOf(second)).toBe("procedures.repeatedId");
});

test("a leaf that claims to have seen the future stops the link with evidence that verifies", async () => {
  const before = (await ma.accord().side.store.head(ma.accord().side.row.otherOrigin))?.size;
  const index = hostile.append(unknownDossier({ seen: 1_000_000 }), [modKey()]);
  expect(await hostile.deliver(index)).toMatchObject({ kind: "stopped", code: "exchange.seenFuture" });
  const { side } = ma.accord();
  expect(side.link.stopped?.code).toBe("exchange.seenFuture");
  expect((await side.store.head(side.row.otherOrigin))?.size).toBe(before);
  await provesAgainst("seenFuture");
});

test("a rewritten leaf stops the link with evidence of the fork, and nothing is overwritten", async () => {
  const before = await mirror();
  hostile.leaves[0] = utf8("another history");
  expect((await hostile.deliver(0)).kind).toBe("stopped");
  expect(await mirror()).toBe(before);
  await provesAgainst("fork");
});

test("two heads at one size stop the link with evidence that verifies, and nothing more is signed", async () => {
  const index = hostile.append(unknownDossier(), [modKey()]);
  await hostile.deliver(index);
  hostile.leaves[index] = utf8("the other branch");
  expect((await hostile.deliver(index)).kind).toBe("stopped");
  await provesAgainst("fork");
  const refused = await ma.accord().side.submit([
    {
      kind: "draft",
      draft: draftOfStep(ma.accord().side, {
        service: "registry",
        function: "registrar",
        procedure: "designation/1",
        step: "takeNote",
        body: {},
      }),
    },
  ]);
  expect(refused[0]).toMatchObject({ status: "refused", refusal: { code: "exchange.linkStopped" } });
});

async function mirror(): Promise<string> {
  const { store, row } = ma.accord().side;
  const size = (await store.head(row.otherOrigin))?.size ?? 0;
  return (await store.leaves({ origin: row.otherOrigin, start: 0, end: size })).map((leaf) => leaf.toHex()).join();
}

async function provesAgainst(kind: string): Promise<void> {
  const { side } = ma.accord();
  const evidence = side.link.evidence ?? "";
  const keysOf = (origin: string) =>
    origin === side.row.ownOrigin
      ? side.sides.own.keys
      : origin === side.row.otherOrigin
        ? side.sides.other.keys
        : undefined;
  const proved = verifyEvidence({ suite: nativeSuite, bytes: utf8(evidence), keysOf });
  expect(isRefusal(proved)).toBe(false);
  expect(JSON.stringify(proved)).toContain(kind);
  expect((await ownRegister()).startsWith(ownLeaves)).toBe(true);
}
