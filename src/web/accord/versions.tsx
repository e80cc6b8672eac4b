// The digests by which both sides know that they speak of one text, the points still open, the originals by the
// alternat, and what was put right since.

import type { ReactNode } from "react";
import { languageName, Words } from "../language/index.ts";
import { Sheet, usePartyName, Who } from "../parts/index.ts";
import { Fingerprint, Foreign } from "../parts/proof/index.ts";
import type { Instrument, Shown } from "./instrument.ts";

export function Digests({ instrument, shown }: { readonly instrument: Instrument; readonly shown: Shown }): ReactNode {
  const { agreed, draft } = instrument;
  const digests = agreed
    ? Object.entries(agreed.digests)
    : Object.entries(shown.texts).map(([language, text]) => [language, text.digest ?? ""] as const);
  const annex = agreed?.annexDigest ?? draft?.annex?.digest;
  return (
    <Sheet
      title={
        <Words id={shown.agreed ? "accord.version.agreed" : "accord.version"} values={{ version: shown.version }} />
      }
    >
      <dl className="sheet__body digests">
        {agreed === undefined ? null : <Digest name={<Words id="accord.digest.whole" />} digest={agreed.digest} />}
        {digests.map(([language, digest]) => (
          <Digest key={language} name={languageName(language)} digest={digest} />
        ))}
        {annex === undefined ? null : <Digest name={<Words id="accord.digest.annex" />} digest={annex} />}
      </dl>
    </Sheet>
  );
}

function Digest({ name, digest }: { readonly name: ReactNode; readonly digest: string }): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {digest === "" ? <Words id="accord.digest.parts" /> : <Fingerprint hex={digest.replace("sha256:", "")} />}
      </dd>
    </div>
  );
}

export function Points({ instrument }: { readonly instrument: Instrument }): ReactNode {
  const points = Object.entries(instrument.points);
  const open = points.filter(([, point]) => point.settled === undefined);
  if (points.length === 0) return null;
  return (
    <Sheet title={<Words id="accord.points" values={{ count: open.length }} />}>
      <ul className="sheet__body stack">
        {points.map(([code, point]) => (
          <li key={code} className={point.settled === undefined ? "point" : "point point--settled"}>
            <p className="row row--wrap">
              <Who party={point.by} />
              <bdi className="mono">{code}</bdi>
              {point.raised.article === undefined ? null : (
                <Words id="accord.points.article" values={{ number: <bdi>{point.raised.article}</bdi> }} />
              )}
            </p>
            <p>
              <Foreign text={point.raised.text} />
            </p>
            {point.raised.proposal === undefined ? null : (
              <p className="soft">
                <Foreign text={point.raised.proposal} />
              </p>
            )}
            {point.settled === undefined ? null : (
              <p>
                <Words id="accord.points.settled" /> <Foreign text={point.settled} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

export function Originals({ instrument }: { readonly instrument: Instrument }): ReactNode {
  const name = usePartyName();
  const originals = Object.entries(instrument.originals);
  if (originals.length === 0) return null;
  return (
    <Sheet title={<Words id="accord.originals" />}>
      <ul className="sheet__body stack">
        {originals.map(([party, original]) => (
          <li key={party}>
            <p className="row row--wrap">
              <Who party={party} />
              <Fingerprint hex={original.document.replace("sha256:", "")} />
            </p>
            <p className="small soft">
              <Words
                id="accord.originals.order"
                values={{
                  parties: original.parties.map(name).join(" · "),
                  languages: original.languages.map(languageName).join(" · "),
                }}
              />
            </p>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

export function Errata({ instrument }: { readonly instrument: Instrument }): ReactNode {
  if (instrument.errata.length === 0) return null;
  return (
    <Sheet title={<Words id="accord.errata" />}>
      <ul className="sheet__body stack">
        {instrument.errata.map((erratum) => (
          <li key={`${erratum.language} ${erratum.article} ${erratum.from}`}>
            <p className="small soft">
              {languageName(erratum.language)}{" "}
              <Words id="accord.points.article" values={{ number: <bdi>{erratum.article}</bdi> }} />
            </p>
            <p lang={erratum.language} dir="auto">
              <del>
                <Foreign text={erratum.from} />
              </del>{" "}
              <ins>
                <Foreign text={erratum.to} />
              </ins>
            </p>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
