// One end of a channel: the side's service, and the office and function where it is reached. Never a person.

import type { ReactNode } from "react";
import type { Directory } from "../../api/index.ts";
import { useSay, Words } from "../language/index.ts";
import { Edge, useFieldName, useFunctionName, useIn, Who } from "../parts/index.ts";
import type { ChannelEntry } from "./channel-entry.ts";
import { servicesFor } from "./channel-offers.ts";

interface EndFieldsProps {
  readonly party: string;
  readonly entry: ChannelEntry;
  readonly directory: Directory | undefined;
  readonly told: boolean;
  set(part: Partial<ChannelEntry>): void;
}

export function EndFields(props: EndFieldsProps): ReactNode {
  const { party, entry, directory, set } = props;
  const services = servicesFor(directory, party);
  const service = services.find((one) => one.service === entry.services[party]);
  const read = useIn();
  const functionName = useFunctionName();
  const put = (member: "services" | "offices" | "functions" | "phones", value: string): void =>
    set({ [member]: { ...entry[member], [party]: value } });
  return (
    <Edge party={party}>
      <fieldset className="end">
        <legend>
          <Who party={party} />
        </legend>
        <div className="members">
          <Choice
            {...props}
            name="service"
            value={entry.services[party] ?? ""}
            options={services.map((one) => ({ value: one.service, text: read(one.names) }))}
            put={(value) => put("services", value)}
          />
          <Line {...props} name="office" value={entry.offices[party] ?? ""} put={(value) => put("offices", value)} />
          <Choice
            {...props}
            name="function"
            value={entry.functions[party] ?? ""}
            options={(service?.functions ?? []).map((one) => ({
              value: one.function,
              text: read(one.names) || functionName(one.function),
            }))}
            put={(value) => put("functions", value)}
          />
          <Line {...props} name="phone" value={entry.phones[party] ?? ""} put={(value) => put("phones", value)} />
        </div>
      </fieldset>
    </Edge>
  );
}

interface ControlProps {
  readonly name: "service" | "office" | "function" | "phone";
  readonly value: string;
  readonly told: boolean;
  put(value: string): void;
}

interface ChoiceProps extends ControlProps {
  readonly options: readonly { readonly value: string; readonly text: string }[];
}

function Choice({ name, value, options, told, put }: ChoiceProps): ReactNode {
  const say = useSay();
  return (
    <label className="field">
      <span className="field__name">
        <Words id={`channels.end.${name}`} />
      </span>
      <select
        className="input"
        value={value}
        aria-invalid={told && value === ""}
        onChange={(event) => put(event.target.value)}
      >
        <option value="">{say("parts.form.none")}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </label>
  );
}

function Line({ name, value, told, put }: ControlProps): ReactNode {
  const fieldName = useFieldName();
  const phone = name === "phone";
  return (
    <label className="field">
      <span className="field__name">
        {fieldName("channel", name)} {phone ? <Words id="parts.form.optional" /> : null}
      </span>
      <input
        className="input"
        type={phone ? "tel" : "text"}
        dir={phone ? "ltr" : "auto"}
        maxLength={phone ? 22 : 200}
        value={value}
        autoComplete="off"
        aria-invalid={told && !phone && value.trim() === ""}
        onChange={(event) => put(event.target.value)}
      />
    </label>
  );
}
