// Sealed documents by the commands, on two real nodes with a channel between them: composed by one officer and let out
// by another, listed, opened and saved, taken back; a command killed in the middle of an upload and a node stopped
// under one; a sealed file carried by hand.

import { spawn } from "node:child_process";
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "../../base/index.ts";
import { addOfficer } from "../../node/index.ts";
import { openChannel, restart, startPair, type TestSide, until } from "../../node/testing.ts";
import { newActId } from "../act/uuid.ts";
import { runEntente } from "../run.ts";
import { entente, must, refusedAs, type Seat, testTerminal } from "../testing.ts";

const pair = await startPair();
const folder = mkdtempSync(join(tmpdir(), "entente-documents-"));
const file = (name: string): string => join(folder, name);
const seat: Seat = { folder };
const on = (side: TestSide, officer: string): readonly string[] => ["--home", side.home.folder, "--as", officer];
const ma = (officer: string): readonly string[] => on(pair.ma, officer);
const il = (officer: string): readonly string[] => on(pair.il, officer);
/** The service at Israel's end. */
let other = "";
/** Of the channel. */
let dossier = "";
const restricted = ["--label", "restricted"];

afterAll(async () => {
  await pair.close();
  rmSync(folder, { recursive: true, force: true });
});

beforeAll(async () => {
  const { services, channel } = await openChannel(pair);
  dossier = channel;
  other = services[pair.il.accord().side.row.own]?.service ?? "";
  const add = (side: TestSide, id: string, functions: readonly string[]): void => {
    const { own } = side.accord().side.row;
    const service = services[own]?.service ?? "";
    const clearance = { level: 2, until: "2199-01-01T00:00:00Z" };
    addOfficer(side.home, { id, service, functions: [...functions], clearance });
  };
  for (const side of [pair.ma, pair.il]) {
    add(side, "lea", ["liaison-officer"]);
    add(side, "sam", ["liaison-officer"]);
    add(side, "nora", ["security-officer"]);
  }
  writeFileSync(file("report.txt"), "Two ships in the roads.\n");
  writeFileSync(file("table.csv"), "ship,day\nA,1\n");
});

const listed = z.object({
  items: z.array(z.looseObject({ place: z.string(), document: z.looseObject({ digest: z.string() }) })),
});

/** The digest of what a dossier's acts name at these places. */
async function digestsOf(asked: {
  by: readonly string[];
  dossier: string;
  places: readonly string[];
}): Promise<string[]> {
  const { by, dossier, places } = asked;
  const { items } = listed.parse(await must(["document", "list", dossier, ...by]));
  return places.map((place) => items.find((one) => one.place === place)?.document.digest ?? "");
}

const linesOf = async (words: readonly string[]): Promise<string> => (await entente(words, seat)).out.join("\n");

const dispatch = ["dispatch", "send", "--reference", "REP-1", "--subject", "Ships", ...restricted] as const;

/** Composed by Lea, let out by Sam, and there with its bytes. */
async function sent(words: readonly string[]): Promise<{ readonly id: string; readonly digest: string }> {
  const { id } = await must([...words, ...ma("lea")], seat);
  await must(["draft", "release", String(id), ...ma("sam")]);
  await until(
    async () => !(await linesOf(["document", "list", String(id), ...ma("lea")])).includes("registered;"),
    "held",
  );
  await until(
    async () => (await linesOf(["document", "list", String(id), ...ma("lea")])).includes("delivered"),
    "there",
  );
  const [digest = ""] = await digestsOf({ by: ma("lea"), dossier: String(id), places: ["text"] });
  return { id: String(id), digest };
}

test("a report is composed with its files sealed, let out by another officer, opened and saved", async () => {
  const composed = await entente([...dispatch, "--text", "report.txt", "--attach", "table.csv", ...ma("lea")], seat);
  expect(composed.out.at(-1)).toMatch(
    /^Another officer lets it out: entente draft release [0-9a-f-]{36} --as <officer>$/,
  );
  const id = composed.out[0]?.slice(0, 36) ?? "";
  expect(await refusedAs(["draft", "release", id, ...ma("lea")])).toBe("policy.denied");
  await must(["draft", "release", id, ...ma("sam")]);
  await until(async () => (await linesOf(["document", "list", id, ...il("lea")])).includes("bytes are here"), "there");
  const [text = "", table = ""] = await digestsOf({ by: il("lea"), dossier: id, places: ["text", "attachments.0"] });
  const opened = await entente(["document", "open", text, ...il("lea")], seat);
  expect(opened.err).toContain("it is there already");
  expect(readFileSync(file("report.txt"), "utf8")).toBe("Two ships in the roads.\n");
  const saved = await must(["document", "open", text, "-o", "received.txt", ...il("lea")], seat);
  expect(saved).toMatchObject({ name: "report.txt", mediaType: "text/plain", file: file("received.txt") });
  expect(readFileSync(file("received.txt"), "utf8")).toBe("Two ships in the roads.\n");
  expect(statSync(file("received.txt")).mode & 0o777).toBe(0o600);
  await must(["document", "open", table, "--force", ...il("lea")], seat);
  await until(async () => (await linesOf(["document", "list", id, ...ma("lea")])).includes("opened by"), "told");
  expect(await must(["document", "open", text, "--only", ...ma("lea")])).not.toHaveProperty("openedBy");
  expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
});

test("a dossier is told with its data where a step names a digest that only the data has", async () => {
  expect(await linesOf(["dossier", dossier, ...il("lea")])).not.toContain("proposal");
  expect(await linesOf(["dossier", dossier, "--data", ...il("lea")])).toMatch(/"proposal": "sha256:[0-9a-f]{64}"/);
});

test("what was lowered, recalled and destroyed is told in words, and no longer given out", async () => {
  const { id, digest } = await sent([...dispatch, "--text", "report.txt"]);
  const act = (step: string, officer: string, sets: readonly string[]): readonly string[] => [
    ...["act", step, "--dossier", id, "--articles", "1", "--label", "unclassified"],
    ...sets.flatMap((set) => ["--set", set]),
    ...ma(officer),
  ];
  const label = ["label.policy=MA-IL", "label.classification=unclassified", 'label.releasableTo=["IL","MA"]'];
  const lower = [`documents.0=${digest}`, ...label, "reason=Published since."];
  expect(await refusedAs(act("lower", "lea", lower))).toBe("policy.denied");
  const draft = await must(["draft", "compose", ...act("lower", "lea", lower).slice(1)]);
  await must(["draft", "release", String(draft.id), ...ma("sam")]);
  await must(act("recall", "lea", [`documents.0=${digest}`, "reason=Wrong winter."]));
  const shown = await linesOf(["document", "show", digest, ...ma("lea")]);
  expect(shown).toContain("lowered to MA-IL unclassified; recalled, to be destroyed; its bytes are here");
  expect(shown).toContain(`Dossier: ${id}`);
});

test("a request and its answers are composed from files, and what is missing is said", async () => {
  const request = ["request", "send", "--reference", "R-1", "--subject", "Buoys", "--question", "report.txt"];
  const why = ["--justification", "Notices", "--prior-sources", "Own archive", "--ltiov", "2099-01-01T00:00:00Z"];
  expect((await entente([...request, ...ma("lea")], seat)).exit).toBe(2);
  expect(await refusedAs([...request, ...why, ...ma("lea")], seat)).toBe("cli.choose");
  const { id } = await must([...request, ...why, ...restricted, ...ma("lea")], seat);
  await must(["draft", "release", String(id), ...ma("sam")]);
  const make = (side: readonly string[], step: string, sets: readonly string[]) => {
    const frame = ["--dossier", String(id), "--articles", "1", "--label", "unclassified"];
    return must(["act", step, ...frame, ...sets.flatMap((set) => ["--set", set]), ...side]);
  };
  await make(ma("lea"), "transmit", ["note=Sent."]);
  await until(async () => (await linesOf(["dossier", String(id), ...il("lea")])).includes("transmitted"), "there");
  await make(il("lea"), "acknowledge", ["reference=IN-1"]);
  await make(il("lea"), "accept", ["promised=2098-01-01T00:00:00Z", "production=false"]);
  const answer = ["request", "answer", String(id), ...restricted];
  expect(await refusedAs([...answer, ...il("lea")], seat)).toBe("cli.usage");
  expect(await refusedAs([...answer, "--searched", "All", "--interim", ...il("lea")], seat)).toBe("cli.usage");
  const interim = await must([...answer, "--answer", "report.txt", "--interim", ...il("lea")], seat);
  expect(await must(["draft", "release", String(interim.id), ...il("sam")])).toMatchObject({ status: "registered" });
  const none = await must([...answer, "--searched", "Archives of 2021", ...il("lea")], seat);
  expect(await must(["draft", "release", String(none.id), ...il("sam")])).toMatchObject({ status: "registered" });
  expect(await linesOf(["dossier", String(id), ...il("lea")])).toContain("State: noHoldings");
});

const program = fileURLToPath(new URL("../main.ts", import.meta.url));
const large = 40 * 1024 * 1024;

/** Kills a command of its own process as soon as it has told so much. */
async function killedAt(words: readonly string[], told: string): Promise<void> {
  const child = spawn(process.execPath, [program, ...words], { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  child.stdout.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    said += chunk.toString();
    if (said.includes(told)) child.kill("SIGKILL");
  });
  const exit = await ended;
  if (exit !== null) throw new Error(`It ended by itself: ${said}`);
}

test("a command killed in the middle of an upload goes on where it stopped, under the same act's id", async () => {
  writeFileSync(file("large.bin"), Buffer.alloc(large, "0123456789abcdef"));
  const words = [...dispatch, "--text", "large.bin", ...ma("lea")];
  await killedAt(words, "large.bin: 40 %");
  const uploads = join(pair.ma.home.folder, "uploads");
  const [kept = ""] = readdirSync(uploads);
  const { act } = z.object({ act: z.string() }).parse(JSON.parse(readFileSync(join(uploads, kept), "utf8")));
  const again = await entente(words, seat);
  expect(again.out[0]?.slice(0, 36)).toBe(act);
  expect(again.err.split("\n")[0]).toMatch(/^large\.bin: [4-9]0 % of 41\.9 MB$/);
  expect(readdirSync(uploads)).toEqual([]);
  await must(["draft", "release", act, ...ma("sam")]);
  await until(async () => (await linesOf(["document", "list", act, ...il("lea")])).includes("bytes are here"), "there");
  const [digest = ""] = await digestsOf({ by: il("lea"), dossier: act, places: ["text"] });
  const out = ["document", "open", digest, "-o", "large.out", ...il("lea")];
  const opened = await entente(out, seat);
  expect(opened.err).toContain("100 % of 41.9 MB");
  expect(readFileSync(file("large.out")).equals(readFileSync(file("large.bin")))).toBe(true);
}, 60_000);

test("a node that is stopped under an upload is waited for, and a file that changes meanwhile is refused", async () => {
  const terminal = testTerminal(seat);
  let stopped: Promise<void> | undefined;
  const err = (line: string): void => {
    terminal.errors.push(line);
    if (line.includes("40 %")) stopped ??= restart(pair.ma);
  };
  const words = [
    "dispatch",
    "send",
    "--reference",
    "REP-2",
    "--subject",
    "Ships",
    ...restricted,
    "--text",
    "large.bin",
  ];
  expect(await runEntente([...words, ...ma("lea")], { ...terminal, err })).toBe(0);
  expect(stopped).toBeDefined();
  await stopped;
  const changing = testTerminal(seat);
  const change = (): void => appendFileSync(file("large.bin"), "more");
  const exit = await runEntente([...words, "--json", ...ma("lea")], { ...changing, err: change });
  expect(exit).toBe(1);
  expect(changing.lines.join("\n")).toContain("cli.fileChanged");
}, 60_000);

test("a file is sealed for an act written by hand, and removed again when no act comes to name it", async () => {
  const seal = ["document", "seal", "report.txt", "--act", newActId(Date.now()), "--to", other, ...restricted];
  const { document } = await must([...seal, ...ma("lea")], seat);
  const { digest } = z.object({ digest: z.string() }).parse(document);
  expect(await linesOf(["document", "show", digest, ...ma("lea")])).toContain("sealed, and named by no act yet");
  expect(await must(["document", "forget", digest, ...ma("lea")])).toEqual({ forgotten: digest });
  expect(await refusedAs(["document", "show", digest, ...ma("lea")])).toBe("api.unknown");
  expect(await refusedAs([...seal.with(2, "none.txt"), ...ma("lea")], seat)).toBe("cli.unreadableFile");
  expect(await refusedAs([...seal.with(2, "."), ...ma("lea")], seat)).toBe("cli.unreadableFile");
});

test.each([
  ["a path without a file", ["--document", "text"]],
  ["one path twice", ["--document", "text=report.txt", "--document", "text=table.csv"]],
  ["a type for what is not given", ["--document", "text=report.txt", "--document-type", "table=text/csv"]],
])("%s is refused before anything is sealed", async (_, given) => {
  const act = ["act", "send", "--articles", "1", "--procedure", "dispatch", ...restricted, "--set", "subject=x"];
  expect(await refusedAs([...act, ...given, ...ma("lea")], seat)).toBe("cli.usage");
});

test("a sealed file is carried by hand to a node that has not got its bytes", async () => {
  const config = join(pair.il.home.folder, "config.json");
  const before = readFileSync(config, "utf8");
  const noRoom = { ...JSON.parse(before), documents: { reserveBytes: Number.MAX_SAFE_INTEGER } };
  writeFileSync(config, JSON.stringify(noRoom));
  await restart(pair.il);
  const { id } = await must([...dispatch, "--text", "report.txt", "--attach", "table.csv", ...ma("lea")], seat);
  await must(["draft", "release", String(id), ...ma("sam")]);
  await until(
    async () => (await linesOf(["document", "list", String(id), ...il("lea")])).includes("not come"),
    "there",
  );
  const [digest = ""] = await digestsOf({ by: ma("lea"), dossier: String(id), places: ["text"] });
  const exporting = ["document", "export", digest, "-o", "carried.age"];
  expect(await refusedAs([...exporting, ...il("lea")], seat)).toBe("node.documentNotHere");
  const exported = await must([...exporting, ...ma("lea")], seat);
  expect(statSync(file("carried.age")).size).toBe(exported.size);
  expect(await refusedAs([...exporting, ...ma("lea")], seat)).toBe("cli.unwritableFile");
  expect(readFileSync(file("carried.age"), "latin1")).toMatch(/^age-encryption\.org\/v1\n/);
  // Nothing comes over the link any more: Morocco's node is down.
  await pair.ma.serving.close();
  writeFileSync(config, before);
  await restart(pair.il);
  const opening = ["document", "open", digest, "--only", ...il("lea")];
  expect(await refusedAs(opening)).toBe("node.documentNotHere");
  expect(await refusedAs(["document", "put", "report.txt", ...il("lea")], seat)).toBe("api.unknown");
  expect(await must(["document", "put", "carried.age", ...il("lea")], seat)).toMatchObject({ digest, state: "held" });
  expect(await must(opening)).toMatchObject({ mediaType: "text/plain" });
}, 60_000);
