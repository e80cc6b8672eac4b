// Measures the verification rate of one thread and reports it.

import { parentPort } from "node:worker_threads";
import { verifyRate } from "./limits.ts";

parentPort?.postMessage(verifyRate());
