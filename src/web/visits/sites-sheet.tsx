// The sites of the version under way, one by one: which office looks into it, what was decided with which limits, what
// was approved before, how many have passed the gate.

import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import type { DossierDetail } from "../../api/index.ts";
import { useSay, Words } from "../language/index.ts";
import { Empty, Sheet, Told, useFunctionName, useLevelName, useSides } from "../parts/index.ts";
import type { Opened } from "./opened.ts";
import { type Decision, type Limits, own as ownOf, type SiteShown, type VisitShown } from "./visit-data.ts";
import { Days, SiteMark } from "./visit-table.tsx";

interface SitesSheetProps {
  readonly detail: DossierDetail;
  readonly data: VisitShown;
  readonly onOpen: (opened: Opened) => void;
}

export function SitesSheet({ detail, data, onOpen }: SitesSheetProps): ReactNode {
  const { own } = useSides();
  const sites = data.current?.sites ?? [];
  const may = (step: string): boolean => detail.actions.some((one) => one.step === step && one.side === own);
  return (
    <Sheet
      title={<Words id="visits.sites" />}
      aside={
        <span className="small muted">
          <Words id="visits.sites.count" values={{ count: sites.length }} />
        </span>
      }
    >
      {sites.length === 0 ? <Empty title={<Words id="visits.sites.none" />} /> : null}
      {sites.map((site) => (
        <Site key={site.code} site={site} data={data} may={may} onOpen={onOpen} />
      ))}
      <Withdrawn data={data} />
    </Sheet>
  );
}

interface SiteProps {
  readonly site: SiteShown;
  readonly data: VisitShown;
  readonly may: (step: string) => boolean;
  readonly onOpen: (opened: Opened) => void;
}

function Site({ site, data, may, onOpen }: SiteProps): ReactNode {
  const { code } = site;
  const decision = ownOf(data.decisions, code);
  const approval = ownOf(data.approvals, code);
  const office = ownOf(data.offices, code);
  const passages = ownOf(data.gate.sites, code);
  return (
    <article className="task">
      <h3>
        <Told text={site.name} />
      </h3>
      <div className="meta">
        <SiteMark decision={decision?.decision} approved={approval !== undefined} />
        {office === undefined ? null : <Told text={office} />}
        {site.contact === undefined ? null : <Told text={site.contact} />}
        {approval?.gate === undefined ? null : (
          <span>
            <Words id="visits.site.gate" values={{ gate: <Told text={approval.gate} /> }} />
          </span>
        )}
        {passages === undefined ? null : (
          <span>
            <Words id="visits.site.passages" values={{ entries: passages.entries, exits: passages.exits }} />
          </span>
        )}
        {decision ? <DecisionWords decision={decision} /> : null}
        {decision === undefined && approval?.limits ? <LimitsWords limits={approval.limits} /> : null}
      </div>
      <div className="act">
        {may("decideSite") ? (
          <Button
            className={decision ? "btn" : "btn btn--primary"}
            onPress={() => onOpen({ step: "decideSite", known: { site: code } })}
          >
            <Words id={decision ? "visits.site.decideAgain" : "visits.site.decide"} />
          </Button>
        ) : null}
        {may("decideDeferred") && decision?.decision === "deferred" ? (
          <Button className="btn" onPress={() => onOpen({ step: "decideDeferred", known: { site: code } })}>
            <Words id="visits.site.decide" />
          </Button>
        ) : null}
        {may("logGate") && approval ? (
          <Button className="btn" onPress={() => onOpen({ step: "logGate", known: { site: code } })}>
            <Words id="visits.site.log" />
          </Button>
        ) : null}
        {may("withdrawApproval") && approval ? (
          <Button
            className="btn btn--quiet"
            onPress={() => onOpen({ step: "withdrawApproval", known: { sites: [code] } })}
          >
            <Words id="visits.site.withdraw" />
          </Button>
        ) : null}
      </div>
    </article>
  );
}

function DecisionWords({ decision }: { readonly decision: Decision }): ReactNode {
  const functionName = useFunctionName();
  return (
    <>
      {decision.reason === undefined ? null : <Told text={decision.reason} />}
      {decision.limits ? <LimitsWords limits={decision.limits} /> : null}
      <span>{functionName(decision.by.function)}</span>
    </>
  );
}

function LimitsWords({ limits }: { readonly limits: Limits }): ReactNode {
  const say = useSay();
  const level = useLevelName();
  return (
    <>
      {limits.escorted === true ? <span>{say("visits.limit.escorted")}</span> : null}
      {limits.visitors ? (
        <span>
          <Words
            id="visits.limit.visitors"
            values={{ numbers: <bdi className="t">{limits.visitors.join(", ")}</bdi> }}
          />
        </span>
      ) : null}
      {limits.from === undefined && limits.until === undefined ? null : (
        <Days from={limits.from ?? limits.until} until={limits.until} />
      )}
      {limits.level === undefined ? null : <span>{say("visits.limit.level", { level: level(limits.level) })}</span>}
      {limits.note === undefined ? null : <Told text={limits.note} />}
    </>
  );
}

function Withdrawn({ data }: { readonly data: VisitShown }): ReactNode {
  if (data.withdrawn.length === 0) return null;
  return (
    <div className="sheet__body soft">
      <p>
        <Words id="visits.withdrawn" values={{ count: data.withdrawn.length }} />
      </p>
      <ul>
        {data.withdrawn.map((one) => (
          <li key={`${one.site} ${one.at}`}>
            <Told text={one.site} />: <Told text={one.reason} />
          </li>
        ))}
      </ul>
    </div>
  );
}
