// The chain of what was asked: the request, its corrections, each amendment, with what became of it. What an amendment
// changes is read from its act when it is opened.

import { type ReactNode, useState } from "react";
import { Button } from "react-aria-components";
import type { DossierDetail } from "../../api/index.ts";
import { z } from "../../base/index.ts";
import { useAccordId, useAsk } from "../api/index.ts";
import { useDates, Words, wallIn } from "../language/index.ts";
import { Part, PlaceLink, Seal, Sheet, Told, useFieldName, usePlaces, When } from "../parts/index.ts";
import { type ChainLink, chainOf } from "./chain.ts";

export function ChainSheet({ detail }: { readonly detail: DossierDetail }): ReactNode {
  const chain = chainOf(detail.acts);
  return (
    <Sheet title={<Words id="visits.chain" values={{ count: chain.length }} />}>
      <ol className="chain">
        {chain.toReversed().map((link) => (
          <Link key={link.act.id} link={link} />
        ))}
      </ol>
    </Sheet>
  );
}

function Link({ link }: { readonly link: ChainLink }): ReactNode {
  const places = usePlaces();
  const [open, setOpen] = useState(false);
  const { kind, act, marks } = link;
  const amends = kind === "amendment" || kind === "amendmentCorrection";
  return (
    <li className="chain__link">
      <h3>
        <Seal party={act.party} size="small" /> <Words id={`visits.chain.${kind}`} />{" "}
        <PlaceLink className="small" to={places.act(act.id)}>
          <When local={act.local} />
        </PlaceLink>
      </h3>
      <ul className="chain__marks">
        {marks.map(({ mark, act: done }) => (
          <li key={done.id}>
            <Seal party={done.party} size="small" /> <Words id={`visits.mark.${mark}`} />{" "}
            <span className="muted">
              <When local={done.local} />
            </span>
          </li>
        ))}
      </ul>
      {amends ? (
        <Button className="btn" aria-expanded={open} onPress={() => setOpen(!open)}>
          <Words id="visits.chain.what" />
        </Button>
      ) : null}
      {open ? (
        <Part about={act.id}>
          <Amendment act={act.id} />
        </Part>
      ) : null}
    </li>
  );
}

const amendment = z.looseObject({
  body: z.looseObject({
    reason: z.string(),
    effectiveFrom: z.string(),
    from: z.string().optional(),
    until: z.string().optional(),
    addVisitors: z.array(z.looseObject({ number: z.number(), function: z.string() })).optional(),
    dropVisitors: z.array(z.number()).optional(),
    addSites: z.array(z.looseObject({ name: z.string() })).optional(),
    dropSites: z.array(z.string()).optional(),
  }),
});

function Amendment({ act }: { readonly act: string }): ReactNode {
  const accord = useAccordId();
  const dates = useDates();
  const fieldName = useFieldName();
  const body = amendment.safeParse(useAsk("act", { params: { accord, act } }).act).data?.body;
  if (!body) return null;
  const day = (date: string): string => dates.day(wallIn("UTC", `${date}T00:00:00Z`));
  const { addVisitors = [], dropVisitors = [], addSites = [], dropSites = [] } = body;
  const facts: readonly (readonly [string, string])[] = [
    ["reason", body.reason],
    ["effectiveFrom", day(body.effectiveFrom)],
    ["from", body.from === undefined ? "" : day(body.from)],
    ["until", body.until === undefined ? "" : day(body.until)],
    ["addVisitors", addVisitors.map((one) => `${one.number} ${one.function}`).join(" · ")],
    ["dropVisitors", dropVisitors.join(" · ")],
    ["addSites", addSites.map((one) => one.name).join(" · ")],
    ["dropSites", dropSites.join(" · ")],
  ];
  return (
    <dl className="particulars">
      {facts
        .filter(([, text]) => text !== "")
        .map(([name, text]) => (
          <div key={name}>
            <dt>{fieldName("visit", name)}</dt>
            <dd>
              <Told text={text} />
            </dd>
          </div>
        ))}
    </dl>
  );
}
