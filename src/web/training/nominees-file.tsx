// Nominees from a spreadsheet: chosen, read here, its flaws told by line. When there are none, one press seals each
// nominee's personal data for the other side's service and registers one nomination that names them.

import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { Button } from "react-aria-components";
import type { DocumentReference, DossierDetail } from "../../api/index.ts";
import { utf8 } from "../../base/index.ts";
import type { CourseData, Iteration } from "../../procedures/index.ts";
import { call, Refused, useAccordId } from "../api/index.ts";
import { useSay, Words } from "../language/index.ts";
import { ErrorOf, newActId, RefusalNote, Told, useMaking, useSides } from "../parts/index.ts";
import { type Envelope, useEnvelope } from "../parts/upload/index.ts";
import { detailsText, nomineesFrom, type ReadNominee, type ReadNominees } from "./nominees.ts";

const flawsShown = 20;

interface NomineesFileProps {
  readonly iteration: Iteration;
  readonly data: CourseData;
  readonly detail: DossierDetail;
}

export function NomineesFile({ iteration, data, detail }: NomineesFileProps): ReactNode {
  const say = useSay();
  const { own, labels } = useSides();
  const [read, setRead] = useState<ReadNominees | undefined>(undefined);
  const [act, setAct] = useState(newActId);
  const [to, setTo] = useState("");
  const level = labels.levels[0]?.code ?? "";
  const envelope = useEnvelope({ act, level, cap: level, data: undefined, entry: undefined });
  const offers = envelope?.to ?? [];
  const service = offers.some((one) => one.value === to) ? to : (offers[0]?.value ?? "");
  const nominating = useNominating({ iteration, detail, act, level, envelope, service });
  const take = async (file: File): Promise<void> => {
    const taken = new Set(data.iterations.flatMap(({ seats }) => seats.map((seat) => seat.nominee)));
    const bytes = new Uint8Array(await file.arrayBuffer());
    nominating.forget();
    setRead(nomineesFrom({ bytes, taken, prefix: `${own.toLowerCase()}-`, details: own !== data.host }));
  };
  const nominate = async (nominees: readonly ReadNominee[]): Promise<void> => {
    if (!(await nominating.nominate(nominees))) return;
    setRead(undefined);
    setAct(newActId());
  };
  return (
    <div className="sheet__body stack noprint">
      <label className="field">
        <span>{say("training.file")}</span>
        <input
          className="input"
          type="file"
          accept=".csv,text/csv"
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) void take(file);
            event.target.value = "";
          }}
        />
      </label>
      <p className="small">
        <Words id="training.file.columns" />
      </p>
      {read && read.flaws.length > 0 ? <Flaws read={read} /> : null}
      {read && read.flaws.length === 0 ? (
        <div className="row row--wrap" role="status">
          {offers.length > 1 ? (
            <label className="field">
              <span>{say("training.file.to")}</span>
              <select className="input" value={service} onChange={(event) => setTo(event.target.value)}>
                {offers.map((one) => (
                  <option key={one.value} value={one.value}>
                    {one.text}
                  </option>
                ))}
              </select>
            </label>
          ) : null}
          <Button
            className="btn btn--primary"
            isDisabled={nominating.busy}
            onPress={() => void nominate(read.nominees)}
          >
            <span>
              <Words id="training.file.nominate" values={{ count: read.nominees.length }} />
            </span>
          </Button>
        </div>
      ) : null}
      {nominating.note}
    </div>
  );
}

function Flaws({ read }: { readonly read: ReadNominees }): ReactNode {
  return (
    <div role="alert">
      {read.flaws.slice(0, flawsShown).map((flaw) => (
        <p key={`${flaw.line} ${flaw.problem}`} className="note">
          <Words id={`training.flaw.${flaw.problem}`} values={{ line: flaw.line }} /> <Told text={flaw.got} />
        </p>
      ))}
    </div>
  );
}

interface Nominating {
  readonly busy: boolean;
  readonly note: ReactNode;
  /** Whether the nomination was registered. */
  nominate(nominees: readonly ReadNominee[]): Promise<boolean>;
  forget(): void;
}

function useNominating(given: {
  readonly iteration: Iteration;
  readonly detail: DossierDetail;
  readonly act: string;
  readonly level: string;
  readonly envelope: Envelope | undefined;
  readonly service: string;
}): Nominating {
  const { iteration, detail, act } = given;
  const making = useMaking({ procedure: "course/1", classification: given.level });
  const seal = useSealing(given);
  const sealing = useMutation({ mutationFn: seal });
  const { error } = sealing;
  return {
    busy: making.busy || sealing.isPending,
    async nominate(nominees) {
      const refs = await sealing.mutateAsync(nominees).catch(() => undefined);
      if (!refs) return false;
      const named = nominees.map(({ nominee, function: office, priority }, i) => {
        const details = refs[i];
        return { nominee, function: office, priority, ...(details ? { details } : {}) };
      });
      const body = { iteration: iteration.code, nominees: named };
      return (await making.make([{ step: "nominate", id: act, dossier: detail.row.dossier, body }])) !== undefined;
    },
    forget() {
      sealing.reset();
      making.forget();
    },
    note: (
      <>
        {error instanceof Refused ? <RefusalNote refusal={error.refusal} /> : null}
        {error && !(error instanceof Refused) ? <ErrorOf error={error} again={() => sealing.reset()} /> : null}
        {making.refusal ? <RefusalNote refusal={making.refusal} /> : null}
        {making.error === undefined ? null : <ErrorOf error={making.error} again={making.forget} />}
      </>
    ),
  };
}

/** Seals the details of each who has some; the references stand where the nominees do. */
function useSealing(given: {
  readonly act: string;
  readonly level: string;
  readonly envelope: Envelope | undefined;
  readonly service: string;
}): (nominees: readonly ReadNominee[]) => Promise<readonly (DocumentReference | undefined)[]> {
  const accord = useAccordId();
  const { own, other, labels } = useSides();
  const { act, level, envelope, service } = given;
  const label = { policy: labels.policy, classification: level, releasableTo: [own, other].sort() };
  return async (nominees) => {
    const sealed = nominees.filter(({ personal }) => Object.keys(personal).length > 0);
    if (sealed.length === 0) return [];
    const documents = sealed.map((one) => ({
      act,
      label,
      mediaType: "application/json",
      name: `${one.nominee}.json`,
      from: envelope?.from ?? "",
      to: service,
      content: utf8(detailsText(one)).toBase64(),
    }));
    const { results } = await call("sealBatch", { params: { accord }, body: { documents } });
    const refs = new Map<string, DocumentReference>();
    for (const [i, result] of results.entries()) {
      // As a request would be answered that asked for this one alone.
      if (result.status === "refused") throw new Refused(result.refusal, 422);
      refs.set(sealed[i]?.nominee ?? "", result.document);
    }
    return nominees.map((one) => refs.get(one.nominee));
  };
}
