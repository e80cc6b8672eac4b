// What every field of a form may need: whose procedure it belongs to, what is wrong and where, and what there is to
// choose from.

import { type ComponentType, createContext, useContext } from "react";
import { Fault } from "../../../base/index.ts";
import type { Envelope } from "../upload/envelope.ts";
import type { Entry } from "./entry.ts";
import type { Field, TextFormat } from "./field.ts";
import type { Flaw } from "./value.ts";

export interface Offer {
  readonly value: string;
  readonly text: string;
}

export interface FieldProps<Of extends Field = Field> {
  readonly field: Of;
  readonly entry: Entry | undefined;
  /** Where its value stands in the body. */
  readonly path: string;
  readonly name: string;
  readonly required: boolean;
  onChange(entry: Entry): void;
}

/** What a text of this format can name here; other values can be typed where `free` says so. */
export interface Offered {
  readonly offers: readonly Offer[];
  readonly free: boolean;
}

/** What stays as it is while a form is typed in: a field is drawn anew only when what it holds has changed. */
export interface FormStill {
  /** `visit` or `visit/1`: under which the fields have their names. */
  readonly procedure: string;
  offered(format: TextFormat): Offered | undefined;
  /** Zones whose clocks an instant can be typed on, the first one to begin with. */
  readonly zones: readonly Offer[];
  /** The languages of the accord, in the order in which texts are asked for. */
  readonly languages: readonly Offer[];
  /** Draws a field of any kind: fields stand in fields, and the files that draw them do not know each other. */
  readonly FieldView: ComponentType<FieldProps>;
}

/** What is wrong in the form. */
export interface FormFlaws {
  readonly flaws: readonly Flaw[];
  /** The node's own words where it refused the form at a path. */
  readonly refused: { readonly path: string; readonly problem: string } | undefined;
}

export interface FormAround extends FormStill, FormFlaws {
  /** Flaws are told once the officer has tried to send; before that an empty field is only empty. */
  readonly told: boolean;
  /** What documents are sealed for; absent where nobody can be named yet who may open them. */
  readonly envelope?: Envelope | undefined;
}

export const StillContext = createContext<FormStill | undefined>(undefined);
export const FlawsContext = createContext<FormFlaws>({ flaws: [], refused: undefined });
const EnvelopeContext = createContext<Envelope | undefined>(undefined);
export const EnvelopeProvider = EnvelopeContext.Provider;

export function useForm(): FormStill {
  const still = useContext(StillContext);
  if (still === undefined) throw new Fault("web.noForm", "A field stands outside a form.");
  return still;
}

export function useFormEnvelope(): Envelope | undefined {
  return useContext(EnvelopeContext);
}

/** What is to be said at a path: the flaw found here, or the node's. */
export function useFlaws(path: string): { readonly flaws: readonly Flaw[]; readonly problem: string | undefined } {
  const { flaws, refused } = useContext(FlawsContext);
  return {
    flaws: flaws.filter((flaw) => flaw.path === path),
    problem: refused?.path === path ? refused.problem : undefined,
  };
}
