// The form of a step of the visit's procedure, as the node tells it.

import { useMemo } from "react";
import { Fault } from "../../base/index.ts";
import { useAccordId, useAsk } from "../api/index.ts";
import type { Field, GroupField } from "../parts/form/field.ts";
import { fieldOf } from "../parts/form/index.ts";

/** Undefined for a step that the procedure does not have: an address typed wrong. */
export function useStepField(step: string): { readonly field: Field; readonly grave: boolean } | undefined {
  const accord = useAccordId();
  const { steps } = useAsk("procedure", { params: { accord, procedure: "visit" } });
  const declared = steps.find((one) => one.name === step);
  return useMemo(() => declared && { field: fieldOf(declared.form), grave: declared.grave }, [declared]);
}

/** The form of a step whose body is an object, as all that are written in sections are. */
export function useGroup(step: string): GroupField {
  const found = useStepField(step)?.field;
  if (found?.kind === "group") return found;
  throw new Fault("web.unreadForm", `${step} is no form that can be written in sections.`);
}
