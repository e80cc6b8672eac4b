// What stands around every page of an accord: the banners, the top with both sides, the rail, and the stream of events
// behind them all.

import { Outlet, useLocation, useParams } from "@tanstack/react-router";
import { type ReactNode, Suspense } from "react";
import { AccordContext, useAccordEvents, useAsk } from "../api/index.ts";
import { Words } from "../language/index.ts";
import { Banner, BannerLabels, Loading, Part, type Sides, SidesProvider, useSides } from "../parts/index.ts";
import { SessionGate } from "../session/index.ts";
import { Bare } from "./bare.tsx";
import { LinkNotes } from "./link-notes.tsx";
import { PaperLine } from "./paper-line.tsx";
import { Rail, TabBar } from "./rail.tsx";
import { StreamContext } from "./stream.ts";
import { Top } from "./top.tsx";

export function AccordFrame(): ReactNode {
  const params: unknown = useParams({ strict: false });
  const accord = accordIn(params);
  return (
    <AccordContext value={accord}>
      <Suspense fallback={<Waiting />}>
        <Part about={accord}>
          <SessionGate frame={Bare}>
            <Framed accord={accord} />
          </SessionGate>
        </Part>
      </Suspense>
    </AccordContext>
  );
}

function accordIn(params: unknown): string {
  if (typeof params !== "object" || params === null || !("accord" in params)) return "";
  return typeof params.accord === "string" ? params.accord : "";
}

function Waiting(): ReactNode {
  return (
    <Bare>
      <Loading />
    </Bare>
  );
}

function Framed({ accord }: { readonly accord: string }): ReactNode {
  const sides: Sides = useAsk("accord", { params: { accord } });
  return (
    <SidesProvider value={sides}>
      <BannerLabels>
        <Frame />
      </BannerLabels>
    </SidesProvider>
  );
}

function Frame(): ReactNode {
  const { accord, own } = useSides();
  const stream = useAccordEvents(accord, own);
  const { pathname } = useLocation();
  return (
    <StreamContext value={stream}>
      <a className="skip" href="#main">
        <Words id="shell.skip" />
      </a>
      <Banner place="top" />
      <Top />
      <div className="shell">
        <Rail />
        <main id="main" tabIndex={-1}>
          <PaperLine />
          <LinkNotes />
          <Part about={pathname}>
            <Outlet />
          </Part>
        </main>
      </div>
      <TabBar />
      <Banner place="bottom" />
    </StreamContext>
  );
}
