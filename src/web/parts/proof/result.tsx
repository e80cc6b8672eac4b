// What a checked proof shows, in sentences, and what no such file can show. Needs the words of the application and
// nothing of an accord, so that it stands on the page without a node too.

import type { ReactNode } from "react";
import type { Refusal } from "../../../base/index.ts";
import { useDates, useName, useRefusalWords, useSpeech, Words, wallIn } from "../../language/index.ts";
import { BodyView, Fingerprint } from "../body-view.tsx";
import { Fact } from "../fact.tsx";
import { Icon } from "../icon.tsx";
import { useProcedureName, useStepName } from "../names.ts";
import { inSpeech } from "../sides.tsx";
import { ArticlesText } from "./articles.tsx";
import type { CheckedProof } from "./check.ts";
import { PathDrawing } from "./path-drawing.tsx";
import { problemWords } from "./words.ts";
import "./proof.css";

interface ProofResultProps {
  readonly checked: CheckedProof;
  /** Whether the fingerprints were compared with those the reader's node holds. */
  readonly compared: boolean;
}

export function ProofResult({ checked, compared }: ProofResultProps): ReactNode {
  const { proven, path } = checked;
  const borne = proven.mandate === "proven";
  return (
    <div className="proof" role="status">
      <h3 className={borne ? "proof__verdict" : "proof__verdict proof__verdict--not"}>
        <Icon name={borne ? "proof" : "warning"} />
        <Words id={borne ? "parts.proof.proved" : "parts.proof.notBorne"} />
      </h3>
      {proven.mandate === "proven" ? null : <Unborne refusal={proven.mandate} />}
      <ProofSentences checked={checked} compared={compared} />
      <h3>
        <Words id="parts.proof.inclusion" />
      </h3>
      <PathDrawing index={proven.index} size={proven.size} path={path} />
      <p className="small muted">
        <Words id="parts.proof.notShown" />
      </p>
    </div>
  );
}

function Unborne({ refusal }: { readonly refusal: Refusal }): ReactNode {
  const words = useRefusalWords()(refusal.code, refusal.details) ?? problemWords(refusal);
  return (
    <p>
      {words.failed} <bdi className="mono">{refusal.code}</bdi>
    </p>
  );
}

function ProofSentences({ checked, compared }: ProofResultProps): ReactNode {
  const { proven, founding, fingerprints } = checked;
  const name = useCardName(checked);
  const when = useWhenIn(checked);
  const other = founding.cards.find((card) => card.party !== proven.party)?.party ?? "";
  const line = (id: string, values: Readonly<Record<string, ReactNode>>): ReactNode => (
    <li key={id}>
      <Icon name="check" />
      <span>
        <Words id={id} values={values} />
      </span>
    </li>
  );
  return (
    <ul className="chk chk--long">
      {line("parts.proof.signed", { author: name(proven.party), count: proven.keys.length })}
      {line("parts.proof.placed", {
        author: name(proven.party),
        index: number(proven.index),
        size: number(proven.size),
      })}
      {line("parts.proof.held", { holder: name(other), when: when(proven.heldAt, other) })}
      {founding.cards.map(({ party }) => (
        <li key={party}>
          <Icon name={compared ? "check" : "more"} />
          <span>
            <Words
              id={compared ? "parts.proof.cardKnown" : "parts.proof.cardToCompare"}
              values={{ party: name(party), fingerprint: <bdi className="mono">{fingerprints[party]}</bdi> }}
            />
          </span>
        </li>
      ))}
    </ul>
  );
}

function number(value: number): ReactNode {
  return <bdi className="t">{value}</bdi>;
}

/** The act itself: what was said, by whom, when, under which label. */
export function ProvenActView({ checked }: { readonly checked: CheckedProof }): ReactNode {
  const { act, party } = checked.proven;
  const name = useCardName(checked);
  const procedureName = useProcedureName();
  const stepName = useStepName();
  const when = useWhenIn(checked);
  const { language } = useSpeech();
  const functionName = useName();
  const level = checked.founding.labels.levels.find((each) => each.code === act.label.classification);
  const levelName = level ? inSpeech(level.names, language) : act.label.classification;
  return (
    <>
      <dl>
        <Fact id="parts.proof.act">{`${procedureName(act.procedure)}, ${stepName(act.procedure, act.step)}`}</Fact>
        <Fact id="parts.proof.author">
          {`${name(party)}, ${functionName(`function.${act.function}`)}`} <bdi className="mono">{act.service}</bdi>
        </Fact>
        <Fact id="parts.proof.made">{when(Date.parse(act.at.instant) / 1000, party)}</Fact>
        <Fact id="parts.proof.articles">
          <ArticlesText articles={act.articles} />
        </Fact>
        <Fact id="parts.proof.label">{`${levelName} · ${act.label.releasableTo.join(" · ")}`}</Fact>
        <Fact id="parts.proof.dossier">
          <bdi className="mono">{act.dossier}</bdi>
        </Fact>
        <Fact id="parts.proof.accord">
          <Fingerprint hex={checked.proven.accord} />
        </Fact>
      </dl>
      <BodyView procedure={act.procedure} value={act.body} />
    </>
  );
}

/** A party by the name its own card gives it. */
function useCardName({ founding }: CheckedProof): (party: string) => string {
  const { language } = useSpeech();
  return (party) => {
    const card = founding.cards.find((each) => each.party === party);
    return card === undefined ? party : inSpeech(card.names, language);
  };
}

/** POSIX seconds on the clock of one of the parties. */
function useWhenIn({ founding }: CheckedProof): (seconds: number, party: string) => ReactNode {
  const dates = useDates();
  return (seconds, party) => {
    const wall = wallIn(founding.cards.find((card) => card.party === party)?.zone ?? "UTC", seconds * 1000);
    return <bdi className="t">{`${dates.day(wall)} ${dates.time(wall)}`}</bdi>;
  };
}
