// The page that checks a proof without any node: one HTML file, opened from a disk, that asks nothing of any network.

import "../api/jitless.ts";
import "./standalone.css";
import { type ReactNode, StrictMode, Suspense } from "react";
import { createRoot } from "react-dom/client";
import { Fault } from "../../base/index.ts";
import {
  LanguageProvider,
  languages,
  manners,
  speechReady,
  useSay,
  useSpeech,
  WithMessages,
  Words,
} from "../language/index.ts";
import { Checking } from "./checking.tsx";

function Standalone(): ReactNode {
  const say = useSay();
  const { language, speak } = useSpeech();
  return (
    <main>
      <header className="head">
        <div>
          <h1>{say("proof.title")}</h1>
          <p className="sub">
            <Words id="proof.alone" />
          </p>
        </div>
        <nav className="row" aria-label={say("proof.languages")}>
          {languages.map((one) => (
            <button
              key={one}
              type="button"
              className="btn"
              lang={one}
              aria-pressed={one === language}
              onClick={() => speak(one)}
            >
              {manners[one].name}
            </button>
          ))}
        </nav>
      </header>
      <Checking />
    </main>
  );
}

const place = document.getElementById("entente");
if (place === null) throw new Fault("web.noPlace", "The page has no element for its content.");
void speechReady().then(() =>
  createRoot(place).render(
    <StrictMode>
      <LanguageProvider>
        <Suspense>
          <WithMessages of="proof">
            <Standalone />
          </WithMessages>
        </Suspense>
      </LanguageProvider>
    </StrictMode>,
  ),
);
