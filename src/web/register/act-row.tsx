// One act in the list: its number and side, what it is and in which dossier, and how far it has come.

import type { ReactNode } from "react";
import type { Listed, ListedAct } from "../../api/index.ts";
import { Words } from "../language/index.ts";
import { DossierTitle, Num, useFunctionName, useProcedureName, useStepName, When, Who } from "../parts/index.ts";
import { LevelMark, ProofLadder } from "../parts/proof/index.ts";

interface ActRowProps {
  readonly row: number;
  readonly item: Listed | undefined;
  readonly selected: string;
  onSelect(act: string): void;
}

export function ActRow({ row, item, selected, onSelect }: ActRowProps): ReactNode {
  const chosen = item?.kind === "act" && item.id === selected;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of a table that is drawn in part.
    // biome-ignore lint/a11y/useFocusableInteractive: the button in it is what is operated.
    <div className="acts__row" role="row" aria-rowindex={row + 2} aria-selected={chosen}>
      {item === undefined ? <Waiting /> : <Cells item={item} onSelect={onSelect} />}
    </div>
  );
}

function Waiting(): ReactNode {
  return (
    <Cell name="act">
      <span className="loading__bar loading__bar--2" />
    </Cell>
  );
}

function Cell({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactNode {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a cell of a table that is drawn in part.
    <div className={`acts__${name}`} role="cell">
      {children}
    </div>
  );
}

function Cells({ item, onSelect }: { readonly item: Listed; onSelect(act: string): void }): ReactNode {
  return (
    <>
      <Cell name="number">
        <Num>{item.index}</Num>
      </Cell>
      <Cell name="party">
        <Who party={item.party} />
      </Cell>
      {item.kind === "act" ? (
        <ActCells item={item} onSelect={onSelect} />
      ) : (
        <Cell name="act">
          <span className="muted">
            <Words id={`register.${item.kind}`} />
          </span>
        </Cell>
      )}
    </>
  );
}

function ActCells({ item, onSelect }: { readonly item: ListedAct; onSelect(act: string): void }): ReactNode {
  const stepName = useStepName();
  const procedureName = useProcedureName();
  const functionName = useFunctionName();
  const { outcome } = item;
  return (
    <>
      <Cell name="act">
        <button type="button" className="acts__name" onClick={() => onSelect(item.id)}>
          {stepName(item.procedure, item.step)}
        </button>
        {outcome.kind === "effective" ? null : (
          <span className="chip chip--warn">
            <Words id={`register.outcome.${outcome.kind}`} />
          </span>
        )}
        <p title={functionName(item.function)}>
          {procedureName(item.procedure)}
          {item.title === "" ? null : " · "}
          <DossierTitle row={item} />
        </p>
      </Cell>
      <Cell name="article">
        <bdi className="t">{item.articles.join(", ")}</bdi>
      </Cell>
      <Cell name="date">
        <When local={item.local} />
      </Cell>
      <Cell name="proof">
        <ProofLadder act={item} />
      </Cell>
      <Cell name="label">
        <LevelMark label={item.label} />
      </Cell>
    </>
  );
}
