// How the tests run. Each file has a process of its own: the tests open sockets, databases and WebAssembly, and one
// that leaks must not reach the next. First the tests of the rooms, one on each core; then, one after another, those
// that start whole nodes and a browser, which have both cores at work by themselves and wait for each other's clocks.

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

const common = { environment: "node", pool: "forks", testTimeout: 30_000, hookTimeout: 30_000 } as const;

export default defineConfig({
  plugins: [messagesPlugin()],
  test: {
    projects: [
      {
        extends: true,
        test: {
          ...common,
          name: "rooms",
          include: ["src/**/*.test.{ts,tsx}", "tools/**/*.test.ts", "sim/**/*.test.ts", "examples/**/*.test.ts"],
          exclude: [...configDefaults.exclude, ...wholeNodes],
          maxWorkers: availableParallelism(),
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          ...common,
          name: "nodes",
          include: wholeNodes,
          exclude: [...configDefaults.exclude, ...(campaign ? [] : longOnes)],
          globalSetup: "./test/browser/kept-stages.ts",
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
