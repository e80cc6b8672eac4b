// What was said by telephone before there was time for a request: the emergency path.

import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useSay, Words } from "../language/index.ts";
import { PageHead, usePageTitle, usePlaces, useSides } from "../parts/index.ts";
import { SectionedForm } from "./sectioned-form.tsx";
import { useGroup } from "./use-step-field.ts";
import "./visits.css";

export function Page(): ReactNode {
  const say = useSay();
  const places = usePlaces();
  const navigate = useNavigate();
  const field = useGroup("openEmergency");
  const { labels } = useSides();
  const level = labels.levels[0]?.code ?? "";
  usePageTitle(say("visits.newEmergency"));
  return (
    <>
      <PageHead title={<Words id="visits.newEmergency" />} sub={<Words id="visits.newEmergency.sub" />} />
      <SectionedForm
        field={field}
        step="openEmergency"
        begin={{ level }}
        level={level}
        onMade={(act) => void navigate({ to: places.visit(act) })}
      />
    </>
  );
}
