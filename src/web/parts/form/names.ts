// The names of a form's members and options, as the procedure's terms give them.

import { useName } from "../../language/index.ts";
import { useFieldName } from "../names.ts";
import { useForm } from "./context.ts";

export function useMemberName(): (member: string) => string {
  const { procedure } = useForm();
  const name = useFieldName();
  return (member) => name(procedure, member);
}

/** `option.visit.oneTime`: what one chooses among. */
export function useOptionName(): (option: string) => string {
  const { procedure } = useForm();
  const name = useName();
  return (option) => name(`option.${procedure.split("/")[0]}.${option}`);
}
