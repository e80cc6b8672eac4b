// One visitor typed in with the personal data: judged by the same rules as a line of a file, and like it leaving only a
// digest behind.

import { type ReactNode, useState } from "react";
import { Button, Input, Label, TextField } from "react-aria-components";
import { Words } from "../language/index.ts";
import { TaskDialog, Told, useLevelName, useSides } from "../parts/index.ts";
import { writeCsv } from "./csv.ts";
import { type Column, openColumns, personalColumns } from "./visitor-columns.ts";
import { type ReadVisitor, type VisitorFlaw, visitorsFrom } from "./visitors.ts";

interface VisitorByHandProps {
  readonly taken: ReadonlySet<number>;
  readonly onVisitor: (visitor: ReadVisitor) => void;
  readonly onClose: () => void;
}

/** The number is given by itself, and the digest is what this form makes. */
const typed = [...openColumns, ...personalColumns].filter((one) => one !== "number" && one !== "details");

const types: Readonly<Partial<Record<Column, string>>> = { clearedUntil: "date", birthDate: "date" };

export function VisitorByHand({ taken, onVisitor, onClose }: VisitorByHandProps): ReactNode {
  const [values, setValues] = useState<Readonly<Partial<Record<Column, string>>>>({});
  const [flaws, setFlaws] = useState<readonly VisitorFlaw[]>([]);
  const { labels } = useSides();
  const keep = (): void => {
    const text = writeCsv([[...typed], typed.map((one) => values[one] ?? "")]);
    const levels = Object.fromEntries(labels.levels.map(({ code }) => [code, code]));
    const read = visitorsFrom({ bytes: new TextEncoder().encode(text), levels, taken });
    const [visitor] = read.visitors;
    setFlaws(read.flaws);
    if (read.flaws.length > 0 || !visitor) return;
    onVisitor(visitor);
    onClose();
  };
  return (
    <TaskDialog
      isOpen
      onClose={onClose}
      wide
      title={<Words id="visits.hand" />}
      actions={
        <>
          <Button className="btn btn--primary" onPress={keep}>
            <Words id="visits.hand.add" />
          </Button>
          <Button className="btn" onPress={onClose}>
            <Words id="visits.step.back" />
          </Button>
        </>
      }
    >
      <div className="by-hand">
        {typed.map((column) => (
          <ColumnField
            key={column}
            column={column}
            value={values[column] ?? ""}
            flaw={flaws.find((one) => one.column === column)}
            onChange={(value) => setValues({ ...values, [column]: value })}
          />
        ))}
      </div>
      {flaws.some((one) => one.problem === "noDetails") ? (
        <p className="note" role="alert">
          <Words id="visits.file.flaw.noDetails" />
        </p>
      ) : null}
      <p className="soft small">
        <Words id="visits.visitors.personal" />
      </p>
    </TaskDialog>
  );
}

interface ColumnFieldProps {
  readonly column: (typeof typed)[number];
  readonly value: string;
  readonly flaw: VisitorFlaw | undefined;
  readonly onChange: (value: string) => void;
}

function ColumnField({ column, value, flaw, onChange }: ColumnFieldProps): ReactNode {
  const { labels } = useSides();
  const levelName = useLevelName();
  if (column === "clearance") {
    return (
      <label className="field">
        <span>
          <Words id="visits.hand.clearance" />
        </span>
        <select className="input" value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">—</option>
          {labels.levels.map(({ code }) => (
            <option key={code} value={code}>
              {levelName(code)}
            </option>
          ))}
        </select>
        {flaw ? <Flaw flaw={flaw} /> : null}
      </label>
    );
  }
  return (
    <TextField
      className="field"
      type={types[column] ?? "text"}
      value={value}
      isInvalid={flaw !== undefined}
      onChange={onChange}
    >
      <Label>
        <Words id={`visits.hand.${column}`} />
      </Label>
      <Input className="input" />
      {flaw ? <Flaw flaw={flaw} /> : null}
    </TextField>
  );
}

function Flaw({ flaw }: { readonly flaw: VisitorFlaw }): ReactNode {
  return (
    <p className="flaw">
      <Words id={`visits.file.flaw.${flaw.problem}`} values={{ got: <Told text={flaw.got} /> }} />
    </p>
  );
}
