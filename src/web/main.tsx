// The application starts here: the words first, so that nothing is shown without them, then the page of the address.

import "./api/jitless.ts";
import "./styles/index.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Fault } from "../base/index.ts";
import { createQueryClient, Refused, Unreachable } from "./api/index.ts";
import { features } from "./features.ts";
import { LanguageProvider, speechReady } from "./language/index.ts";
import { Application } from "./shell/index.ts";

const place = document.getElementById("entente");
if (place === null) throw new Fault("web.noPlace", "index.html has no element for the application.");
await speechReady();
createRoot(place, {
  onCaughtError(error) {
    // A refusal and a node that does not answer are told on the page, in the words of the reader.
    if (!(error instanceof Refused || error instanceof Unreachable)) reportError(error);
  },
}).render(
  <StrictMode>
    <QueryClientProvider client={createQueryClient()}>
      <LanguageProvider>
        <Application features={features} />
      </LanguageProvider>
    </QueryClientProvider>
  </StrictMode>,
);
