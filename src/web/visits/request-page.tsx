// A new request for visit, every field of the standard form.

import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useAsk } from "../api/index.ts";
import { useSay, Words } from "../language/index.ts";
import { PageHead, useOwnClock, usePageTitle, usePlaces, useSides } from "../parts/index.ts";
import { SectionedForm } from "./sectioned-form.tsx";
import { useGroup } from "./use-step-field.ts";
import "./visits.css";

export function Page(): ReactNode {
  const say = useSay();
  const places = usePlaces();
  const navigate = useNavigate();
  const field = useGroup("draft");
  const { labels } = useSides();
  const level = labels.levels[0]?.code ?? "";
  const clock = useOwnClock();
  const today = new Date(clock(useAsk("node").clock.now).at).toISOString().slice(0, 10);
  usePageTitle(say("visits.new"));
  return (
    <>
      <PageHead title={<Words id="visits.new" />} sub={<Words id="visits.new.sub" />} />
      <SectionedForm
        field={field}
        step="draft"
        begin={{ type: "one-time", date: today, level, retentionMonths: 24 }}
        level={level}
        onMade={(act) => void navigate({ to: places.visit(act) })}
      />
    </>
  );
}
