// The lead time before a request is sent: the instant by which the host asks to have it, on both clocks, and whether it
// can still be kept. The node says so; nothing is reckoned here.

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { queryOf, useAccordId } from "../api/index.ts";
import { Words } from "../language/index.ts";
import { BothClocks, ErrorOf, Icon, useLevelName, usePartyName, useSides } from "../parts/index.ts";

export interface LeadTimeQuestion {
  /** ISO date; anything else is not asked about yet. */
  readonly from: string;
  readonly type: string;
  readonly level: string;
  /** For an amendment: the type of the request it changes. */
  readonly amends?: string | undefined;
}

const types: ReadonlySet<string> = new Set(["one-time", "recurring", "emergency", "amendment"]);

export function LeadTimeNote({ question }: { readonly question: LeadTimeQuestion }): ReactNode {
  const accord = useAccordId();
  const { from, type, level, amends } = question;
  const whole = /^\d{4}-\d{2}-\d{2}$/.test(from) && types.has(type) && level !== "";
  const asked = useQuery({
    ...queryOf("visitLeadTime", {
      params: { accord },
      query: { from, type, level, ...(amends === undefined ? {} : { amends }) },
    }),
    enabled: whole,
  });
  if (!whole) {
    return (
      <p className="soft lead">
        <Words id="visits.lead.incomplete" />
      </p>
    );
  }
  if (asked.error) return <ErrorOf error={asked.error} again={() => void asked.refetch()} />;
  if (!asked.data) return null;
  return <Answer answer={asked.data} />;
}

interface AnswerProps {
  readonly answer: {
    readonly host: string;
    readonly rule?: { readonly workingDays: number; readonly level?: string | undefined } | undefined;
    readonly before?: string | undefined;
    readonly beforeLocal?: Readonly<Record<string, string>> | undefined;
    readonly late: boolean;
    readonly workingDaysLeft?: Readonly<Record<string, number>> | undefined;
  };
}

function Answer({ answer }: AnswerProps): ReactNode {
  const party = usePartyName();
  const levelName = useLevelName();
  const { own } = useSides();
  const { host, rule, beforeLocal, late, workingDaysLeft } = answer;
  if (!rule || !beforeLocal) {
    return (
      <p className="soft lead">
        <Words id="visits.lead.none" values={{ host: party(host) }} />
      </p>
    );
  }
  const left = workingDaysLeft?.[own] ?? 0;
  return (
    <div className={late ? "note lead" : "lead lead--kept"} role="status">
      <p>
        {late ? <Icon name="warning" /> : null}{" "}
        <b>
          <Words id={late ? "visits.lead.late" : "visits.lead.before"} />
        </b>
      </p>
      <BothClocks local={beforeLocal} />
      <p className="small">
        <Words
          id={rule.level === undefined ? "visits.lead.rule" : "visits.lead.ruleForLevel"}
          values={{ host: party(host), count: rule.workingDays, level: levelName(rule.level ?? "") }}
        />
      </p>
      <p className="small">
        {late ? <Words id="visits.lead.lateHint" /> : <Words id="visits.lead.left" values={{ count: left }} />}
      </p>
    </div>
  );
}
