// A side that serves: the running node behind its HTTP rim.

import { timingSafeEqual } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { cardOf, isPartyCode, keysOfCard } from "../acts/index.ts";
import type { Handlers } from "../api/index.ts";
import { Fault, isRefusal, type Refusal } from "../base/index.ts";
import { createPolicy, defaultPolicies, type Officer } from "../policy/index.ts";
import { nativeSuite, randomBytes } from "../seal/native.ts";
import { CalendarAddresses } from "./calendar/addresses.ts";
import { accessLogHandlers } from "./handlers/access-log.ts";
import { accordHandlers } from "./handlers/accords.ts";
import { actHandlers } from "./handlers/acts.ts";
import { administrationHandlers } from "./handlers/administration.ts";
import { calendarHandlers } from "./handlers/calendars.ts";
import type { HandlerContext } from "./handlers/context.ts";
import { demonstrationHandlers } from "./handlers/demonstration.ts";
import { openingHandlers } from "./handlers/document-opening.ts";
import { documentHandlers } from "./handlers/documents.ts";
import { dossierHandlers } from "./handlers/dossiers.ts";
import { draftHandlers } from "./handlers/drafts.ts";
import { enrolmentHandlers } from "./handlers/enrolment.ts";
import { feedHandlers } from "./handlers/feeds.ts";
import { injectsHandlers } from "./handlers/injects.ts";
import { labelHandlers } from "./handlers/labels.ts";
import { listingHandlers } from "./handlers/listing.ts";
import { linkHandlers, nodeHandlers } from "./handlers/node.ts";
import { officerHandlers } from "./handlers/officers.ts";
import { overviewHandlers } from "./handlers/overview.ts";
import { planHandlers } from "./handlers/plans.ts";
import { programmeVersionHandlers } from "./handlers/programme-versions.ts";
import { readingHandlers } from "./handlers/reading.ts";
import { registerHandlers } from "./handlers/registers.ts";
import { retentionHandlers } from "./handlers/retention.ts";
import { sessionHandlers } from "./handlers/session.ts";
import { statisticsHandlers } from "./handlers/statistics.ts";
import { threadHandlers } from "./handlers/threads.ts";
import { visitHandlers } from "./handlers/visits.ts";
import { type Home, type OfficerRecord, tokenDigest } from "./home.ts";
import { createHttpApp, createWebFiles, type SessionGate, startHttpServer } from "./http/index.ts";
import { type Node, startNode } from "./node.ts";
import { openPress } from "./press/press.ts";
import { openSignIn, type SignIn } from "./signin/signin.ts";
import { version } from "./version.ts";

export interface ServingNode {
  readonly node: Node;
  readonly url: string;
  /** Resolves when nothing is under way any more. May be called again. */
  close(): Promise<void>;
}

/** Answers kept by the policy: a day's mix of functions and dossiers. */
const policyAnswers = 50_000;

/** Starts the side of a home and listens. `report` is told of every broken promise, for the log. */
export async function serveNode(
  home: Home,
  options: { readonly report: (line: string) => void },
): Promise<ServingNode | Refusal> {
  // Before anything is opened: a side whose policy is not valid does not start.
  const policy = createPolicy({ policies: policiesOf(home), cacheSize: policyAnswers });
  const node = await startNode(home, { report: (cause) => options.report(`${cause.code}: ${cause.message}`) });
  if (isRefusal(node)) return node;
  const context: HandlerContext = { node, policy, version };
  let port = home.config.listen.port;
  const signIn = openSignIn({ home, port: () => port, now: () => Date.now(), randomBytes });
  const press = openPress(node, options);
  const app = createHttpApp<Officer>({
    handlers: { ...handlersOf(context, { home, signIn, rights: context }), ...feedHandlers(press?.desk) },
    authenticate: authenticator(home),
    sessions: sessionGate(home, signIn),
    demonstration: home.config.demonstration !== undefined,
    version,
    suite: nativeSuite,
    signer: home.keys.node,
    seconds: () => node.clock.seconds(),
    peerOf: (accord) => {
      const running = node.accords.get(accord);
      if (!running) return undefined;
      const { founding, row } = running.side;
      return { party: row.other, nodeKey: keysOfCard(cardOf(founding, row.other)).node };
    },
    monotonicMs: () => performance.now(),
    randomBytes,
    otherwise: createWebFiles(),
    report: ({ id, where, cause }) =>
      options.report(
        `fault ${id} in ${where}: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`,
      ),
  });
  const { listen } = home.config;
  const tls = listen.tls && {
    certificate: readFileSync(join(home.folder, listen.tls.certificate), "utf8"),
    key: readFileSync(join(home.folder, listen.tls.key), "utf8"),
  };
  const server = await startHttpServer({ app, host: listen.host, port: listen.port, ...(tls ? { tls } : {}) }).catch(
    async (cause: unknown) => {
      // The address is taken, say: what runs already must not run on behind nothing.
      signIn.close();
      await press?.close();
      await node.close();
      throw cause;
    },
  );
  port = Number(new URL(server.url).port);
  let closed: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    for (const { side } of node.accords.values()) side.events.close();
    await server.close();
    signIn.close();
    await press?.close();
    await node.close();
  };
  return {
    node,
    url: server.url,
    close: () => {
      closed ??= close();
      return closed;
    },
  };
}

/** Every route's function. */
function handlersOf(
  context: HandlerContext,
  signing: Parameters<typeof enrolmentHandlers>[0],
): Omit<Handlers<Officer>, keyof ReturnType<typeof feedHandlers>> {
  return {
    ...nodeHandlers(context),
    ...linkHandlers(context),
    ...accordHandlers(context),
    ...documentHandlers(context),
    ...openingHandlers(context),
    ...dossierHandlers(context),
    ...actHandlers(context),
    ...draftHandlers(context),
    ...accessLogHandlers(context),
    ...labelHandlers(context),
    ...officerHandlers(context, signing.signIn),
    ...administrationHandlers(context),
    ...retentionHandlers(context),
    ...overviewHandlers(context),
    ...calendarHandlers(context, calendarsOf(signing.home)),
    ...readingHandlers(context),
    ...listingHandlers(context),
    ...registerHandlers(context),
    ...visitHandlers(context),
    ...planHandlers(context),
    ...injectsHandlers(context),
    ...threadHandlers(context),
    ...statisticsHandlers(context),
    ...programmeVersionHandlers(context),
    ...sessionHandlers(signing),
    ...enrolmentHandlers(signing),
    ...demonstrationHandlers(signing),
  };
}

function calendarsOf(home: Home): Parameters<typeof calendarHandlers>[1] {
  return {
    addresses: new CalendarAddresses(home, () => Date.now()),
    officerOf(id) {
      const record = home.officers().find((one) => one.id === id);
      return record && officerOf(home, record);
    },
    address: home.config.card.address,
  };
}

/** The Cedar text this side's officers are judged by. */
export function policiesOf(home: Pick<Home, "folder" | "config">): string {
  const files = home.config.policies;
  return files ? files.map((file) => readFileSync(join(home.folder, file), "utf8")).join("\n") : defaultPolicies;
}

/** Looks a token up by its digest; every record is compared, in constant time. */
function authenticator(home: Home): (token: string) => Officer | undefined {
  return (token) => {
    const digest = Buffer.from(tokenDigest(token), "hex");
    let found: Officer | undefined;
    for (const record of home.officers())
      if (timingSafeEqual(digest, Buffer.from(record.token, "hex"))) found = officerOf(home, record);
    return found;
  };
}

function sessionGate(home: Home, { sessions, origins }: SignIn): SessionGate<Officer> {
  return {
    isOwn: (origin) => origins.isOwn(origin),
    onEnd: (token, ended) => sessions.onEnd(token, ended),
    officerOf(presented) {
      const found = sessions.find(presented);
      return isRefusal(found) ? found : officerOf(home, found.officer);
    },
  };
}

/** An officer as the policy judges them. */
function officerOf(home: Home, record: OfficerRecord): Officer {
  const { party } = home.config.card;
  if (!isPartyCode(party)) throw new Fault("node.badParty", `${party} is no party's code.`);
  const { id, service, functions, clearance, dossiers } = record;
  return { id, party, service, functions, ...(clearance ? { clearance } : {}), ...(dossiers ? { dossiers } : {}) };
}
