// Forms from the schemas of steps.

export type { FieldProps, FormAround, Offer, Offered } from "./context.ts";
export { blankOf, type Entry, entryOf } from "./entry.ts";
export type { Field } from "./field.ts";
export { Form, type FormProps } from "./form.tsx";
export { type Kept, useKept } from "./kept.ts";
export { LabelPicker } from "./label-picker.tsx";
export { useOffers } from "./offers.ts";
export { fieldOf } from "./schema.ts";
export { bodyOf, type Flaw, type Read } from "./value.ts";
