// Visitors from a spreadsheet: chosen, read here, its flaws told by line and column; taken over only when there are
// none. Personal data leave this page as the digest of a document, which is given to the officer to send sealed.

import { type ReactNode, useId, useState } from "react";
import { Button } from "react-aria-components";
import { useSay, Words } from "../language/index.ts";
import { Num, saveFile, Told, useSides } from "../parts/index.ts";
import { writeCsv } from "./csv.ts";
import { browserMachine, type DetailsDocument, type Sealed, withoutPersonal } from "./personal.ts";
import { VisitorByHand } from "./visitor-by-hand.tsx";
import { openColumns } from "./visitor-columns.ts";
import { type ReadVisitor, type VisitorFlaw, visitorsFrom } from "./visitors.ts";

interface VisitorsFileProps {
  /** Numbers that visitors of the request have already. */
  readonly taken: ReadonlySet<number>;
  readonly onVisitors: (visitors: Sealed["visitors"]) => void;
}

const flawsShown = 20;

export function VisitorsFile({ taken, onVisitors }: VisitorsFileProps): ReactNode {
  const id = useId();
  const { labels } = useSides();
  const [flaws, setFlaws] = useState<readonly VisitorFlaw[]>([]);
  const [added, setAdded] = useState<number | undefined>(undefined);
  const [documents, setDocuments] = useState<readonly DetailsDocument[]>([]);
  const [byHand, setByHand] = useState(false);
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    const bytes = new Uint8Array(await file.arrayBuffer());
    const read = visitorsFrom({ bytes, levels: levelsByName(labels.levels), taken });
    setFlaws(read.flaws);
    setAdded(undefined);
    if (read.flaws.length === 0) await add(read.visitors);
  };
  const add = async (visitors: readonly ReadVisitor[]): Promise<void> => {
    const sealed = await withoutPersonal(visitors, browserMachine);
    setDocuments((before) => [...before, ...sealed.documents]);
    setAdded(sealed.visitors.length);
    onVisitors(sealed.visitors);
  };
  return (
    <div className="stack file-in">
      <div className="row row--wrap">
        <Button className="btn" onPress={() => setByHand(true)}>
          <Words id="visits.hand" />
        </Button>
        <label className="btn" htmlFor={id}>
          <Words id="visits.file.choose" />
        </label>
        <input
          id={id}
          className="vh"
          type="file"
          accept=".csv,text/csv"
          onChange={(event) => {
            void take(event.target.files?.[0]);
            event.target.value = "";
          }}
        />
        <Button className="btn btn--quiet" onPress={() => saveFile("visitors.csv", writeCsv([[...openColumns]]))}>
          <Words id="visits.file.template" />
        </Button>
      </div>
      {byHand ? (
        <VisitorByHand
          taken={taken}
          onVisitor={(visitor) => {
            setFlaws([]);
            void add([visitor]);
          }}
          onClose={() => setByHand(false)}
        />
      ) : null}
      {flaws.length > 0 ? <Flaws flaws={flaws} /> : null}
      {added === undefined ? null : (
        <p role="status">
          <Words id="visits.file.added" values={{ count: added }} />
        </p>
      )}
      {documents.length > 0 ? <Documents documents={documents} /> : null}
    </div>
  );
}

/** Codes and names of the accord's levels, in lower case, to the code. */
function levelsByName(
  levels: readonly { readonly code: string; readonly names: Readonly<Record<string, string>> }[],
): Readonly<Record<string, string>> {
  const named = levels.flatMap(({ code, names }) =>
    [code, ...Object.values(names)].map((name) => [name, code] as const),
  );
  return Object.fromEntries(named.map(([name, code]) => [name.toLowerCase(), code]));
}

function Flaws({ flaws }: { readonly flaws: readonly VisitorFlaw[] }): ReactNode {
  const say = useSay();
  return (
    <div className="note" role="alert">
      <h3>
        <Words id="visits.file.flaws" values={{ count: flaws.length }} />
      </h3>
      <div className="tbl-scroll">
        <table className="tbl">
          <thead>
            <tr>
              <th scope="col">{say("visits.file.line")}</th>
              <th scope="col">{say("visits.file.column")}</th>
              <th scope="col">{say("visits.file.problem")}</th>
            </tr>
          </thead>
          <tbody>
            {flaws.slice(0, flawsShown).map((flaw) => (
              <tr key={`${flaw.line} ${flaw.column} ${flaw.problem}`}>
                <td>
                  <Num>{flaw.line}</Num>
                </td>
                <td>
                  <Told text={flaw.column} />
                </td>
                <td>
                  <Words id={`visits.file.flaw.${flaw.problem}`} values={{ got: <Told text={flaw.got} /> }} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

/** The register carries their digests; the documents themselves are only here, until they are saved. */
function Documents({ documents }: { readonly documents: readonly DetailsDocument[] }): ReactNode {
  const save = (): void => saveFile("visitor-details.json", `${JSON.stringify(documents, null, 2)}\n`);
  return (
    <div className="note">
      <p>
        <Words id="visits.file.documents" values={{ count: documents.length }} />
      </p>
      <Button className="btn" onPress={save}>
        <Words id="visits.file.save" />
      </Button>
    </div>
  );
}
