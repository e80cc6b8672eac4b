// How the tests run: as many files at a time as there are cores. Of the rooms that open nothing many files share a
// process, which reads the code once; of the others each file has its own, because they open sockets, databases and
// WebAssembly, and one that leaks must not reach the next. Those that start whole nodes and a browser stand apart
// because what they need is made once for all of them.

import { availableParallelism } from "node:os";
import { configDefaults, defineConfig } from "vitest/config";
import { messagesPlugin } from "./tools/messages-plugin.ts";

/** The long campaign of the pages (`npm run pages`): every page in every language, and the whole story by clicking. */
const campaign = process.env.ENTENTE_PAGES === "all";
const longOnes = ["examples/**/clicked-*.browser.test.ts", "src/web/every-page.browser.test.ts"];

const wholeNodes = [
  "src/**/*.browser.test.ts",
  "examples/**/*.browser.test.ts",
  "examples/rabat-2021/kill.test.ts",
  "src/node/documents/crash.test.ts",
];

/** Rooms without clock, randomness, files or sockets. */
const pure = "src/{base,seal,acts,register,procedures,proof,api,documents}/**/*.test.ts";

const common = { environment: "node", pool: "forks", testTimeout: 30_000, hookTimeout: 30_000 } as const;

/** A page under test fetches anew whenever its node tells of something, on a machine that may be slow: what it should
 * show is waited for, and never read once. Before it, two nodes may tell the whole story. */
const patience = { testTimeout: 120_000, hookTimeout: 400_000, expect: { poll: { timeout: 30_000 } } } as const;

export default defineConfig({
  plugins: [messagesPlugin()],
  test: {
    maxWorkers: availableParallelism(),
    projects: [
      {
        extends: true,
        test: {
          ...common,
          name: "pure",
          include: [pure],
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          ...common,
          name: "rooms",
          include: ["src/**/*.test.{ts,tsx}", "tools/**/*.test.ts", "sim/**/*.test.ts", "examples/**/*.test.ts"],
          exclude: [...configDefaults.exclude, ...wholeNodes, pure],
        },
      },
      {
        extends: true,
        test: {
          ...common,
          ...patience,
          name: "nodes",
          include: wholeNodes,
          exclude: [...configDefaults.exclude, ...(campaign ? [] : longOnes)],
          globalSetup: "./test/browser/kept-stages.ts",
        },
      },
    ],
  },
});
