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

export interface FormAround {
  /** `visit` or `visit/1`: under which the fields have their names. */
  readonly procedure: string;
  readonly flaws: readonly Flaw[];
  /** Flaws are told once the officer has tried to send; before that an empty field is only empty. */
  readonly told: boolean;
  /** The node's own words where it refused the form at a path. */
  readonly refused: { readonly path: string; readonly problem: string } | undefined;
  offered(format: TextFormat): Offered | undefined;
  /** Zones whose clocks an instant can be typed on, the first one to begin with. */
  readonly zones: readonly Offer[];
  /** The languages of the accord, in the order in which texts are asked for. */
  readonly languages: readonly Offer[];
  /** What documents are sealed for; absent where nobody can be named yet who may open them. */
  readonly envelope?: Envelope | undefined;
  /** Draws a field of any kind: fields stand in fields, and the files that draw them do not know each other. */
  readonly FieldView: ComponentType<FieldProps>;
}

const Context = createContext<FormAround | undefined>(undefined);

export const FormProvider = Context.Provider;

export function useForm(): FormAround {
  const around = useContext(Context);
  if (around === undefined) throw new Fault("web.noForm", "A field stands outside a form.");
  return around;
}

/** What is to be said at a path: the flaw found here, or the node's. */
export function useFlaws(path: string): { readonly flaws: readonly Flaw[]; readonly problem: string | undefined } {
  const { flaws, told, refused } = useForm();
  return {
    flaws: told ? flaws.filter((flaw) => flaw.path === path) : [],
    problem: refused?.path === path ? refused.problem : undefined,
  };
}
