// How the tests run. Each file has a process of its own: the tests open sockets, databases and WebAssembly, and one
// that leaks must not reach the next.

import { defineConfig } from "vitest/config";
import { messagesPlugin } from "./tools/messages-plugin.ts";

export default defineConfig({
  plugins: [messagesPlugin()],
  test: {
    environment: "node",
    pool: "forks",
    include: ["src/**/*.test.{ts,tsx}", "tools/**/*.test.ts", "sim/**/*.test.ts", "examples/**/*.test.ts"],
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
