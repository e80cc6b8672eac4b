// Lists: one item after the other, each to be moved and taken out, and one more at the end. What is taken out can be
// put back until something else is changed.

import { type ReactNode, useState } from "react";
import { Button } from "react-aria-components";
import { useSay, Words } from "../../language/index.ts";
import { Icon } from "../icon.tsx";
import { type FieldProps, useForm } from "./context.ts";
import { blankOf, type Entry, listIn, withItem, withoutItem } from "./entry.ts";
import type { ListField, TupleField } from "./field.ts";
import { FlawsAt } from "./frame.tsx";
import { under } from "./value.ts";

export function ListView({ field, entry, path, name, required, onChange }: FieldProps<ListField>): ReactNode {
  const { FieldView } = useForm();
  const items = listIn(entry);
  const [taken, setTaken] = useState<Entry>();
  const set = (next: Entry): void => {
    setTaken(undefined);
    onChange(next);
  };
  const full = field.max !== undefined && items.length >= field.max;
  return (
    <fieldset className="group" data-path={path}>
      <legend>
        {name}
        {required ? null : (
          <span className="muted">
            {" "}
            <Words id="parts.form.optional" />
          </span>
        )}
      </legend>
      <FlawsAt path={path} />
      <ol className="items">
        {items.map((item, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an item has nothing but its place.
          <li key={at} className="item">
            <div className="item__field">
              <FieldView
                field={field.item}
                entry={item}
                path={under(path, String(at))}
                name={field.item.kind === "group" ? "" : `${name} ${at + 1}`}
                required
                onChange={(next) => set(withItem(entry, { at, entry: next }))}
              />
            </div>
            <ItemTools
              at={at}
              count={items.length}
              name={name}
              onMove={(to) => set(moved(items, { at, to }))}
              onTake={() => {
                onChange(withoutItem(entry, at));
                setTaken(entry);
              }}
            />
          </li>
        ))}
      </ol>
      <div className="row row--wrap">
        <Button className="btn" isDisabled={full} onPress={() => set([...items, blankOf(field.item)])}>
          <Words id="parts.form.add" values={{ name }} />
        </Button>
        {taken === undefined ? null : (
          <Button className="btn btn--quiet" onPress={() => set(taken)}>
            <Words id="parts.form.undo" />
          </Button>
        )}
      </div>
    </fieldset>
  );
}

interface ItemToolsProps {
  readonly at: number;
  readonly count: number;
  readonly name: string;
  onMove(to: number): void;
  onTake(): void;
}

function ItemTools({ at, count, name, onMove, onTake }: ItemToolsProps): ReactNode {
  const say = useSay();
  const values = { name, number: at + 1 };
  return (
    <div className="item__tools">
      <Button
        className="btn btn--quiet"
        isDisabled={at === 0}
        aria-label={say("parts.form.up", values)}
        onPress={() => onMove(at - 1)}
      >
        <span aria-hidden="true">↑</span>
      </Button>
      <Button
        className="btn btn--quiet"
        isDisabled={at === count - 1}
        aria-label={say("parts.form.down", values)}
        onPress={() => onMove(at + 1)}
      >
        <span aria-hidden="true">↓</span>
      </Button>
      <Button className="btn btn--quiet" aria-label={say("parts.form.take", values)} onPress={onTake}>
        <Icon name="cross" />
      </Button>
    </div>
  );
}

function moved(items: readonly Entry[], { at, to }: { readonly at: number; readonly to: number }): Entry {
  const item = items[at];
  if (item === undefined) return items;
  return items.toSpliced(at, 1).toSpliced(to, 0, item);
}

/** So many, each in its place. */
export function TupleView({ field, entry, path, name, required, onChange }: FieldProps<TupleField>): ReactNode {
  const { FieldView } = useForm();
  const items = field.items.map((item, at) => listIn(entry)[at] ?? blankOf(item));
  return (
    <fieldset className="group" data-path={path}>
      <legend>{name}</legend>
      <FlawsAt path={path} />
      {field.items.map((item, at) => (
        <FieldView
          // biome-ignore lint/suspicious/noArrayIndexKey: a place of a tuple never moves.
          key={at}
          field={item}
          entry={items[at]}
          path={under(path, String(at))}
          name={`${name} ${at + 1}`}
          required={required}
          onChange={(next) => onChange(withItem(items, { at, entry: next }))}
        />
      ))}
    </fieldset>
  );
}
