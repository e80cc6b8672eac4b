import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";
import { refuse } from "../../base/index.ts";
import { nativeSuite, randomBytes } from "../../seal/native.ts";
import { createGates } from "./callers.ts";
import { exchangeOf, isLoopback } from "./exchange.ts";
import { createPeerGate } from "./peer-gate.ts";
import { accord, ourSigner, theirSigner, theirs } from "./testing/rim.ts";

const peerGate = createPeerGate({
  suite: nativeSuite,
  signer: ourSigner,
  seconds: () => 0,
  monotonicMs: () => 0,
  randomBytes,
  peerOf: () => ({ party: theirs, nodeKey: theirSigner.publicKey }),
});

test("a token, or a peer's request, that comes in clear from another machine is refused, good or not", async () => {
  let looked = false;
  const gates = createGates({
    authenticate: () => {
      looked = true;
      return { id: "an-officer" };
    },
    sessions: { isOwn: () => false, officerOf: () => refuse("api.notAuthenticated"), onEnd: () => () => undefined },
    peerGate,
  });
  const incoming = new IncomingMessage(new Socket());
  incoming.headers.authorization = "Bearer abc";
  const exchange = { ...exchangeOf(incoming), from: "192.0.2.7", secure: false };
  for (const kind of ["officer", "peer", "either"] as const) {
    expect(await gates[kind](exchange, accord), kind).toMatchObject({
      code: "api.insecureChannel",
      details: { from: "192.0.2.7" },
    });
  }
  expect(looked).toBe(false);
  expect(await gates.officer({ ...exchange, secure: true }, accord)).toMatchObject({ caller: { id: "an-officer" } });
  expect(await gates.anyone(exchange, accord)).toMatchObject({ caller: undefined });
});

test("the machine itself is known by its address", () => {
  for (const own of ["127.0.0.1", "127.8.9.10", "::1", "::ffff:127.0.0.1"]) expect(isLoopback(own), own).toBe(true);
  for (const other of ["10.0.0.1", "::2", "::ffff:10.0.0.1", "1127.0.0.1", "127.0.0.1.example", "(closed)"]) {
    expect(isLoopback(other), other).toBe(false);
  }
});
