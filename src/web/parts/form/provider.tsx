// Gives the fields of a form what they need of it, in parts that change apart: of a form with hundreds of fields a
// letter typed in one draws that one anew, and what it stands in.

import { type ReactNode, useMemo } from "react";
import {
  EnvelopeProvider,
  FlawsContext,
  type FormAround,
  type FormFlaws,
  type FormStill,
  StillContext,
} from "./context.ts";
import type { Flaw } from "./value.ts";

const none: readonly Flaw[] = [];

export function FormProvider({ value, children }: { readonly value: FormAround; readonly children: ReactNode }) {
  const { procedure, offered, zones, languages, FieldView, refused, told, envelope } = value;
  const still = useMemo(
    (): FormStill => ({ procedure, offered, zones, languages, FieldView }),
    [procedure, offered, zones, languages, FieldView],
  );
  const flaws = told ? value.flaws : none;
  const { path, problem } = refused ?? {};
  const wrong = useMemo(
    (): FormFlaws => ({
      flaws,
      refused: path === undefined || problem === undefined ? undefined : { path, problem },
    }),
    [flaws, path, problem],
  );
  return (
    <StillContext value={still}>
      <FlawsContext value={wrong}>
        <EnvelopeProvider value={envelope}>{children}</EnvelopeProvider>
      </FlawsContext>
    </StillContext>
  );
}
