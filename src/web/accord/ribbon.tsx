// The two parties facing each other, and under them the ribbon: a lane for each side, a column for each milestone, and
// at its end where the instrument stands and when it enters into force.

import type { ReactNode } from "react";
import type { AccordDetail, ActSummary, DossierDetail } from "../../api/index.ts";
import { useSay, Words } from "../language/index.ts";
import {
  BothClocks,
  Day,
  PlaceLink,
  Seal,
  useIn,
  usePartyName,
  usePlaces,
  useSides,
  useStateName,
  When,
  Who,
} from "../parts/index.ts";
import { Foreign, shortHex } from "../parts/proof/index.ts";
import type { Instrument, Rule } from "./instrument.ts";
import { type Milestone, milestones, reached } from "./milestones.ts";

interface BondProps {
  readonly detail: DossierDetail;
  readonly instrument: Instrument;
  readonly status: AccordDetail["status"];
}

export function Bond({ detail, instrument, status }: BondProps): ReactNode {
  const { own, other, parties } = useSides();
  return (
    <section className="bond" aria-labelledby="bond">
      <h2 id="bond" className="vh">
        <Words id="accord.bond" />
      </h2>
      <div className="facing">
        <FacingParty party={own} instrument={instrument} />
        <span className="facing__and">
          <Words id="accord.and" />
        </span>
        <FacingParty party={other} instrument={instrument} end />
      </div>
      <div className="ribbon">
        <span className="h" />
        {milestones.map((milestone) => (
          <span key={milestone} className="h">
            <Words id={`accord.milestone.${milestone}`} />
          </span>
        ))}
        {[own, other].map((party, lane) => (
          <Lane
            key={party}
            party={party}
            ordinal={parties[0].party === party ? 1 : 2}
            acts={detail.acts}
            instrument={instrument}
            row={lane + 2}
          />
        ))}
        <Force instrument={instrument} status={status} state={detail.row.state} />
      </div>
    </section>
  );
}

function FacingParty({
  party,
  instrument,
  end = false,
}: {
  readonly party: string;
  readonly instrument: Instrument;
  readonly end?: boolean;
}): ReactNode {
  const name = usePartyName();
  const read = useIn();
  const person =
    instrument.signature?.signatories[party] ??
    instrument.fullPowers[party]?.signatory ??
    instrument.initialled?.heads[party];
  return (
    <div className={end ? "party party--end" : "party"}>
      <Seal party={party} size="large" />
      <div>
        <h2>{name(party)}</h2>
        {person === undefined ? null : (
          <p>
            {person.name === undefined ? null : (
              <b>
                <Foreign text={person.name} />
              </b>
            )}
            {read(person.names)}
          </p>
        )}
      </div>
    </div>
  );
}

interface LaneProps {
  readonly party: string;
  readonly ordinal: 1 | 2;
  readonly acts: readonly ActSummary[];
  readonly instrument: Instrument;
  readonly row: number;
}

function Lane({ party, ordinal, acts, instrument, row }: LaneProps): ReactNode {
  return (
    <>
      <span className="lane" style={{ gridRow: row }}>
        <Who party={party} />
      </span>
      {milestones.map((milestone) => (
        <Mark
          key={milestone}
          milestone={milestone}
          act={reached(acts, { party, milestone })}
          party={party}
          ordinal={ordinal}
          instrument={instrument}
          row={row}
        />
      ))}
    </>
  );
}

interface MarkProps {
  readonly milestone: Milestone;
  readonly act: ActSummary | undefined;
  readonly party: string;
  readonly ordinal: 1 | 2;
  readonly instrument: Instrument;
  readonly row: number;
}

function Mark({ milestone, act, party, ordinal, instrument, row }: MarkProps): ReactNode {
  const places = usePlaces();
  const note = instrument.notes[party];
  const needless = milestone === "note" && instrument.agreed?.annex.entryIntoForce.rule.kind === "onSignature";
  return (
    <div className={act ? `k k--${ordinal}` : "k todo"} style={{ gridRow: row }}>
      <Seal party={party} size="medium" hollow={!act} />
      {act === undefined ? (
        <Words id={needless ? "accord.notNeeded" : "accord.awaited"} />
      ) : (
        <>
          <PlaceLink to={places.act(act.id)}>
            <When local={act.local} />
          </PlaceLink>
          <span className="fp">
            {milestone === "note" && note?.received !== undefined ? (
              <Words id="accord.received" values={{ date: <Day date={note.received} /> }} />
            ) : (
              <bdi className="mono">{fingerprintOf(milestone, instrument)}</bdi>
            )}
          </span>
        </>
      )}
    </div>
  );
}

function fingerprintOf(milestone: Milestone, { agreed }: Instrument): string {
  if (agreed === undefined || milestone === "note") return "";
  return shortHex(agreed.digest.slice("sha256:".length));
}

function Force({
  instrument,
  status,
  state,
}: {
  readonly instrument: Instrument;
  readonly status: AccordDetail["status"];
  readonly state: string;
}): ReactNode {
  const stateName = useStateName();
  const rule = (instrument.agreed?.annex ?? instrument.draft?.annex?.value)?.entryIntoForce;
  const shown = status.dossier === undefined ? undefined : status;
  return (
    <div className="force">
      <span className="kicker">
        <Words id="accord.state" />
      </span>
      <b className="big">{stateName("accord", state)}</b>
      {shown?.inForceFromLocal === undefined ? null : (
        <div className="small">
          <Words id="accord.inForceFrom" />
          <BothClocks local={shown.inForceFromLocal} />
        </div>
      )}
      {rule === undefined ? null : (
        <p className="small">
          <RuleWords rule={rule.rule} />
        </p>
      )}
      {rule?.provisional === undefined || rule.provisional.length === 0 ? null : (
        <p className="small">
          <Words
            id="accord.provisional"
            values={{ articles: <bdi className="t">{rule.provisional.join(", ")}</bdi> }}
          />
        </p>
      )}
      {shown === undefined ? null : (
        <details className="small">
          <summary>
            <Words id="accord.explained" />
          </summary>
          <Foreign text={shown.explanation} lang="en" />
        </details>
      )}
    </div>
  );
}

/** The rule of entry into force, in a sentence. */
function RuleWords({ rule }: { readonly rule: Rule }): ReactNode {
  const say = useSay();
  const known = ["onSignature", "onSecondNote", "daysAfterSecondNote", "firstOfMonthAfterSecondNote", "onDate"];
  if (!known.includes(rule.kind)) return rule.kind;
  return say(`accord.rule.${rule.kind}`, { days: rule.days ?? 0, months: rule.months ?? 0, date: rule.date ?? "" });
}
