// The request in full, section by section in the order of the standard form.

import type { ReactNode } from "react";
import { useDates, useTerm, Words, wallIn } from "../language/index.ts";
import { Sheet, Told, useFieldName, useIn, useLevelName } from "../parts/index.ts";
import { emergencySections, type FormSection, requestSections } from "./sections.ts";
import type { VisitShown } from "./visit-data.ts";

/** Shown as tables of their own. */
const elsewhere: ReadonlySet<string> = new Set(["sites", "visitors", "programme"]);

export function RequestFacts({ data }: { readonly data: VisitShown }): ReactNode {
  const asked: Readonly<Record<string, unknown>> | undefined = data.request ?? data.emergency?.asked;
  if (!asked) return null;
  const sections = data.request ? requestSections : emergencySections;
  return (
    <Sheet title={<Words id={data.request ? "visits.request" : "visits.emergency"} />}>
      <div className="sheet__body stack">
        {sections.map((section) => (
          <SectionFacts key={section.id} section={section} asked={asked} />
        ))}
      </div>
    </Sheet>
  );
}

interface SectionFactsProps {
  readonly section: FormSection;
  readonly asked: Readonly<Record<string, unknown>>;
}

function SectionFacts({ section, asked }: SectionFactsProps): ReactNode {
  const fieldName = useFieldName();
  const written = useWritten();
  const fields = section.fields.filter((name) => asked[name] !== undefined && !elsewhere.has(name));
  if (fields.length === 0) return null;
  return (
    <section>
      <h3 className="kicker">
        <Words id={`visits.section.${section.id}`} />
      </h3>
      <dl className="particulars">
        {fields.map((name) => (
          <div key={name}>
            <dt>{fieldName("visit", name)}</dt>
            <dd>
              <Told text={written(asked[name])} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Any value of the form as one line of text. */
function useWritten(): (value: unknown) => string {
  const read = useIn();
  const level = useLevelName();
  const term = useTerm();
  const dates = useDates();
  const text = (value: unknown): string => {
    if (typeof value === "number") return String(value);
    if (typeof value === "string") {
      if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return dates.day(wallIn("UTC", `${value}T00:00:00Z`));
      // A text may be one of the form's options, a level, or simply a text.
      return term(`option.visit.${value}`) ?? level(value);
    }
    if (Array.isArray(value)) return value.map(text).join(" · ");
    if (typeof value !== "object" || value === null) return "";
    const entries = Object.entries(value);
    const isTexts = entries.length > 0 && entries.every(([key]) => /^(?:ar|en|fr|he)$/.test(key));
    if (isTexts) return read(Object.fromEntries(entries.map(([key, one]) => [key, String(one)])));
    return entries.map(([, one]) => text(one)).join(" · ");
  };
  return text;
}
