// A field as controls, whatever its kind. It is drawn anew only when it, or what it holds, has changed.

import { memo, type ReactNode, useCallback, useLayoutEffect, useRef } from "react";
import { ChoiceView } from "./choice-view.tsx";
import type { FieldProps } from "./context.ts";
import { DocumentView } from "./document-view.tsx";
import type { Entry } from "./entry.ts";
import { isTexts } from "./field.ts";
import { GroupView } from "./group-view.tsx";
import { ListView, TupleView } from "./list-view.tsx";
import { RecordView } from "./record-view.tsx";
import { AnswerControl, NumberControl, OptionControl, TextControl, TickControl } from "./scalars.tsx";
import { TextsView } from "./texts-view.tsx";

/**
 * What a field does with a change is another function each time its parent is drawn; the field is given one that stays,
 * and that does the latest. A field that is passed over keeps what it closed over, which is its own entry, unchanged.
 */
export function FieldView(props: FieldProps): ReactNode {
  const { onChange } = props;
  const latest = useRef(onChange);
  useLayoutEffect(() => {
    latest.current = onChange;
  }, [onChange]);
  const change = useCallback((entry: Entry) => latest.current(entry), []);
  return <Drawn {...props} onChange={change} />;
}

const Drawn = memo(function Drawn({ field, ...rest }: FieldProps): ReactNode {
  switch (field.kind) {
    case "text":
      return <TextControl field={field} {...rest} />;
    case "number":
      return <NumberControl field={field} {...rest} />;
    case "option":
      return <OptionControl field={field} {...rest} />;
    case "flag":
    case "mark":
      return <TickControl field={field} {...rest} />;
    case "answer":
      return <AnswerControl field={field} {...rest} />;
    case "document":
      return <DocumentView field={field} {...rest} />;
    case "constant":
      return null;
    case "group":
      return <GroupView field={field} {...rest} />;
    case "list":
      return <ListView field={field} {...rest} />;
    case "tuple":
      return <TupleView field={field} {...rest} />;
    case "record":
      return isTexts(field) ? <TextsView field={field} {...rest} /> : <RecordView field={field} {...rest} />;
    case "choice":
      return <ChoiceView field={field} {...rest} />;
  }
});
