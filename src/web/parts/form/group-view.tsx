// A group of fields under its name: fields in fields.

import type { ReactNode } from "react";
import { Words } from "../../language/index.ts";
import { type FieldProps, useForm } from "./context.ts";
import { memberIn, withMember } from "./entry.ts";
import type { GroupField } from "./field.ts";
import { useMemberName } from "./names.ts";
import { under } from "./value.ts";

/** Without a name, the fields alone. */
export function GroupView({ field, name, required, ...rest }: FieldProps<GroupField>): ReactNode {
  if (name === "") return <Members field={field} {...rest} />;
  return (
    <fieldset className="group" data-path={rest.path}>
      <legend>
        {name}
        {required ? null : (
          <span className="muted">
            {" "}
            <Words id="parts.form.optional" />
          </span>
        )}
      </legend>
      <Members field={field} {...rest} />
    </fieldset>
  );
}

interface MembersProps extends Omit<FieldProps<GroupField>, "name" | "required"> {
  /** The member that something else already asks for. */
  readonly without?: string | undefined;
}

export function Members({ field, entry, path, onChange, without }: MembersProps): ReactNode {
  const memberName = useMemberName();
  const { FieldView } = useForm();
  return (
    <div className="members">
      {field.members
        .filter((member) => member.name !== without)
        .map((member) => (
          <FieldView
            key={member.name}
            field={member.field}
            entry={memberIn(entry, member.name)}
            path={under(path, member.name)}
            name={memberName(member.name)}
            required={member.required}
            onChange={(next) => onChange(withMember(entry, { name: member.name, entry: next }))}
          />
        ))}
    </div>
  );
}
