// The list as a file: saved for a spreadsheet, and read back. What a file would write is shown before any act is made
// of it; rows that give none of the list are named by their number.

import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { Button } from "react-aria-components";
import type { DossierDetail, ReadInjectsTable } from "../../api/index.ts";
import { call, Refused, useAccordId } from "../api/index.ts";
import { useSay, Words } from "../language/index.ts";
import { ErrorOf, Icon, RefusalNote, Sheet, saveFile, Told, useMaking, useSides } from "../parts/index.ts";

export function InjectsFile({ detail }: { readonly detail: DossierDetail }): ReactNode {
  const accord = useAccordId();
  const { own } = useSides();
  const { dossier } = detail.row;
  const params = { accord, dossier };
  const saving = useMutation({
    mutationFn: async (form: "xlsx" | "csv") =>
      saveFile(
        `injects.${form}`,
        form === "csv" ? await call("injectsTableFile", { params }) : await call("injectsTableBook", { params }),
      ),
  });
  const writes = detail.actions.some((one) => one.side === own && one.step === "write");
  return (
    <Sheet title={<Words id="exercises.file" />}>
      <div className="sheet__body stack noprint">
        <div className="row row--wrap">
          {(["xlsx", "csv"] as const).map((form) => (
            <Button key={form} className="btn" isDisabled={saving.isPending} onPress={() => saving.mutate(form)}>
              <Icon name="download" />
              <span>
                <Words id={`exercises.file.save.${form}`} />
              </span>
            </Button>
          ))}
        </div>
        {saving.error ? <ErrorOf error={saving.error} again={() => saving.reset()} /> : null}
        {writes ? <Reading dossier={dossier} /> : <Words id="exercises.file.notNow" />}
      </div>
    </Sheet>
  );
}

function Reading({ dossier }: { readonly dossier: string }): ReactNode {
  const accord = useAccordId();
  const say = useSay();
  const making = useMaking({ procedure: "injects/1" });
  const [read, setRead] = useState<ReadInjectsTable | undefined>(undefined);
  const reading = useMutation({
    mutationFn: async (file: File) => call("readInjectsTable", { params: { accord, dossier }, bytes: file }),
    onSuccess: setRead,
  });
  const register = async (found: ReadInjectsTable): Promise<void> => {
    if (await making.make(found.writes.map((body) => ({ step: "write", dossier, body })))) setRead(undefined);
  };
  const error = reading.error ?? undefined;
  return (
    <>
      <label className="field">
        <span>{say("exercises.file.read")}</span>
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
  readonly read: ReadInjectsTable;
  readonly busy: boolean;
  readonly onRegister: () => void;
}

function Found({ read, busy, onRegister }: FoundProps): ReactNode {
  return (
    <div className="stack" role="status">
      <p>
        <Words id="exercises.file.found" values={{ rows: read.rows, same: read.same }} />
      </p>
      {read.flaws.map((flaw) => (
        <p key={`${flaw.row} ${flaw.column}`} className="note">
          <Words id="exercises.file.flaw" values={{ row: flaw.row, column: flaw.column }} />{" "}
          <Told text={flaw.problem} />
        </p>
      ))}
      {read.rows === 0 ? null : (
        <div className="row">
          <Button className="btn btn--primary" isDisabled={busy} onPress={onRegister}>
            <span>
              <Words id="exercises.file.write" values={{ count: read.rows }} />
            </span>
          </Button>
        </div>
      )}
    </div>
  );
}
