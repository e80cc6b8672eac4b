// A page that belongs to no accord yet: choosing one, signing in, an address that is none.

import type { ReactNode } from "react";
import { Words } from "../language/index.ts";
import { LanguageSwitch } from "./language-switch.tsx";

export function Bare({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <>
      <a className="skip" href="#main">
        <Words id="shell.skip" />
      </a>
      <header className="top">
        <a className="brand" href="/" lang="fr">
          {"Entente"}
        </a>
        <span className="top__fill" />
        <LanguageSwitch />
      </header>
      <main id="main" className="bare">
        {children}
      </main>
    </>
  );
}
