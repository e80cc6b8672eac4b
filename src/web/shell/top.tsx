// The top of the page: the accord, both sides with the reader's own first, the languages, and who is signed in.

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { queryOf, useAccordId, useAsk } from "../api/index.ts";
import { useSay } from "../language/index.ts";
import { PlaceLink, useIn, usePlaces, useSides, useStateName, Who } from "../parts/index.ts";
import { Find } from "./find.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import { SessionMenu } from "./session-menu.tsx";

export function Top(): ReactNode {
  const sides = useSides();
  const places = usePlaces();
  const read = useIn();
  return (
    <header className="top">
      <PlaceLink className="brand" to={places.dashboard}>
        {"Entente"}
      </PlaceLink>
      <div className="top__agr">
        <b>{read(sides.names)}</b>
        <AccordLine />
      </div>
      <Pair />
      <Find />
      <LanguageSwitch />
      <SessionMenu />
    </header>
  );
}

function AccordLine(): ReactNode {
  const accord = useAccordId();
  const { status } = useAsk("accord", { params: { accord } });
  const say = useSay();
  const name = useStateName();
  return <small>{say("shell.accordState", { state: name("accord", status.state) })}</small>;
}

function Pair(): ReactNode {
  const { own, other } = useSides();
  const accord = useAccordId();
  const { data: link } = useQuery(queryOf("link", { params: { accord } }));
  const say = useSay();
  const down = link !== undefined && (link.state !== "open" || link.lastError !== undefined);
  const state = link === undefined ? "shell.pair.unknown" : down ? "shell.pair.down" : "shell.pair.up";
  return (
    <div className="top__pair" title={say(state)}>
      <Who party={own} />
      <span className={down ? "link link--down" : "link"} role="img" aria-label={say(state)} />
      <Who party={other} />
    </div>
  );
}
