// The form of a step parted into what the generic form asks for and what these pages ask for in their own way: a text
// that is typed and sealed, documents of the dossier that are picked, the label they are lowered to, and what the page
// knows already.

import type { Field } from "../parts/form/index.ts";

type Group = Extract<Field, { readonly kind: "group" }>;
type Member = Group["members"][number];

export interface FormParts {
  /** For the generic form. */
  readonly rest: Group;
  /** Members that are one sealed document: typed as a text, or chosen as a file. */
  readonly typed: readonly Member[];
  /** The member that names documents of the dossier by digest. */
  readonly picked: Member | undefined;
  /** The member that is a label. */
  readonly label: Member | undefined;
}

/** `fixed`: members that the page itself says. */
export function partsOfForm(field: Field, fixed: ReadonlySet<string>): FormParts {
  const members = field.kind === "group" ? field.members.filter(({ name }) => !fixed.has(name)) : [];
  const typed = members.filter((member) => member.field.kind === "document");
  const picked = members.find(isPick);
  const label = members.find(isLabel);
  const rest = members.filter((member) => !typed.includes(member) && member !== picked && member !== label);
  return { rest: { kind: "group", members: rest }, typed, picked, label };
}

function isPick({ field }: Member): boolean {
  return field.kind === "list" && field.item.kind === "text" && field.item.format === "digest";
}

function isLabel({ name, field }: Member): boolean {
  return name === "label" && field.kind === "group" && field.members.some((one) => one.name === "classification");
}
