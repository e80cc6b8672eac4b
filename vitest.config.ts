// How the tests run. Each file has a process of its own: the tests open sockets, databases and WebAssembly, and one
// that leaks must not reach the next.

import { configDefaults, defineConfig } from "vitest/config";
import { messagesPlugin } from "./tools/messages-plugin.ts";

/** The long campaign of the pages (`npm run pages`): every page in every language, and the whole story by clicking. */
const campaign = process.env.ENTENTE_PAGES === "all";
const longOnes = ["examples/**/clicked-*.browser.test.ts", "src/web/every-page.browser.test.ts"];

export default defineConfig({
  plugins: [messagesPlugin()],
  test: {
    environment: "node",
    pool: "forks",
    include: ["src/**/*.test.{ts,tsx}", "tools/**/*.test.ts", "sim/**/*.test.ts", "examples/**/*.test.ts"],
    exclude: [...configDefaults.exclude, ...(campaign ? [] : longOnes)],
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
