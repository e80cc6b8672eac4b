// A form of the visit's procedure in the sections of the standard form: the controls are those of every step's form;
// the lead time stands with the dates, and visitors can come from a spreadsheet. What is typed outlives the page.

import { type ReactNode, useMemo, useRef, useState } from "react";
import { Button } from "react-aria-components";
import type { RefusalText } from "../../api/index.ts";
import type { JsonValue } from "../../seal/index.ts";
import { Words } from "../language/index.ts";
import type { FormAround } from "../parts/form/context.ts";
import { type Entry, entryOf, listIn, memberIn, textIn, withMember } from "../parts/form/entry.ts";
import type { GroupField, Member } from "../parts/form/field.ts";
import { FieldView } from "../parts/form/field-view.tsx";
import { LabelPicker, useKept, useOffers } from "../parts/form/index.ts";
import { useMemberName } from "../parts/form/names.ts";
import { FormProvider } from "../parts/form/provider.tsx";
import { bodyOf } from "../parts/form/value.ts";
import { ErrorOf, type Making, RefusalNote, Sheet, useMaking, useSides } from "../parts/index.ts";
import { LeadTimeNote } from "./lead-time-note.tsx";
import { type FormSection, sectionsOf, unsectioned } from "./sections.ts";
import { VisitorsFile } from "./visitors-file.tsx";
import "../parts/form/form.css";

export interface SectionedFormProps {
  readonly field: GroupField;
  readonly step: string;
  /** The dossier; absent for a step that opens one. */
  readonly dossier?: string;
  /** What is known to begin with. */
  readonly begin: JsonValue | undefined;
  /** For an amendment: the type of the request it changes. */
  readonly amends?: string | undefined;
  readonly level: string;
  readonly onMade: (act: string) => void;
}

export function SectionedForm(props: SectionedFormProps): ReactNode {
  const { field, step, dossier, begin, amends, onMade } = props;
  const [level, setLevel] = useState(props.level);
  const making = useMaking({ procedure: "visit/1", classification: level });
  const kept = useKept(`${dossier ?? "new"}.${step}`, () => entryOf(field, begin));
  const [told, setTold] = useState(false);
  const offers = useOffers(begin);
  const { flaws, value } = useMemo(() => bodyOf(field, kept.entry), [field, kept.entry]);
  const refused = refusedAt(making.refusal);
  const around: FormAround = { ...offers, procedure: "visit", flaws, told, refused, FieldView };
  const form = useRef<HTMLFormElement>(null);
  const send = async (): Promise<void> => {
    setTold(true);
    if (flaws.length > 0 || !isBody(value)) {
      requestAnimationFrame(() => focusFlaw(form.current));
      return;
    }
    const made = await making.make([{ step, body: value, ...(dossier === undefined ? {} : { dossier }) }]);
    if (made?.[0] === undefined) return;
    kept.drop();
    onMade(made[0]);
  };
  return (
    <form
      ref={form}
      className="form form--sections"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <FormProvider value={around}>
        {sectionsFor(step, field).map((one) => (
          <Section key={one.id} section={one} field={field} entry={kept.entry} onChange={kept.set}>
            {one.id === "dates" ? <LeadTimeNote question={leadTimeIn(kept.entry, { step, amends })} /> : null}
            {one.id === "visitors" ? <VisitorsIn entry={kept.entry} field={field} onChange={kept.set} /> : null}
          </Section>
        ))}
      </FormProvider>
      <Foot
        {...{ step, level, making }}
        flaws={told ? flaws.length : 0}
        found={kept.found}
        onLevel={setLevel}
        onDiscard={kept.drop}
        onAgain={() => void send()}
      />
    </form>
  );
}

/** The form's sections; what none of them names is shown last. */
function sectionsFor(step: string, field: GroupField): readonly FormSection[] {
  const sections = sectionsOf[step] ?? [];
  const names = field.members.map((member) => member.name);
  const rest = unsectioned(sections, names);
  return rest.length === 0 ? sections : [...sections, { id: "remarks", numbers: "", fields: rest }];
}

interface FootProps {
  readonly step: string;
  readonly level: string;
  readonly making: Making;
  /** How many fields are told to be wrong. */
  readonly flaws: number;
  /** Taken up from an earlier look at the page. */
  readonly found: boolean;
  readonly onLevel: (level: string) => void;
  readonly onDiscard: () => void;
  readonly onAgain: () => void;
}

function Foot({ step, level, making, flaws, found, onLevel, onDiscard, onAgain }: FootProps): ReactNode {
  const { cap } = useSides();
  return (
    <div className="sheet">
      <div className="sheet__body stack">
        <LabelPicker level={level} cap={cap} onChange={onLevel} />
        {flaws > 0 ? (
          <p className="flaw" role="alert">
            <Words id="visits.form.flaws" values={{ count: flaws }} />
          </p>
        ) : null}
        {making.refusal ? <RefusalNote refusal={making.refusal} /> : null}
        {making.error === undefined ? null : <ErrorOf error={making.error} again={onAgain} />}
        <div className="row row--wrap">
          <Button type="submit" className="btn btn--primary" isDisabled={making.busy}>
            <Words id={`visits.form.send.${step}`} />
          </Button>
          <Button className="btn" onPress={onDiscard}>
            <Words id="visits.form.discard" />
          </Button>
          {found ? (
            <span className="soft small">
              <Words id="visits.form.found" />
            </span>
          ) : null}
        </div>
      </div>
    </div>
  );
}

function isBody(value: JsonValue | undefined): value is { readonly [name: string]: JsonValue } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function refusedAt(refusal: RefusalText | undefined): FormAround["refused"] {
  const { path, problem } = refusal?.details ?? {};
  return typeof path === "string" && typeof problem === "string" ? { path, problem } : undefined;
}

function focusFlaw(form: HTMLFormElement | null): void {
  const control = form?.querySelector('[aria-invalid="true"], .flaw');
  if (!(control instanceof HTMLElement)) return;
  control.scrollIntoView({ block: "center" });
  control.focus({ preventScroll: true });
}

function leadTimeIn(entry: Entry, of: { readonly step: string; readonly amends: string | undefined }) {
  const text = (name: string): string => textIn(memberIn(entry, name));
  if (of.amends !== undefined)
    return { from: text("effectiveFrom"), type: "amendment", level: text("level"), amends: of.amends };
  const type = of.step === "openEmergency" ? "emergency" : text("type");
  return { from: text("from"), type, level: text("level") };
}

interface SectionProps {
  readonly section: FormSection;
  readonly field: GroupField;
  readonly entry: Entry;
  readonly onChange: (entry: Entry) => void;
  readonly children: ReactNode;
}

function Section({ section, field, entry, onChange, children }: SectionProps): ReactNode {
  const members = section.fields.flatMap((name) => field.members.find((member) => member.name === name) ?? []);
  return (
    <Sheet
      title={<Words id={`visits.section.${section.id}`} />}
      aside={
        section.numbers === "" ? undefined : (
          <span className="small muted">
            <Words id="visits.section.numbers" values={{ numbers: <bdi className="t">{section.numbers}</bdi> }} />
          </span>
        )
      }
    >
      <div className="sheet__body stack members">
        {members.map((member) => (
          <MemberView key={member.name} member={member} entry={entry} onChange={onChange} />
        ))}
        {children}
      </div>
    </Sheet>
  );
}

interface MemberProps {
  readonly member: Member;
  readonly entry: Entry;
  readonly onChange: (entry: Entry) => void;
}

function MemberView({ member, entry, onChange }: MemberProps): ReactNode {
  const memberName = useMemberName();
  const { name, required, field } = member;
  return (
    <FieldView
      field={field}
      entry={memberIn(entry, name)}
      path={name}
      name={memberName(name)}
      required={required}
      onChange={(next) => onChange(withMember(entry, { name, entry: next }))}
    />
  );
}

/** Where the form lists visitors: `visitors` of a request, `addVisitors` of an amendment. */
function VisitorsIn({ entry, field, onChange }: Omit<SectionProps, "section" | "children">): ReactNode {
  const member = field.members.find((one) => one.name === "visitors" || one.name === "addVisitors");
  if (member?.field.kind !== "list") return null;
  const { item } = member.field;
  const before = listIn(memberIn(entry, member.name)).filter((one) => textIn(memberIn(one, "function")) !== "");
  const numbers = before.map((one) => Number(textIn(memberIn(one, "number"))));
  return (
    <VisitorsFile
      taken={new Set(numbers)}
      onVisitors={(visitors) => {
        const added = visitors.map((visitor) => entryOf(item, { ...visitor }));
        onChange(withMember(entry, { name: member.name, entry: [...before, ...added] }));
      }}
    />
  );
}
