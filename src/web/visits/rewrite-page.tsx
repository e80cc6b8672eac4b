// A request written again: a draft replaced, a returned one corrected, an emergency written up, an approved visit
// amended. Which of them stands in the address; it begins with what stands in the dossier.

import { useNavigate, useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { JsonValue } from "../../seal/index.ts";
import { useAccordId, useAsk } from "../api/index.ts";
import { useSay } from "../language/index.ts";
import {
  Empty,
  PageHead,
  Told,
  useAddressText,
  usePageTitle,
  usePlaces,
  useSides,
  useStepName,
} from "../parts/index.ts";
import { dossierIn } from "./dossier-in.ts";
import { SectionedForm } from "./sectioned-form.tsx";
import { sectionsOf } from "./sections.ts";
import { useGroup } from "./use-step-field.ts";
import { parseVisit, type VisitShown } from "./visit-data.ts";
import "./visits.css";

export function Page(): ReactNode {
  const params: unknown = useParams({ strict: false });
  const dossier = dossierIn(params);
  const accord = useAccordId();
  const detail = useAsk("dossier", { params: { accord, dossier } });
  const { own } = useSides();
  const say = useSay();
  const asked = useAddressText("step").value;
  const open = detail.actions.filter((one) => one.side === own && Object.hasOwn(sectionsOf, one.step));
  const step = open.find((one) => one.step === asked)?.step ?? open[0]?.step;
  if (step === undefined) {
    return (
      <>
        <PageHead title={<Told text={detail.row.title} />} />
        <Empty title={say("visits.rewrite.none")} />
      </>
    );
  }
  return <Rewrite key={step} dossier={dossier} step={step} data={parseVisit(detail.data)} />;
}

interface RewriteProps {
  readonly dossier: string;
  readonly step: string;
  readonly data: VisitShown;
}

function Rewrite({ dossier, step, data }: RewriteProps): ReactNode {
  const stepName = useStepName();
  const places = usePlaces();
  const navigate = useNavigate();
  const { labels } = useSides();
  const field = useGroup(step);
  const title = stepName("visit", step);
  const amends = step.endsWith("Amendment") ? (data.request?.type ?? "emergency") : undefined;
  usePageTitle(title);
  return (
    <>
      <PageHead title={title} kicker={<Told text={data.request?.reference ?? ""} />} />
      <SectionedForm
        field={field}
        step={step}
        dossier={dossier}
        begin={beginOf(data, amends !== undefined)}
        amends={amends}
        level={labels.levels[0]?.code ?? ""}
        onMade={() => void navigate({ to: places.visit(dossier) })}
      />
    </>
  );
}

/**
 * A request begins as it stands; what was said by telephone is its beginning; a change begins with the level it has.
 */
function beginOf(data: VisitShown, amending: boolean): JsonValue | undefined {
  const { request, current, emergency } = data;
  if (amending) return current && { level: current.level, effectiveFrom: current.from };
  const whole: unknown = request ?? (emergency && current ? { ...saidOf(current), type: "emergency" } : undefined);
  return whole === undefined ? undefined : parseJson(whole);
}

function saidOf({ from, until, level, sites, visitors }: NonNullable<VisitShown["current"]>) {
  return { from, until, level, sites, visitors };
}

/** What came as JSON is JSON still. */
function parseJson(value: unknown): JsonValue {
  return JSON.parse(JSON.stringify(value)) as JsonValue;
}
