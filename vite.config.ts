// How the web application is built: plain files with hashed names for the node to serve, nothing inline, nothing
// fetched from elsewhere. tools/build-web.ts runs it.

import { fileURLToPath } from "node:url";
import optimizeLocales from "@react-aria/optimize-locales-plugin";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { messagesPlugin } from "./tools/messages-plugin.ts";

export default defineConfig({
  appType: "spa",
  plugins: [
    messagesPlugin(),
    react(),
    // Only the words of the four languages, of the twenty-five that react-aria brings.
    { ...optimizeLocales.vite({ locales: ["fr-FR", "ar-AE", "he-IL", "en-US"] }), enforce: "pre" },
  ],
  resolve: {
    alias: {
      // The messages are compiled: see tools/messages-plugin.ts.
      "@formatjs/icu-messageformat-parser": "@formatjs/icu-messageformat-parser/no-parser.js",
      "@fonts": fileURLToPath(new URL("./node_modules/@fontsource", import.meta.url)),
    },
  },
  // Parsed at run time, which engines read faster than an object written out.
  json: { stringify: true, namedExports: false },
  build: {
    outDir: "dist/web",
    emptyOutDir: true,
    target: "es2023",
    manifest: "manifest.json",
    // Inline data would need a wider content policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      treeshake: {
        // Files of the house declare and do nothing by being loaded, but for the two that start the application: what
        // a page does not name is left out of it.
        moduleSideEffects: [{ test: /\/src\/(?!web\/main\.tsx|web\/api\/jitless\.ts).*\.tsx?$/, sideEffects: false }],
      },
    },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1000,
  },
});
