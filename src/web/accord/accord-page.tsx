// The accord: its parties, how far it has come on both sides, its text in two languages with what each article
// authorises, and while it is negotiated what is still open. Other instruments (amendments, arrangements) are shown by
// `?instrument=`.

import { type ReactNode, useEffect } from "react";
import { useAccordId, useAsk } from "../api/index.ts";
import { useSay, Words } from "../language/index.ts";
import {
  Empty,
  PageHead,
  PlaceLink,
  useAddressText,
  useIn,
  usePageTitle,
  usePlaces,
  useSides,
  useStateName,
} from "../parts/index.ts";
import { Foreign } from "../parts/proof/index.ts";
import { Articles } from "./articles.tsx";
import { ColumnChoice, useColumns } from "./columns.tsx";
import { type Instrument, parseInstrument, shownText } from "./instrument.ts";
import { Bond } from "./ribbon.tsx";
import { Digests, Errata, Originals, Points } from "./versions.tsx";
import "./accord.css";

export function Page(): ReactNode {
  const accord = useAccordId();
  const { status } = useAsk("accord", { params: { accord } });
  const chosen = useAddressText("instrument").value;
  const dossier = chosen === "" ? status.dossier : chosen;
  return dossier === undefined ? <Founded /> : <InstrumentPage key={dossier} dossier={dossier} />;
}

/** Two registers and no instrument yet. */
function Founded(): ReactNode {
  const say = useSay();
  const places = usePlaces();
  const read = useIn();
  const { names } = useSides();
  usePageTitle(say("accord.title"));
  return (
    <>
      <PageHead kicker={say("accord.kicker")} title={read(names)} />
      <section className="sheet">
        <Empty title={<Words id="accord.founded" />}>
          <PlaceLink to={places.opening("accord")} className="btn btn--primary">
            <Words id="accord.propose" />
          </PlaceLink>
        </Empty>
      </section>
    </>
  );
}

function InstrumentPage({ dossier }: { readonly dossier: string }): ReactNode {
  const accord = useAccordId();
  const { status } = useAsk("accord", { params: { accord } });
  const detail = useAsk("dossier", { params: { accord, dossier } });
  const instrument = parseInstrument(detail.data);
  const article = useAddressText("article").value;
  // The address may name an article: it is brought into view once the text is there.
  useEffect(() => {
    if (article !== "") document.getElementById(`article-${article}`)?.scrollIntoView({ block: "center" });
  }, [article]);
  if (instrument === undefined) return null;
  return (
    <>
      <Head instrument={instrument} dossier={dossier} state={detail.row.state} />
      <Bond
        detail={detail}
        instrument={instrument}
        status={status.dossier === dossier ? status : { ...status, dossier: undefined }}
      />
      <Text instrument={instrument} />
    </>
  );
}

function Head({
  instrument,
  dossier,
  state,
}: {
  readonly instrument: Instrument;
  readonly dossier: string;
  readonly state: string;
}): ReactNode {
  const say = useSay();
  const read = useIn();
  const places = usePlaces();
  const stateName = useStateName();
  const { names } = useSides();
  const shown = shownText(instrument);
  const titles = Object.fromEntries(Object.entries(shown?.texts ?? {}).map(([code, text]) => [code, text.title]));
  const title = read(titles) || read(instrument.proposal?.titles ?? {}) || read(names);
  usePageTitle(title);
  const languages = Object.keys(shown?.texts ?? {});
  const articles = Object.values(shown?.texts ?? {})[0]?.articles.length ?? 0;
  return (
    <PageHead
      kicker={say("accord.kicker")}
      title={<Foreign text={title} />}
      sub={
        <>
          <b>{stateName("accord", state)}</b>
          <span>
            <Words id="accord.extent" values={{ articles, languages: languages.length }} />
          </span>
        </>
      }
      actions={
        <PlaceLink to={places.dossier(dossier)} className="btn">
          <Words id="accord.steps" />
        </PlaceLink>
      }
    />
  );
}

function Text({ instrument }: { readonly instrument: Instrument }): ReactNode {
  const shown = shownText(instrument);
  const languages = Object.keys(shown?.texts ?? {});
  const columns = useColumns(languages);
  if (shown === undefined) {
    return (
      <section className="sheet">
        <Empty title={<Words id="accord.noText" />} />
      </section>
    );
  }
  return (
    <>
      {shown.agreed ? null : <Points instrument={instrument} />}
      <div className="row row--between row--wrap">
        <ColumnChoice languages={languages} columns={columns} />
        {shown.before === undefined ? null : (
          <span className="small soft">
            <Words id="accord.redline" values={{ version: shown.version }} />
          </span>
        )}
      </div>
      <Articles shown={shown} columns={columns} instrument={instrument} />
      <div className="papers">
        <Digests instrument={instrument} shown={shown} />
        <Originals instrument={instrument} />
        <Errata instrument={instrument} />
      </div>
    </>
  );
}
