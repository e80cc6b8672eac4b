// A field as controls, whatever its kind.

import type { ReactNode } from "react";
import { ChoiceView } from "./choice-view.tsx";
import type { FieldProps } from "./context.ts";
import { DocumentView } from "./document-view.tsx";
import { isTexts } from "./field.ts";
import { GroupView } from "./group-view.tsx";
import { ListView, TupleView } from "./list-view.tsx";
import { RecordView } from "./record-view.tsx";
import { AnswerControl, NumberControl, OptionControl, TextControl, TickControl } from "./scalars.tsx";
import { TextsView } from "./texts-view.tsx";

export function FieldView({ field, ...rest }: FieldProps): ReactNode {
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
}
