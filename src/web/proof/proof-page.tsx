// Checking a proof file on a page of the accord: against the cards that this node knows. The page without a node can be
// taken from here.

import type { ReactNode } from "react";
import { useSay, Words } from "../language/index.ts";
import { Icon, PageHead, usePageTitle, useSides } from "../parts/index.ts";
import { Checking } from "./checking.tsx";
import "./proof.css";

export function Page(): ReactNode {
  const say = useSay();
  const { parties } = useSides();
  usePageTitle(say("proof.title"));
  const known = Object.fromEntries(parties.map((side) => [side.party, side.fingerprint]));
  return (
    <>
      <PageHead
        title={say("proof.title")}
        actions={
          <a className="btn" href="/entente-verify.html" download="entente-verify.html">
            <Icon name="download" />
            <Words id="proof.take" />
          </a>
        }
      />
      <Checking known={known} />
    </>
  );
}
