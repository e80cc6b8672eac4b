// The label, article and function of an act that is being composed, and why it could not be made where that is known.

import { type ReactNode, Suspense } from "react";
import { Words } from "../language/index.ts";
import { LabelPicker } from "../parts/form/index.ts";
import { Told, useFunctionName, useIn, useServiceName, useSides } from "../parts/index.ts";
import { Equivalents } from "./equivalents.tsx";
import type { Frame } from "./frame.ts";

export function FrameView({ frame }: { readonly frame: Frame }): ReactNode {
  return (
    <div className="stack">
      <LabelPicker level={frame.level} cap={frame.cap} onChange={frame.setLevel} />
      <Suspense>
        <Equivalents level={frame.level} />
      </Suspense>
      <Barriers frame={frame} />
      <div className="members">
        <ArticlePicker frame={frame} />
        <FunctionPicker frame={frame} />
      </div>
    </div>
  );
}

function Barriers({ frame }: { readonly frame: Frame }): ReactNode {
  const { own } = useSides();
  const serviceName = useServiceName();
  if (frame.unauthorised) {
    return (
      <p className="note small">
        <Words id="channels.step.unauthorised" />
      </p>
    );
  }
  if (frame.stranger === undefined) return null;
  return (
    <p className="note small">
      <Words
        id="channels.step.stranger"
        values={{
          end: <Told text={serviceName(own, frame.stranger)} />,
          yours: <Told text={serviceName(own, frame.service)} />,
        }}
      />
    </p>
  );
}

function ArticlePicker({ frame }: { readonly frame: Frame }): ReactNode {
  const read = useIn();
  if (frame.resting.length < 2) return null;
  return (
    <label className="field">
      <span className="field__name">
        <Words id="channels.step.article" />
      </span>
      <select className="input" value={frame.articles[0]} onChange={(event) => frame.setArticle(event.target.value)}>
        {frame.resting.map((article) => (
          <option key={article.number} value={article.number}>
            {`${article.number}. ${read(article.titles)}`}
          </option>
        ))}
      </select>
    </label>
  );
}

function FunctionPicker({ frame }: { readonly frame: Frame }): ReactNode {
  const functionName = useFunctionName();
  if (frame.functions.length < 2) return null;
  return (
    <label className="field">
      <span className="field__name">
        <Words id="channels.function" />
      </span>
      <select className="input" value={frame.function} onChange={(event) => frame.setFunction(event.target.value)}>
        {frame.functions.map((code) => (
          <option key={code} value={code}>
            {functionName(code)}
          </option>
        ))}
      </select>
    </label>
  );
}
