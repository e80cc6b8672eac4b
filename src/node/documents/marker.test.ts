// What is sealed is nowhere in clear: after contents and names that bear a mark were uploaded, killed half-way, sent,
// received, opened, read and refused, the mark is looked for in every file of both homes, in what both processes put
// into their temporary folder, in all they wrote, and in every answer but those that give the content to its reader.

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type DocumentRef, parseDocumentRef } from "../../acts/index.ts";
import { utf8 } from "../../base/index.ts";
import { randomBytes } from "../../seal/native.ts";
import { type Apart, serveApart } from "../testing/apart.ts";
import { type ChannelStory, dispatchOf, openChannel } from "../testing/channels.ts";
import { fileOf, flip } from "../testing/document-files.ts";
import { DocumentOfficer, type Told } from "../testing/documents.ts";
import { accepted, startPair, type TestPair, until } from "../testing/pair.ts";
import { nextId } from "../testing/steps.ts";

const mark = `mark-${Buffer.from(randomBytes(9)).toString("hex")}`;
const text = `Nobody but its reader sees this ${mark} in clear. `;
const name = `${mark}.txt`;
const temporary = mkdtempSync(join(tmpdir(), "entente-marker-"));

let pair: TestPair;
let story: ChannelStory;
let hana: DocumentOfficer;
let hicham: DocumentOfficer;
let lea: DocumentOfficer;
let ma: Apart;
let il: Apart;
let firstFile: string;
const outputs: string[] = [];
const answers: Told[] = [];
const nowhere = `sha256:${"0".repeat(64)}`;

beforeAll(async () => {
  pair = await startPair();
  story = await openChannel(pair);
  hana = new DocumentOfficer(pair.ma, { story, id: "hana" });
  hicham = new DocumentOfficer(pair.ma, { story, id: "hicham" });
  lea = new DocumentOfficer(pair.il, { story, id: "lea" });
  firstFile = fileOf(pair.il, nowhere);
  await pair.ma.serving.close();
  await pair.il.serving.close();
  ma = await serveApart(pair.ma.home.folder, { temporary });
  il = await serveApart(pair.il.home.folder, { temporary });
}, 60_000);
afterAll(async () => {
  await ma.kill();
  await il.kill();
  await pair.close();
  rmSync(temporary, { recursive: true });
});

/** The text again and again, to this many bytes. */
function marked(bytes: number): Uint8Array {
  return utf8(text.repeat(Math.ceil(bytes / text.length)).slice(0, bytes));
}

/** The mark as it is, in hexadecimal, in UTF-16, and in base64 at each of its three alignments. */
function formsOf(word: string): readonly Buffer[] {
  const plain = Buffer.from(word);
  const base64 = [0, 1, 2].map((pad) => {
    const whole = Buffer.concat([Buffer.alloc(pad), plain]).toString("base64url");
    // Neither the letters that share bits with what stands before, nor those that share them with what follows.
    return whole.slice(pad === 0 ? 0 : pad + 1, Math.floor(((pad + plain.length) * 8) / 6) - 1);
  });
  return [word, plain.toString("hex"), ...base64].map((form) => Buffer.from(form)).concat(Buffer.from(word, "utf16le"));
}

const forms = formsOf(mark);
const bears = (bytes: Uint8Array): boolean => forms.some((form) => Buffer.from(bytes).includes(form));

/** Every file under a folder that bears the mark. */
function bearing(folder: string): readonly string[] {
  const found: string[] = [];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (bears(Buffer.from(entry.name)) || (entry.isFile() && bears(readFileSync(path)))) found.push(path);
  }
  return found;
}

async function told(answer: Promise<Told>): Promise<Told> {
  answers.push(await answer);
  return await answer;
}

async function stop(side: Apart): Promise<void> {
  await side.kill();
  outputs.push(side.output());
}

async function sealed(act: ReturnType<typeof nextId>, content: Uint8Array): Promise<DocumentRef> {
  const upload = await hana.begin({ act, size: content.length, name });
  await hana.sendRest(upload, content);
  return accepted(parseDocumentRef(await hana.end(upload)));
}

function fileAt(digest: string): string {
  const hex = digest.slice("sha256:".length);
  return firstFile.replace(/00\/0{64}$/, `${hex.slice(0, 2)}/${hex}`);
}

test("the search finds a mark in every form, wherever it begins", () => {
  const folder = join(temporary, "planted");
  mkdirSync(folder);
  const planted = [0, 1, 2, 3].flatMap((shift) => {
    const content = Buffer.from("x".repeat(shift) + text);
    return [content, Buffer.from(content.toString("base64")), Buffer.from(content.toString("hex"))];
  });
  for (const [i, content] of planted.entries()) writeFileSync(join(folder, `${i}`), content);
  writeFileSync(join(folder, "wide"), Buffer.from(text, "utf16le"));
  writeFileSync(join(folder, `named-${mark}`), "");
  expect(bearing(folder)).toHaveLength(planted.length + 2);
  rmSync(folder, { recursive: true });
  expect(bearing(temporary)).toEqual([]);
});

test("no file, no output and no answer bears in clear what is sealed, whatever is done with it", async () => {
  const id = nextId();
  // Killed in the midst of an upload, whose beginning stays on the disk.
  const cut = await hana.begin({ act: nextId(), size: 3_000_000, name });
  await told(hana.send(cut, { offset: 0, bytes: marked(2_500_000) }));
  await stop(ma);
  ma = await serveApart(pair.ma.home.folder, { temporary });
  await told(hana.get(`/documents/uploads/${cut}`));
  const { size: _, ...asked } = hana.request({ act: nextId(), size: 0, name });
  await told(
    hana.post("/documents/batch", { documents: [{ ...asked, content: Buffer.from(text).toString("base64") }] }),
  );
  const small = await sealed(id, marked(900));
  const large = await sealed(id, marked(700_000));
  await told(hana.post("/drafts", dispatchNaming(id, [small, large])));
  await told(hicham.post(`/drafts/${id}/release`, { version: 1 }));
  for (const { digest } of [small, large])
    await until(
      async () => JSON.stringify((await lea.get(`/documents/${digest}`)).json).includes('"held"'),
      "there",
      30_000,
    );
  // Refused before it is opened, opened, refused after its bytes were changed in the midst and at the beginning.
  await told(lea.get(`/documents/${large.digest}/content?function=liaison-officer`));
  for (const { digest } of [small, large]) {
    expect((await lea.open(digest, nextId())).json).toMatchObject({ name });
    expect(bears(new Uint8Array(await (await lea.content(digest)).arrayBuffer()))).toBe(true);
  }
  const bytes = readFileSync(fileAt(large.digest));
  flip(bytes, bytes.length - 10);
  writeFileSync(fileAt(large.digest), bytes);
  await expect((await lea.content(large.digest)).arrayBuffer()).rejects.toThrow();
  flip(bytes, 5000);
  writeFileSync(fileAt(large.digest), bytes);
  const refused = await told(lea.open(large.digest, nextId()));
  expect(refused.json).toMatchObject({ code: "seal.bodyAltered" });
  const bad = await told(hana.post("/documents", hana.request({ act: nextId(), size: 1, name: `../${mark}/x` })));
  expect(bad.json).toMatchObject({ code: "acts.badSealedHead" });
  await told(hana.post("/documents", { ...asked, size: "none" }));
  await told(lea.get(`/dossiers/${id}/documents`));
  await stop(ma);
  await stop(il);
  expect(bearing(pair.ma.home.folder)).toEqual([]);
  expect(bearing(pair.il.home.folder)).toEqual([]);
  expect(bearing(temporary)).toEqual([]);
  expect(outputs.filter((output) => bears(Buffer.from(output)))).toEqual([]);
  // The answer to the damaged content is a fault that is told in full to the log.
  expect(outputs.join("\n")).toContain("node.documentDamaged");
  expect(answers.filter(({ json }) => bears(Buffer.from(JSON.stringify(json ?? ""))))).toEqual([]);
}, 120_000);

function dispatchNaming(id: ReturnType<typeof nextId>, [first, ...attachments]: readonly DocumentRef[]) {
  if (!first) throw new Error("A dispatch has a text.");
  return dispatchOf(pair.ma, { story, id, text: first, attachments });
}
