// The folder of one side: its configuration, keys, database and policies. Made by `entente init`; everything in it but
// the keys can be had again from the other side's mirror.

import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Card, cardSchema, isFunctionCode, isPartyCode, isServiceCode, parseCard } from "../acts/index.ts";
import { base64url, Fault, flawOf, hex, isRefusal, type Refusal, refuse, utf8, z } from "../base/index.ts";
import { nativeSuite, randomBytes } from "../seal/native.ts";
import { writeJson } from "./json-file.ts";
import { makeKeys, type NodeKeys, openKeys, recoveryFolder } from "./keys.ts";
import { pressSchema } from "./press/config.ts";
import { retentionRulesSchema } from "./retention/rules.ts";
import { openSealingKeys, type SealingKeys } from "./sealing/identities.ts";
import type { RecoveryFolders } from "./sealing/recovery-files.ts";

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
  /** How long sealed documents are kept after their dossier's end; what no rule fits is kept. */
  retention: retentionRulesSchema.optional(),
  /** How much room sealed documents may take, in bytes. */
  documents: z
    .strictObject({
      /** Kept free on the disk for the registers, whatever documents come; 1 GiB when absent. */
      reserveBytes: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
      /** What the other side's documents may take here, for each accord; 200 GiB when absent. */
      peerBytesMax: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
    })
    .optional(),
  /** What is out under the procedure of communiqués, for anyone to read without signing in; absent: no feed. */
  press: pressSchema.optional(),
  /** The officers' pages. */
  web: z
    .strictObject({
      /** Further origins under which officers open the pages, such as an inner name of the same machine. */
      origins: z
        .array(z.url({ protocol: /^https?$/ }))
        .max(8)
        .optional(),
      /** Minutes without a sign of the officer, and hours in all, after which a session ends. */
      idleMinutes: z.number().int().min(1).max(240).optional(),
      sessionHours: z.number().int().min(1).max(24).optional(),
    })
    .optional(),
  /** Only a demonstration node has a story clock, and says so wherever it tells the time. */
  demonstration: z
    .strictObject({ storyClock: z.iso.datetime({ offset: true }), notice: z.string().min(1).max(400) })
    .optional(),
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
  /** The private keys with which the services' documents are opened. */
  readonly sealing: SealingKeys;
  readonly recovery: RecoveryFolders;
  readonly database: string;
  officers(): readonly OfficerRecord[];
}

const files = {
  config: "config.json",
  keys: "keys",
  database: "entente.db",
  officers: "officers.json",
  tokens: "tokens",
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
  const config = configOf(input, { keys, registry: registry.signer.publicKey });
  if (isRefusal(config)) {
    // Made just now and named by nothing: left there, they would bar the next attempt.
    rmSync(join(folder, files.keys), { recursive: true });
    return config;
  }
  writeJson(join(folder, files.config), config);
  const home = homeOf({ folder, config, keys });
  writeJson(join(folder, files.officers), []);
  addOfficer(home, { id: "administrator", service: "registry", functions: ["administrator", "registrar"] });
  return home;
}

function configOf(input: NewHome, made: { keys: NodeKeys; registry: Uint8Array }): Config | Refusal {
  const { node, register } = made.keys;
  const card = parseCard({
    entente: "card/1",
    party: input.party,
    names: input.names,
    node: base64url(node.publicKey),
    register: { ed25519: base64url(register.ed25519.publicKey), mlDsa44: base64url(register.mlDsa44.publicKey) },
    registry: base64url(made.registry),
    address: input.address,
    zone: input.zone,
    weekend: [...input.weekend],
  });
  if (isRefusal(card)) return card;
  const { listen, demonstration } = input;
  const config = { entente: "config/1", card, listen, ...(demonstration ? { demonstration } : {}) };
  return parseConfig(config, join(input.folder, files.config));
}

export function openHome(folder: string): Home | Refusal {
  const file = join(folder, files.config);
  if (!existsSync(file)) return refuse("node.noHome", { folder });
  const config = readConfig(file);
  if (isRefusal(config)) return config;
  const webhook = config.press?.webhook?.address;
  const plain = plainAddress(config.card.address) ?? (webhook === undefined ? undefined : plainAddress(webhook));
  if (plain) return plain;
  const keys = openKeys(join(folder, files.keys));
  const other = otherKeys({ file, card: config.card, keys });
  if (other) return other;
  return homeOf({ folder, config, keys });
}

function homeOf(parts: Pick<Home, "folder" | "config" | "keys">): Home {
  const { folder } = parts;
  const keys = join(folder, files.keys);
  const recovery = { keys, recovery: recoveryFolder(keys) };
  return {
    ...parts,
    sealing: openSealingKeys(recovery),
    recovery,
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

/** Writes the directory of officers anew, as a whole. */
export function writeOfficers(folder: string, officers: readonly OfficerRecord[]): void {
  writeJson(join(folder, files.officers), officers);
}

/** Takes an officer's token out of the home. */
export function removeToken(folder: string, officer: string): void {
  rmSync(join(folder, files.tokens, officer), { force: true });
}

/** The token of an officer as `addOfficer` left it in the home, or undefined. */
export function readToken(folder: string, officer: string): string | undefined {
  const file = join(folder, files.tokens, officer);
  return existsSync(file) ? readFileSync(file, "utf8").trim() : undefined;
}

export function tokenDigest(token: string): string {
  return hex(nativeSuite.sha256(utf8(token)));
}

/** The officers as last read, by file: every request asks, and few change. */
const officersRead = new Map<string, { readonly changed: string; readonly officers: readonly OfficerRecord[] }>();

export function readOfficers(folder: string): readonly OfficerRecord[] {
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
  const parsed = officersSchema.safeParse(jsonIn(file));
  if (!parsed.success) throw new Fault("node.badOfficers", `${file}: ${parsed.error.issues[0]?.message}`);
  return parsed.data;
}

/** Refused: an address over which a token or a request would travel in clear outside this machine. */
function plainAddress(address: string): Refusal | undefined {
  if (!URL.canParse(address)) return refuse("acts.badCard", { path: "address", problem: "not an address" });
  const url = new URL(address);
  const loopback = ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
  return url.protocol === "https:" || loopback ? undefined : refuse("node.plainAddress", { address });
}

/** The configuration of a home, or why it cannot be used. */
function readConfig(file: string): Config | Refusal {
  const json = jsonIn(file);
  return json === undefined
    ? refuse("node.badConfig", { file, path: "(whole)", problem: "not JSON" })
    : parseConfig(json, file);
}

function parseConfig(value: unknown, file: string): Config | Refusal {
  const parsed = configSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  return refuse("node.badConfig", { file, ...flawOf(parsed.error) });
}

/** Undefined when the file is not JSON. */
function jsonIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}

/** Refused: keys that are not the card's. What they sign the other side would not believe. */
function otherKeys(input: { file: string; card: Card; keys: NodeKeys }): Refusal | undefined {
  const { file, card, keys } = input;
  const held = {
    node: keys.node.publicKey,
    "register.ed25519": keys.register.ed25519.publicKey,
    "register.mlDsa44": keys.register.mlDsa44.publicKey,
  };
  const named = {
    node: card.node,
    "register.ed25519": card.register.ed25519,
    "register.mlDsa44": card.register.mlDsa44,
  };
  for (const name of ["node", "register.ed25519", "register.mlDsa44"] as const)
    if (base64url(held[name]) !== named[name])
      return refuse("node.badConfig", { file, path: `card.${name}`, problem: "not the key in the folder of keys" });
  return undefined;
}
