// An act in words before it is signed: who makes it, under what, with which label, when, and all it says. Read from the
// bytes that are signed; the node's own wording and the fingerprint stand below for whoever compares.

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { queryOf, useAccordId } from "../api/index.ts";
import { useDates, Words } from "../language/index.ts";
import { BodyView, shortHex } from "../parts/body-view.tsx";
import { Fact } from "../parts/fact.tsx";
import {
  DossierTitle,
  Label,
  useFunctionName,
  useOwnClock,
  useProcedureName,
  useServiceName,
  useStepName,
  Who,
} from "../parts/index.ts";
import type { ToSign } from "./signing.ts";

export function WhatIsSigned({ toSign }: { readonly toSign: ToSign }): ReactNode {
  const { act, digest, words } = toSign;
  return (
    <>
      <Facts toSign={toSign} />
      <section className="stack">
        <h3>
          <Words id="session.grave.body" />
        </h3>
        <BodyView procedure={act.procedure} value={act.body} />
      </section>
      <details>
        <summary>
          <Words id="session.grave.words" />
        </summary>
        <ul className="small" lang="en" dir="ltr">
          {words.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p className="small">
          <Words id="session.grave.digest" />{" "}
          <bdi className="mono" title={digest}>
            {shortHex(digest)}
          </bdi>
        </p>
      </details>
    </>
  );
}

function Facts({ toSign }: { readonly toSign: ToSign }): ReactNode {
  const { act } = toSign;
  const procedureName = useProcedureName();
  const stepName = useStepName();
  const functionName = useFunctionName();
  const serviceName = useServiceName();
  const dates = useDates();
  const wall = useOwnClock()(act.at.instant);
  const opens = act.dossier === act.id;
  return (
    <dl className="facts">
      <Fact id="session.grave.who">
        <Who party={act.party} /> {serviceName(act.party, act.service)}, {functionName(act.function)}
      </Fact>
      <Fact id="session.grave.step">
        <b>{stepName(act.procedure, act.step)}</b> ({procedureName(act.procedure)})
      </Fact>
      <Fact id="session.grave.dossier">
        {opens ? <Words id="session.grave.newDossier" /> : <DossierNamed dossier={act.dossier} />}
      </Fact>
      <Fact id="session.grave.under">
        {act.articles.length === 0 ? (
          <Words id="session.grave.founding" />
        ) : (
          <Words
            id="session.grave.articles"
            values={{ count: act.articles.length, articles: <bdi className="t">{act.articles.join(", ")}</bdi> }}
          />
        )}
      </Fact>
      <Fact id="session.grave.label">
        <Label label={act.label} />
      </Fact>
      <Fact id="session.grave.at">
        <bdi className="t">{dates.day(wall)}</bdi> <bdi className="t">{dates.time(wall)}</bdi>
      </Fact>
    </dl>
  );
}

/** By its title where the node tells it; by its id in any case. */
function DossierNamed({ dossier }: { readonly dossier: string }): ReactNode {
  const accord = useAccordId();
  const { data } = useQuery(queryOf("dossier", { params: { accord, dossier } }));
  return (
    <>
      {data === undefined ? null : (
        <>
          <DossierTitle row={data.row} />{" "}
        </>
      )}
      <bdi className="mono small">{dossier}</bdi>
    </>
  );
}
