// The acts of the dossier, of both registers in one list, the latest first: each with its side, its number there, and
// how far it has come. An act without effect says why.

import type { ReactNode } from "react";
import type { DossierDetail } from "../../api/index.ts";
import { useChanges } from "../api/index.ts";
import { Words } from "../language/index.ts";
import { Num, Sheet, useFunctionName, useStepName, When, Who } from "../parts/index.ts";
import { OutcomeNote, ProofLadder } from "../parts/proof/index.ts";

interface ActsProps {
  readonly detail: DossierDetail;
  readonly selected: string;
  onSelect(act: string): void;
}

type Act = DossierDetail["acts"][number];

export function Acts({ detail, selected, onSelect }: ActsProps): ReactNode {
  const acts = [...detail.acts].reverse();
  return (
    <Sheet title={<Words id="dossier.acts" values={{ count: detail.row.acts }} />}>
      <div className="scroll">
        <table className="tbl">
          <thead>
            <tr>
              {["number", "party", "act", "date", "proof"].map((column) => (
                <th key={column} scope="col" className={column === "number" ? "n" : undefined}>
                  <Words id={`dossier.column.${column}`} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {acts.map((act) => (
              <ActRow key={act.id} act={act} selected={act.id === selected} onSelect={onSelect} />
            ))}
          </tbody>
        </table>
      </div>
      {acts.length < detail.row.acts ? (
        <p className="sheet__body small muted">
          <Words id="dossier.acts.latest" values={{ count: acts.length }} />
        </p>
      ) : null}
    </Sheet>
  );
}

interface ActRowProps {
  readonly act: Act;
  readonly selected: boolean;
  onSelect(act: string): void;
}

function ActRow({ act, selected, onSelect }: ActRowProps): ReactNode {
  const stepName = useStepName();
  const functionName = useFunctionName();
  const isNew = useChanges().some((change) => change.act === act.id);
  return (
    <>
      <tr aria-selected={selected} className={act.outcome.kind === "effective" ? undefined : "tr--idle"}>
        <td className="n">
          <Num>{act.index}</Num>
        </td>
        <td>
          <Who party={act.party} />
        </td>
        <td>
          <button type="button" className="acts__open" onClick={() => onSelect(act.id)}>
            {stepName(act.procedure, act.step)}
          </button>
          {isNew ? (
            <span className="chip chip--warn">
              <Words id="parts.changed" />
            </span>
          ) : null}
          {act.outcome.kind === "effective" ? null : (
            <span className="chip">
              <Words id={`dossier.outcome.${act.outcome.kind}`} />
            </span>
          )}
          <p>{functionName(act.function)}</p>
        </td>
        <td className="nowrap">
          <When local={act.local} />
        </td>
        <td>
          <ProofLadder act={act} />
        </td>
      </tr>
      {act.outcome.kind === "effective" ? null : (
        <tr>
          <td />
          <td colSpan={4}>
            <OutcomeNote outcome={act.outcome} />
          </td>
        </tr>
      )}
    </>
  );
}
