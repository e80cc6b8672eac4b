// A channel between the two services of a story, with sealing keys on both ends, and dispatches through it: for tests
// and benchmarks of sealed documents. Contents are invented.

import type { DocumentRef, Draft, PartyCode } from "../../acts/index.ts";
import type { ByteStream } from "../../api/index.ts";
import { utf8 } from "../../base/index.ts";
import type { SealingKind } from "../../seal/index.ts";
import { digestOf } from "../side/digest.ts";
import type { Side } from "../side/side.ts";
import { accepted, type TestPair, type TestSide } from "./pair.ts";
import { draftOfStep, make, nextId } from "./steps.ts";
import { bringIntoForce, type InForce, synced } from "./story.ts";

export interface ChannelStory extends InForce {
  readonly channel: Draft["id"];
}

const kinds: readonly SealingKind[] = ["hybrid", "x25519"];

/** Brings the accord into force and opens a channel between both services. */
export async function openChannel(pair: TestPair): Promise<ChannelStory> {
  const story = await bringIntoForce(pair);
  for (const side of [pair.ma, pair.il]) await issueSealingKeys(side, serviceOf(side, story));
  await synced(pair);
  const ma = pair.ma.accord().side;
  const body = {
    title: "Example channel",
    services: Object.fromEntries([pair.ma, pair.il].map((side) => [partyOf(side), serviceOf(side, story)])),
    articles: ["1"],
    cap: "restricted",
    releasableTo: [...ma.parties].sort(),
    contacts: Object.fromEntries(
      ma.parties.map((party) => [party, { office: "Room 7", function: "liaison-officer", phone: "+33 1 00 00 00" }]),
    ),
  };
  const maker = (side: Side) => ({
    service: story.services[side.row.own]?.service ?? "",
    function: "liaison-officer",
    procedure: "channel/1",
    articles: ["1"],
  });
  const channel = await make(ma, { ...maker(ma), step: "propose", body });
  await synced(pair);
  const il = pair.il.accord().side;
  const proposal = digestOf(body);
  await make(il, { ...maker(il), step: "confirm", dossier: channel, body: { proposal } });
  await synced(pair);
  return { ...story, channel };
}

/** One hybrid and one X25519 key for the service, published by its designation. */
async function issueSealingKeys(side: TestSide, service: string): Promise<void> {
  const { side: own } = side.accord();
  const stored = await own.store.actsOfProcedures(own.row.accord, ["designation"]);
  const dossier = stored.find((one) => one.row.party === own.row.own && one.row.step === "designate")?.row.dossier;
  if (dossier === undefined) throw new Error("No designation.");
  for (const kind of kinds) {
    const { recipient } = side.home.sealing.make(service, kind);
    await make(own, {
      service: "registry",
      function: "registrar",
      procedure: "designation/1",
      step: "issueSealingKey",
      dossier,
      body: { recipient },
    });
  }
}

export function partyOf(side: TestSide): PartyCode {
  return side.accord().side.row.own;
}

export function serviceOf(side: TestSide, story: InForce): string {
  return story.services[partyOf(side)]?.service ?? "";
}

/** The end of the channel that is not this side's. */
export function otherService(side: TestSide, story: InForce): string {
  return story.services[side.accord().side.row.other]?.service ?? "";
}

/** A content sealed on this side for the act of this id, through the node and not over HTTP. */
export async function sealedFor(
  side: TestSide,
  input: {
    readonly story: InForce;
    readonly act: Draft["id"];
    readonly content: Uint8Array;
    readonly name?: string;
    readonly classification?: string;
    readonly older?: boolean;
  },
): Promise<DocumentRef> {
  const { story, act, content, name, classification, older } = input;
  const { side: own, documents } = side.accord();
  const { releasableTo, policy } = draftOfStep(own, dispatchStep(side, { story, dossier: act })).label;
  const request = {
    act,
    label: { policy, classification: classification ?? "unclassified", releasableTo },
    mediaType: "text/plain",
    name: name ?? "report.txt",
    size: content.length,
    from: codeOf(own, serviceOf(side, story)),
    to: codeOf(own, otherService(side, story)),
    older: older ?? false,
  };
  const begun = accepted(await documents.uploads.begin(request, "tester"));
  const pieces = piecesOf(content);
  accepted(await documents.uploads.append(begun.upload, { offset: 0, content: pieces, officer: "tester" }));
  return accepted(await documents.uploads.end(begun.upload, "tester"));
}

/** The content as a stream of pieces. */
export async function* piecesOf(content: Uint8Array, length = 100_000): ByteStream {
  for (let at = 0; at < content.length; at += length) yield content.subarray(at, at + length);
}

function codeOf(side: Side, service: string): Draft["service"] {
  return draftOfStep(side, { service, function: "liaison-officer", procedure: "channel/1", step: "close", body: {} })
    .service;
}

function dispatchStep(side: TestSide, input: { story: InForce; dossier?: string }) {
  return {
    service: serviceOf(side, input.story),
    function: "liaison-officer",
    procedure: "dispatch/1",
    step: "send",
    articles: ["1"],
    body: {},
    ...(input.dossier === undefined ? {} : { dossier: input.dossier }),
  };
}

/** A dispatch with this text and these attachments, under the id for which they were sealed. */
export function dispatchOf(
  side: TestSide,
  input: {
    readonly story: ChannelStory;
    readonly id: Draft["id"];
    readonly text: DocumentRef;
    readonly attachments?: readonly DocumentRef[];
  },
): Draft {
  const { story, id, text, attachments } = input;
  const body = {
    channel: story.channel,
    reference: "R-1",
    subject: "Example",
    kind: "report",
    handling: [],
    text: { ...text },
    ...(attachments === undefined ? {} : { attachments: attachments.map((one) => ({ ...one })) }),
  };
  const draft = draftOfStep(side.accord().side, { ...dispatchStep(side, { story }), body });
  return { ...draft, id, dossier: id };
}

export interface SentDispatch {
  readonly id: Draft["id"];
  readonly text: DocumentRef;
  readonly attachments: readonly DocumentRef[];
}

/** Seals the contents, the first as the text, and registers the dispatch; under the lowest level when none is given. */
export async function sendDispatch(
  side: TestSide,
  input: {
    readonly story: ChannelStory;
    readonly contents: readonly (Uint8Array | string)[];
    readonly classification?: string;
  },
): Promise<SentDispatch> {
  const id = nextId();
  const { story, classification } = input;
  const level = classification === undefined ? {} : { classification };
  const refs: DocumentRef[] = [];
  for (const content of input.contents) {
    const bytes = typeof content === "string" ? utf8(content) : content;
    refs.push(await sealedFor(side, { story, act: id, content: bytes, ...level }));
  }
  const [text, ...attachments] = refs;
  if (!text) throw new Error("A dispatch has a text.");
  const plain = dispatchOf(side, { story, id, text, attachments });
  const draft = { ...plain, label: { ...plain.label, ...level } };
  const [result] = await side.accord().side.submit([{ kind: "draft", draft }]);
  if (result?.status === "refused") accepted(result.refusal);
  return { id, text, attachments };
}
