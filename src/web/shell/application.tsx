// The routes of the application: `/` finds the accord, `/accords/<id>/…` are its pages, each fetched when it is first
// opened, with its words.

import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Navigate,
  Outlet,
  RouterProvider,
} from "@tanstack/react-router";
import { type ReactNode, useMemo } from "react";
import { useAsk } from "../api/index.ts";
import type { Feature, Page } from "../feature.ts";
import { useSay, useSpeech, WithMessages, Words } from "../language/index.ts";
import { Empty, ErrorOf, inSpeech, Loading, Part, PlaceLink, placesOf, usePageTitle } from "../parts/index.ts";
import { SessionGate } from "../session/index.ts";
import { AccordFrame } from "./accord-frame.tsx";
import { Bare } from "./bare.tsx";
import { parseSearch, stringifySearch } from "./search-text.ts";

export function Application({ features }: { readonly features: readonly Feature[] }): ReactNode {
  const router = useMemo(() => routerOf(features), [features]);
  return <RouterProvider router={router} />;
}

function routerOf(features: readonly Feature[]) {
  const root = createRootRoute({ component: Outlet, notFoundComponent: NothingThere });
  const start = createRoute({ getParentRoute: () => root, path: "/", component: Start });
  const accord = createRoute({ getParentRoute: () => root, path: "/accords/$accord", component: AccordFrame });
  const pages = features.flatMap((feature) =>
    feature.pages.map((page) =>
      createRoute({
        getParentRoute: () => accord,
        path: page.path === "" ? "/" : page.path,
        component: lazyRouteComponent(() => pageWithWords(feature, page)),
      }),
    ),
  );
  return createRouter({
    routeTree: root.addChildren([start, accord.addChildren(pages)]),
    defaultPreload: "intent",
    defaultPendingMs: 150,
    defaultPendingComponent: Loading,
    defaultErrorComponent: ({ error, reset }) => <ErrorOf error={error} again={reset} />,
    scrollRestoration: true,
    parseSearch,
    stringifySearch,
  });
}

/** The page's code as a component that has its feature's words around it. */
async function pageWithWords(feature: Feature, page: Page): Promise<{ default: () => ReactNode }> {
  const { Page: Content } = await page.load();
  return {
    default: () => (
      <Part>
        <WithMessages of={feature.name}>
          <Content />
        </WithMessages>
      </Part>
    ),
  };
}

function Start(): ReactNode {
  return (
    <Bare>
      <Part>
        <SessionGate>
          <Accords />
        </SessionGate>
      </Part>
    </Bare>
  );
}

/** To the accord, where the node runs but one; else to choose from. */
function Accords(): ReactNode {
  const { items } = useAsk("accords");
  const [only, second] = items;
  if (only === undefined) {
    return (
      <Empty title={<Words id="shell.accords.none" />}>
        <p className="soft">
          <Words id="shell.accords.noneHint" />
        </p>
      </Empty>
    );
  }
  if (second === undefined) return <Navigate to={placesOf(only.accord).dashboard} replace />;
  return <AccordList items={items} />;
}

function NothingThere(): ReactNode {
  const say = useSay();
  usePageTitle(say("shell.nothingThere"));
  return (
    <Bare>
      <Empty title={<Words id="shell.nothingThere" />}>
        <p>
          <a href="/">
            <Words id="shell.toStart" />
          </a>
        </p>
      </Empty>
    </Bare>
  );
}

interface AccordItem {
  readonly accord: string;
  readonly names: Readonly<Record<string, string>>;
}

function AccordList({ items }: { readonly items: readonly AccordItem[] }): ReactNode {
  const say = useSay();
  const { language } = useSpeech();
  usePageTitle(say("shell.accords.choose"));
  return (
    <section className="sheet">
      <div className="sheet__head">
        <h1 className="sheet__title">{say("shell.accords.choose")}</h1>
      </div>
      {items.map((item) => (
        <article key={item.accord} className="task task--plain">
          <h2>
            <PlaceLink to={placesOf(item.accord).dashboard}>{inSpeech(item.names, language)}</PlaceLink>
          </h2>
        </article>
      ))}
    </section>
  );
}
