// The HTTP rim's door inside the node: what composing a running side needs of it.

export { createHttpApp, type HttpApp, type HttpAppInput, type HttpLimits, usualLimits } from "./app.ts";
export { type Broadcast, createBroadcast } from "./broadcast.ts";
export type { Authenticate, Presented, SessionGate } from "./callers.ts";
export { isLoopback } from "./exchange.ts";
export type { HttpFault, ReportFault } from "./faults.ts";
export type { PeerCard } from "./peer-gate.ts";
export { type HttpServer, type HttpServerInput, startHttpServer, type TlsFiles } from "./server.ts";
export { builtWeb, createWebFiles, type WebFiles, webPolicy } from "./web-files.ts";
