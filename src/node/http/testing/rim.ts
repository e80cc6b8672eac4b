// A rim on a real server on loopback, for tests: handlers that know nothing, of which a test puts in its own.

import { type AccordId, isAccordId, isPartyCode, type PartyCode } from "../../../acts/index.ts";
import type { Handlers } from "../../../api/index.ts";
import { Fault, refuse } from "../../../base/index.ts";
import type { Officer } from "../../../policy/index.ts";
import type { Ed25519Signer } from "../../../seal/index.ts";
import { ed25519Signer, nativeSuite, randomBytes } from "../../../seal/native.ts";
import { createHttpApp, type HttpAppInput } from "../app.ts";
import type { HttpFault } from "../faults.ts";
import { type HttpServer, startHttpServer, type TlsFiles } from "../server.ts";

export const officer: Officer = {
  id: "an-officer",
  party: "MA",
  service: "cooperation",
  functions: ["liaison-officer"],
};
export const token = "a-token-of-a-test";

export const accord: AccordId = named(isAccordId, "00112233445566778899aabbccddeeff");
export const ours: PartyCode = named(isPartyCode, "MA");
export const theirs: PartyCode = named(isPartyCode, "IL");

function named<T extends string>(is: (text: string) => text is T, text: string): T {
  if (is(text)) return text;
  throw new Fault("test.badName", text);
}

/** Two nodes' keys, always the same. */
export const ourSigner: Ed25519Signer = ed25519Signer(new Uint8Array(32).fill(1));
export const theirSigner: Ed25519Signer = ed25519Signer(new Uint8Array(32).fill(2));
export const strangerSigner: Ed25519Signer = ed25519Signer(new Uint8Array(32).fill(3));

const absent = () => refuse("api.unknown", { what: "answer", got: "of a test" });

const noHandlers: Handlers<Officer> = {
  node: absent,
  setClock: absent,
  accords: absent,
  accord: absent,
  procedures: absent,
  procedure: absent,
  dossiers: absent,
  dossier: absent,
  directory: absent,
  registerActs: absent,
  prepareAct: absent,
  act: absent,
  actProof: absent,
  log: absent,
  acts: absent,
  searchActs: absent,
  overview: absent,
  threads: absent,
  beginUpload: absent,
  sealBatch: absent,
  appendUpload: absent,
  upload: absent,
  endUpload: absent,
  dropUpload: absent,
  documentsOfDossier: absent,
  document: absent,
  forgetDocument: absent,
  putDocument: absent,
  openDocument: absent,
  documentContent: absent,
  sealedDocument: absent,
  peerDocuments: absent,
  peerDocument: absent,
  composeDraft: absent,
  drafts: absent,
  draft: absent,
  changeDraft: absent,
  returnDraft: absent,
  prepareDraft: absent,
  releaseDraft: absent,
  removeDraft: absent,
  accessLog: absent,
  accessLogTable: absent,
  importLabel: absent,
  exportLabel: absent,
  officers: absent,
  setClearance: absent,
  addOfficer: absent,
  changeOfficer: absent,
  removeOfficer: absent,
  inviteOfficer: absent,
  withdrawInvitation: absent,
  policy: absent,
  decide: absent,
  calendars: absent,
  serviceKeys: absent,
  machine: absent,
  retention: absent,
  link: absent,
  evidence: absent,
  retryLink: absent,
  events: absent,
  parcel: absent,
  checkpoint: absent,
  entries: absent,
  tile: absent,
  programmeVersion: absent,
  programmes: absent,
  visitLeadTime: absent,
  visits: absent,
  plan: absent,
  planLineDossiers: absent,
  planTableFile: absent,
  planTableBook: absent,
  readPlanTable: absent,
  injectsTableFile: absent,
  injectsTableBook: absent,
  readInjectsTable: absent,
  feeds: absent,
  makeFeed: absent,
  revokeFeed: absent,
  calendarFeed: absent,
  atomFeed: absent,
  jsonFeed: absent,
  statistics: absent,
  statisticsTable: absent,
  session: absent,
  passkeyOptions: absent,
  passkeyVerify: absent,
  enrolOptions: absent,
  enrolVerify: absent,
  sessionHere: absent,
  endSession: absent,
  credentials: absent,
  revokeCredential: absent,
  demonstrationFunctions: absent,
  enterDemonstration: absent,
  demonstrationSign: absent,
};

/** No page is this rim's own, and no session holds. */
const noSessions: HttpAppInput<Officer>["sessions"] = {
  isOwn: () => false,
  officerOf: () => refuse("api.notAuthenticated"),
  onEnd: () => () => undefined,
};

export interface TestRim {
  readonly server: HttpServer;
  readonly faults: readonly HttpFault[];
  /** Milliseconds of the rim's own clock; a test may move it on. */
  readonly clock: { now: number };
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** As the officer. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  [Symbol.asyncDispose](): Promise<void>;
}

export async function startRim(
  input: {
    readonly handlers?: Partial<Handlers<Officer>>;
    readonly tls?: TlsFiles;
    readonly port?: number;
  } & Partial<Omit<HttpAppInput<Officer>, "handlers">> = {},
): Promise<TestRim> {
  const { handlers, tls, port, ...rest } = input;
  const faults: HttpFault[] = [];
  const clock = { now: 0 };
  const app = createHttpApp<Officer>({
    suite: nativeSuite,
    signer: ourSigner,
    seconds: () => 1_637_764_200,
    monotonicMs: () => clock.now,
    randomBytes,
    peerOf: (id) => (id === accord ? { party: theirs, nodeKey: theirSigner.publicKey } : undefined),
    sessions: noSessions,
    authenticate: (given) => (given === token ? officer : undefined),
    demonstration: false,
    version: "0.0.0-test",
    report: (fault) => faults.push(fault),
    ...rest,
    handlers: { ...noHandlers, ...handlers },
  });
  const server = await startHttpServer({ app, host: "127.0.0.1", port: port ?? 0, ...(tls ? { tls } : {}) });
  const ask: TestRim["fetch"] = (path, init) => fetch(server.url + path, init);
  return {
    server,
    faults,
    clock,
    fetch: ask,
    ask: (path, init) => ask(path, { ...init, headers: { authorization: `Bearer ${token}`, ...init?.headers } }),
    [Symbol.asyncDispose]: () => server.close(),
  };
}
