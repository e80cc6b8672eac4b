// `entente verify`: checks a proof or an evidence file offline, against the two sides' cards and nothing else: no home,
// no node, no network. What is shown is what the file proves and no more.

import { type Card, cardFingerprint, keysOfCard, parseCard } from "../../acts/index.ts";
import { base64, isRefusal, refuse, wordsOf, z } from "../../base/index.ts";
import type { ProvedEvidence } from "../../exchange/index.ts";
import type { ProvenAct } from "../../proof/index.ts";
import { nativeSuite } from "../../seal/native.ts";
import { type Call, done, type Outcome, type Report, readCall } from "../command.ts";
import { readBytes, readJson } from "../files.ts";
import { fileOption } from "../side/fields.ts";

const options = z.object({ file: fileOption, card: z.array(fileOption).default([]) });

export async function verify(call: Call): Promise<Outcome> {
  const given = readCall(options, call);
  if (isRefusal(given)) return given;
  const cards: Card[] = [];
  for (const name of given.card) {
    const read = readJson(call.terminal.path(name));
    if (isRefusal(read)) return read;
    const card = parseCard(read.value);
    if (isRefusal(card)) return card;
    cards.push(card);
  }
  const [first, second] = cards;
  if (!first || !second || cards.length !== 2) return refuse("cli.twoCards", { count: cards.length });
  const bytes = readBytes(call.terminal.path(given.file));
  if (isRefusal(bytes)) return bytes;
  const beginning = new TextDecoder().decode(bytes.subarray(0, 8));
  const against = [first, second].map(
    (card) => `Against the card of ${card.party}: ${cardFingerprint(nativeSuite, card)}`,
  );
  if (beginning.startsWith("{")) return verifyProof({ bytes, cards: [first, second], against });
  if (beginning.startsWith("entente/")) return verifyEvidenceFile({ bytes, cards: [first, second], against });
  return refuse("cli.unknownFile", { file: given.file });
}

interface Verifying {
  readonly bytes: Uint8Array;
  readonly cards: readonly [Card, Card];
  readonly against: readonly string[];
}

async function verifyProof({ bytes, cards, against }: Verifying): Promise<Outcome> {
  // Loaded here: the evidence of a fork is checked without any procedure.
  const { verifyActProof } = await import("../../proof/index.ts");
  const proven = verifyActProof({ suite: nativeSuite, bytes, cards });
  return isRefusal(proven) ? proven : provenReport(proven, { cards, against });
}

function provenReport(proven: ProvenAct, { cards, against }: Pick<Verifying, "cards" | "against">): Report {
  const { act, party, mandate } = proven;
  const other = cards.find((card) => card.party !== party)?.party ?? "the other side";
  const heldAt = new Date(proven.heldAt * 1000).toISOString().replace(".000Z", "Z");
  const borne = mandate === "proven";
  const lines = [
    `${borne ? "Proved" : "Not proved"}: the act ${act.id} is an act of ${party}.`,
    ...(borne ? [] : [`Its mandate does not bear it (${mandate.code}): ${wordsOf(mandate).failed}`]),
    `Accord: ${proven.accord}`,
    `Says: ${act.procedure} ${act.step}, in the dossier ${act.dossier}`,
    `By: the service ${act.service}, function ${act.function}; ${articlesText(act.articles)}`,
    `Label: ${act.label.classification}, releasable to ${act.label.releasableTo.join(", ")}`,
    `Made: ${act.at.instant} (${act.at.zone}), by the clock of ${party}`,
    `Registered: leaf ${proven.index} of ${party}, in a register of ${proven.size}`,
    `Held by ${other} since ${heldAt} at the latest, by the clock of ${other}`,
    `Signed by: ${proven.keys.length > 0 ? proven.keys.join(", ") : "no key that counts"}`,
    `Body: ${JSON.stringify(act.body)}`,
    ...against,
    "Not shown by any such file: whether a key was revoked after the act.",
  ];
  const json = { ...proven, heldAt, mandate: borne ? "proven" : { code: mandate.code, ...wordsOf(mandate) } };
  return borne ? done(lines, json) : { kind: "found", lines, json };
}

function articlesText(articles: readonly string[]): string {
  return articles.length === 0 ? "resting on the founding" : `under article ${articles.join(", ")}`;
}

async function verifyEvidenceFile({ bytes, cards, against }: Verifying): Promise<Outcome> {
  const { verifyEvidence } = await import("../../exchange/index.ts");
  // The name of a register ends with its party; the accord in it is told, not checked: cards name no accord.
  const proved = verifyEvidence({
    suite: nativeSuite,
    bytes,
    keysOf: (origin) => {
      const card = cards.find((one) => /^entente\/[0-9a-f]{32}\/(.+)$/.exec(origin)?.[1] === one.party);
      return card && keysOfCard(card).register;
    },
  });
  return isRefusal(proved) ? proved : evidenceReport(proved, against);
}

function evidenceReport(proved: ProvedEvidence, against: readonly string[]): Report {
  if (proved.kind === "fork") {
    const heads = [proved.first, proved.second].map(({ size, root }) => ({ size, root: base64(root) }));
    return done(
      [
        `Proved: the keys of the register ${proved.origin} have signed two histories.`,
        ...heads.map(({ size, root }) => `Signed: size ${size}, root ${root}`),
        "No append-only register has both.",
        ...against,
      ],
      { kind: proved.kind, origin: proved.origin, heads },
    );
  }
  const { author, index, claimed, register, size } = proved;
  return done(
    [
      `Proved: leaf ${index} is in the register ${author}.`,
      `Claimed by it: to have seen ${claimed} leaves of the other register.`,
      `Shown by the word of that register's owner only: ${register ?? "it"} had ${size} leaves.`,
      ...against,
    ],
    { kind: proved.kind, author, index, claimed, register: register ?? null, size },
  );
}
