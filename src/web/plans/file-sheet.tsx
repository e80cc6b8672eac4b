// The table as a file: saved for a spreadsheet, and read back. What a file would change is shown before any act is made
// of it; rows that give no line are named by their number.

import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { Button } from "react-aria-components";
import type { PlanTable, ReadPlanTable } from "../../api/index.ts";
import { call, Refused, useAccordId } from "../api/index.ts";
import { useSay, Words } from "../language/index.ts";
import { ErrorOf, Icon, RefusalNote, Sheet, saveFile, Told, useMaking } from "../parts/index.ts";

export function FileSheet({ table }: { readonly table: PlanTable }): ReactNode {
  const accord = useAccordId();
  const { dossier, state } = table.row;
  const params = { accord, dossier };
  const saving = useMutation({
    mutationFn: async (form: "xlsx" | "csv") =>
      saveFile(
        `plan-${table.year}.${form}`,
        form === "csv" ? await call("planTableFile", { params }) : await call("planTableBook", { params }),
      ),
  });
  const drafting = state === "proposing" || state === "harmonising";
  return (
    <Sheet title={<Words id="plans.file" />}>
      <div className="sheet__body stack noprint">
        <div className="row row--wrap">
          {(["xlsx", "csv"] as const).map((form) => (
            <Button key={form} className="btn" isDisabled={saving.isPending} onPress={() => saving.mutate(form)}>
              <Icon name="download" />
              <span>
                <Words id={`plans.file.save.${form}`} />
              </span>
            </Button>
          ))}
        </div>
        {saving.error ? <ErrorOf error={saving.error} again={() => saving.reset()} /> : null}
        {drafting ? <Reading dossier={dossier} /> : <Words id="plans.file.notNow" />}
      </div>
    </Sheet>
  );
}

function Reading({ dossier }: { readonly dossier: string }): ReactNode {
  const accord = useAccordId();
  const say = useSay();
  const making = useMaking({ procedure: "plan/1" });
  const [read, setRead] = useState<ReadPlanTable | undefined>(undefined);
  const reading = useMutation({
    mutationFn: async (file: File) => call("readPlanTable", { params: { accord, dossier }, bytes: file }),
    onSuccess: setRead,
  });
  const register = async (found: ReadPlanTable): Promise<void> => {
    const proposals = found.proposals.map((body) => ({ step: "proposeLines", dossier, body }));
    const changes = found.changes.map((body) => ({ step: "changeLine", dossier, body }));
    if (await making.make([...proposals, ...changes])) setRead(undefined);
  };
  const error = reading.error ?? undefined;
  return (
    <>
      <label className="field">
        <span>{say("plans.file.read")}</span>
        <input
          className="input"
          type="file"
          accept=".xlsx,.csv,text/csv"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            making.forget();
            setRead(undefined);
            if (file) reading.mutate(file);
          }}
        />
      </label>
      {error instanceof Refused ? <RefusalNote refusal={error.refusal} /> : null}
      {error === undefined || error instanceof Refused ? null : <ErrorOf error={error} again={() => reading.reset()} />}
      {read ? <Found read={read} busy={making.busy} onRegister={() => void register(read)} /> : null}
      {making.refusal ? <RefusalNote refusal={making.refusal} /> : null}
      {making.error === undefined ? null : <ErrorOf error={making.error} again={making.forget} />}
    </>
  );
}

interface FoundProps {
  readonly read: ReadPlanTable;
  readonly busy: boolean;
  readonly onRegister: () => void;
}

function Found({ read, busy, onRegister }: FoundProps): ReactNode {
  const added = read.proposals.reduce((sum, one) => sum + one.lines.length, 0);
  return (
    <div className="stack" role="status">
      <p>
        <Words id="plans.file.found" values={{ added, changed: read.changes.length, same: read.same }} />
      </p>
      {read.flaws.map((flaw) => (
        <p key={`${flaw.row} ${flaw.column}`} className="note">
          <Words id="plans.file.flaw" values={{ row: flaw.row, column: flaw.column }} /> <Told text={flaw.problem} />
        </p>
      ))}
      {added + read.changes.length > 0 ? (
        <div className="row">
          <Button className="btn btn--primary" isDisabled={busy} onPress={onRegister}>
            <span>
              <Words id="plans.file.propose" values={{ count: added + read.changes.length }} />
            </span>
          </Button>
        </div>
      ) : null}
    </div>
  );
}
