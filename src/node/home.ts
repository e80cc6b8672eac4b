// The folder of one side: its configuration, keys, database and policies. Made by `entente init`; everything in it but the
// keys can be had again from the other side's mirror.

import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cardSchema, isFunctionCode, isPartyCode, isServiceCode, parseCard } from "../acts/index.ts";
import { base64url, Fault, hex, isRefusal, type Refusal, refuse, utf8, z } from "../base/index.ts";
import { nativeSuite, randomBytes } from "../seal/native.ts";
import { makeKeys, type NodeKeys, openKeys } from "./keys.ts";

const configSchema = z.strictObject({
  entente: z.literal("config/1"),
  card: cardSchema,
  listen: z.strictObject({
    host: z.string().min(1),
    port: z.number().int().min(0).max(65_535),
    /** PEM files; without them the node must listen on loopback, or behind a proxy that ends TLS. */
    tls: z.strictObject({ certificate: z.string(), key: z.string() }).optional(),
  }),
  /** PEM file of the authority that signed the other side's certificate, when the machine does not know it. */
  peerAuthority: z.string().optional(),
  /** Cedar files read instead of the policies that come with Entente, relative to the home. */
  policies: z.array(z.string()).optional(),
  /** Only a demonstration node has a story clock, and says so wherever it tells the time. */
  demonstration: z.strictObject({ storyClock: z.string(), notice: z.string().min(1).max(400) }).optional(),
});

export type Config = z.infer<typeof configSchema>;

const officersSchema = z.array(
  z.strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/),
    service: z.string().refine(isServiceCode, "a service code"),
    functions: z.array(z.string().refine(isFunctionCode, "a function code")).min(1).max(20),
    clearance: z.strictObject({ level: z.number().int().min(0).max(20), until: z.iso.datetime() }).optional(),
    dossiers: z.array(z.string()).optional(),
    /** SHA-256 of the officer's token, hexadecimal; the token itself is kept nowhere. */
    token: z.string().regex(/^[0-9a-f]{64}$/),
  }),
);

export type OfficerRecord = z.infer<typeof officersSchema>[number];
/** An officer before the directory has read it. */
export type NewOfficer = Omit<z.input<typeof officersSchema>[number], "token">;

export interface Home {
  readonly folder: string;
  readonly config: Config;
  readonly keys: NodeKeys;
  readonly database: string;
  officers(): readonly OfficerRecord[];
}

const files = {
  config: "config.json",
  keys: "keys",
  database: "entente.db",
  officers: "officers.json",
  tokens: "tokens",
  /** The largest own register sizes this machine remembers outside the database: a restored database shows by it. */
  heads: "heads.json",
} as const;

export interface NewHome {
  readonly folder: string;
  readonly party: string;
  readonly names: Readonly<Record<string, string>>;
  readonly address: string;
  readonly zone: string;
  readonly weekend: readonly number[];
  readonly listen: Config["listen"];
  readonly demonstration?: Config["demonstration"];
}

/** Makes a new side: keys, card, configuration, and an administrator whose token lies in `tokens/administrator`. */
export function createHome(input: NewHome): Home | Refusal {
  const { folder } = input;
  if (existsSync(join(folder, files.config)) || existsSync(join(folder, files.keys)))
    return refuse("node.homeExists", { folder });
  const plain = plainAddress(input.address);
  if (plain) return plain;
  if (!isPartyCode(input.party))
    return refuse("acts.badCard", { path: "party", problem: "a code is 2 to 8 capital letters or digits" });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const keys = makeKeys(join(folder, files.keys));
  const registry = [...keys.serviceKeys().values()].find((one) => one.service === "registry");
  if (!registry) throw new Fault("node.noRegistryKey", "The registry's key was not made.");
  const card = parseCard({
    entente: "card/1",
    party: input.party,
    names: input.names,
    node: base64url(keys.node.publicKey),
    register: {
      ed25519: base64url(keys.register.ed25519.publicKey),
      mlDsa44: base64url(keys.register.mlDsa44.publicKey),
    },
    registry: base64url(registry.signer.publicKey),
    address: input.address,
    zone: input.zone,
    weekend: [...input.weekend],
  });
  if (isRefusal(card)) {
    // Made just now and named by nothing: left there, they would bar the next attempt.
    rmSync(join(folder, files.keys), { recursive: true });
    return card;
  }
  const config: Config = {
    entente: "config/1",
    card,
    listen: input.listen,
    ...(input.demonstration ? { demonstration: input.demonstration } : {}),
  };
  writeJson(join(folder, files.config), config);
  const home = { folder, config, keys, database: join(folder, files.database), officers: () => readOfficers(folder) };
  writeJson(join(folder, files.officers), []);
  addOfficer(home, { id: "administrator", service: "registry", functions: ["administrator", "registrar"] });
  return home;
}

export function openHome(folder: string): Home | Refusal {
  const file = join(folder, files.config);
  if (!existsSync(file)) return refuse("node.noHome", { folder });
  const config = configSchema.safeParse(JSON.parse(readFileSync(file, "utf8")));
  if (!config.success) {
    const issue = config.error.issues[0];
    return refuse("node.badConfig", {
      file,
      path: issue?.path.join(".") || "(whole)",
      problem: issue?.message ?? "not of the form",
    });
  }
  const plain = plainAddress(config.data.card.address);
  if (plain) return plain;
  return {
    folder,
    config: config.data,
    keys: openKeys(join(folder, files.keys)),
    database: join(folder, files.database),
    officers: () => readOfficers(folder),
  };
}

/** Adds an officer and returns the token, which is also written to `tokens/<id>`, readable by its owner only. */
export function addOfficer(home: Pick<Home, "folder">, officer: NewOfficer): string {
  const token = base64url(randomBytes(32));
  const officers = readOfficers(home.folder).filter((one) => one.id !== officer.id);
  mkdirSync(join(home.folder, files.tokens), { recursive: true, mode: 0o700 });
  writeFileSync(join(home.folder, files.tokens, officer.id), `${token}\n`, { mode: 0o600 });
  writeJson(join(home.folder, files.officers), [...officers, { ...officer, token: tokenDigest(token) }]);
  return token;
}

/** The token of an officer as `addOfficer` left it in the home, or undefined. */
export function readToken(folder: string, officer: string): string | undefined {
  const file = join(folder, files.tokens, officer);
  return existsSync(file) ? readFileSync(file, "utf8").trim() : undefined;
}

export function tokenDigest(token: string): string {
  return hex(nativeSuite.sha256(utf8(token)));
}

/** The own register sizes remembered outside the database, by accord; empty when none were. */
export function readHeads(folder: string): Readonly<Record<string, number>> {
  const file = join(folder, files.heads);
  if (!existsSync(file)) return {};
  const parsed = z.record(z.string(), z.number().int().min(0)).safeParse(JSON.parse(readFileSync(file, "utf8")));
  return parsed.success ? parsed.data : {};
}

export function writeHeads(folder: string, heads: Readonly<Record<string, number>>): void {
  writeJson(join(folder, files.heads), heads);
}

/** The officers as last read, by file: every request asks, and few change. */
const officersRead = new Map<string, { readonly changed: string; readonly officers: readonly OfficerRecord[] }>();

function readOfficers(folder: string): readonly OfficerRecord[] {
  const file = join(folder, files.officers);
  const { mtimeMs, ino, size } = statSync(file);
  // Each writing makes a new file: two within one tick of the file system's clock still differ by their inodes.
  const changed = `${mtimeMs} ${ino} ${size}`;
  const known = officersRead.get(file);
  if (known?.changed === changed) return known.officers;
  const officers = parseOfficers(file);
  officersRead.set(file, { changed, officers });
  return officers;
}

function parseOfficers(file: string): readonly OfficerRecord[] {
  const parsed = officersSchema.safeParse(JSON.parse(readFileSync(file, "utf8")));
  if (!parsed.success) throw new Fault("node.badOfficers", `${file}: ${parsed.error.issues[0]?.message}`);
  return parsed.data;
}

/** Refused: an address over which a token or a request would travel in clear outside this machine. */
function plainAddress(address: string): Refusal | undefined {
  const url = new URL(address);
  const loopback = ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
  return url.protocol === "https:" || loopback ? undefined : refuse("node.plainAddress", { address });
}

/** Written beside and renamed, so that a crash leaves the old file or the new one and never half of one. */
function writeJson(path: string, value: unknown): void {
  writeFileSync(`${path}.new`, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600, flush: true });
  renameSync(`${path}.new`, path);
}
