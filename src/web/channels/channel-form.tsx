// The form of a channel: its name, the service at each end, the articles that allow it, its ceiling, where its ends are
// reached. For opening one, and for changing what both have agreed to. What is missing is said before it is sent.

import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { Button } from "react-aria-components";
import { queryOf, useAccordId, useAsk } from "../api/index.ts";
import { Words } from "../language/index.ts";
import { LabelPicker, useKept } from "../parts/form/index.ts";
import { ErrorOf, RefusalNote, Told, useFieldName, useIn, useMaking, usePartyName, useSides } from "../parts/index.ts";
import {
  beginChannel,
  type ChannelEntry,
  type ChannelFlaw,
  flawsOf,
  parseChannelEntry,
  termsSaid,
} from "./channel-entry.ts";
import { articlesFor, type Missing, missingFor } from "./channel-offers.ts";
import type { TermsRead } from "./data.ts";
import { EndFields } from "./end-fields.tsx";
import "../parts/form/form.css";

interface ChannelFormProps {
  /** The channel that is changed; absent for one that is opened. */
  readonly dossier?: string;
  readonly terms?: TermsRead | undefined;
  onMade(act: string): void;
  onLeave(): void;
}

export function ChannelForm({ dossier, terms, onMade, onLeave }: ChannelFormProps): ReactNode {
  const accord = useAccordId();
  const sides = useSides();
  const parties = [sides.own, sides.other];
  const { articles } = useAsk("accord", { params: { accord } });
  const directory = useQuery(queryOf("directory", { params: { accord } })).data;
  const kept = useKept(`${accord}.channel.${dossier ?? "new"}`, () => beginChannel(terms));
  const written = parseChannelEntry(kept.entry);
  // The lowest level is what the picker shows before anything is picked.
  const entry = { ...written, cap: written.cap === "" ? (sides.labels.levels[0]?.code ?? "") : written.cap };
  const set = (part: Partial<ChannelEntry>): void => kept.set({ ...parseChannelEntry(kept.entry), ...definedOf(part) });
  const [told, setTold] = useState(false);
  const making = useMaking({ procedure: "channel/1" });
  const flaws = told ? flawsOf(entry, parties) : [];
  const send = async (): Promise<void> => {
    setTold(true);
    if (flawsOf(entry, parties).length > 0) return;
    const step = dossier === undefined ? "propose" : "change";
    const body = termsSaid(entry, parties);
    const made = await making.make([{ step, body, ...(dossier === undefined ? {} : { dossier }) }]);
    const [act] = made ?? [];
    if (act === undefined) return;
    kept.drop();
    onMade(dossier ?? act);
  };
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <MissingNotes missing={missingFor({ articles, directory, parties, chosen: entry.services })} />
      <NameFields entry={entry} flaws={flaws} set={set} />
      <ArticleTicks entry={entry} flaws={flaws} set={set} />
      <LabelPicker
        level={entry.cap}
        cap={sides.cap}
        onChange={(cap) => set({ cap })}
        legend={<Words id="channels.cap" />}
      />
      <FlawNote flaws={flaws} flaw="cap" />
      {parties.map((party) => (
        <EndFields key={party} party={party} entry={entry} directory={directory} told={told} set={set} />
      ))}
      <FlawNote flaws={flaws} flaw="services" />
      <FlawNote flaws={flaws} flaw="contacts" />
      <FlawNote flaws={flaws} flaw="phones" />
      {making.refusal === undefined ? null : <RefusalNote refusal={making.refusal} />}
      {making.error === undefined ? null : <ErrorOf error={making.error} again={() => void send()} />}
      <div className="row row--wrap">
        <Button type="submit" className="btn btn--primary" isDisabled={making.busy}>
          <Words id={dossier === undefined ? "channels.open.propose" : "channels.open.change"} />
        </Button>
        <Button className="btn" onPress={onLeave}>
          <Words id="channels.leave" />
        </Button>
      </div>
    </form>
  );
}

/** Without the members that are not said. */
function definedOf(part: Partial<ChannelEntry>): Readonly<Record<string, ChannelEntry[string]>> {
  return Object.fromEntries(
    Object.entries(part).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  );
}

function MissingNotes({ missing }: { readonly missing: readonly Missing[] }): ReactNode {
  const partyName = usePartyName();
  if (missing.length === 0) return null;
  return (
    <ul className="note small" role="alert">
      {missing.map(({ what, party }) => (
        <li key={`${what} ${party ?? ""}`}>
          <Words id={`channels.missing.${what}`} values={{ party: party === undefined ? "" : partyName(party) }} />
        </li>
      ))}
    </ul>
  );
}

export interface ChannelFieldsProps {
  readonly entry: ChannelEntry;
  readonly flaws: readonly ChannelFlaw[];
  set(part: Partial<ChannelEntry>): void;
}

function NameFields({ entry, flaws, set }: ChannelFieldsProps): ReactNode {
  const name = useFieldName();
  return (
    <div className="members">
      <label className="field">
        <span className="field__name">{name("channel", "title")}</span>
        <input
          className="input"
          dir="auto"
          maxLength={200}
          value={entry.title}
          aria-required
          aria-invalid={flaws.includes("title")}
          onChange={(event) => set({ title: event.target.value })}
        />
        <FlawNote flaws={flaws} flaw="title" />
      </label>
      <label className="field">
        <span className="field__name">
          {name("channel", "reference")} <Words id="parts.form.optional" />
        </span>
        <input
          className="input"
          dir="auto"
          maxLength={60}
          value={entry.reference}
          onChange={(event) => set({ reference: event.target.value })}
        />
      </label>
    </div>
  );
}

function ArticleTicks({ entry, flaws, set }: ChannelFieldsProps): ReactNode {
  const accord = useAccordId();
  const { articles } = useAsk("accord", { params: { accord } });
  const name = useFieldName();
  const read = useIn();
  const tick = (number: string, on: boolean): void =>
    set({ articles: on ? [...entry.articles, number] : entry.articles.filter((one) => one !== number) });
  return (
    <fieldset className="group">
      <legend>{name("channel", "articles")}</legend>
      {articlesFor(articles).map((article) => (
        <label key={article.number} className="tick tick--wrap">
          <input
            type="checkbox"
            checked={entry.articles.includes(article.number)}
            onChange={(event) => tick(article.number, event.target.checked)}
          />
          <bdi className="t">{article.number}</bdi> <Told text={read(article.titles)} />
        </label>
      ))}
      <FlawNote flaws={flaws} flaw="articles" />
    </fieldset>
  );
}

function FlawNote({ flaws, flaw }: { readonly flaws: readonly ChannelFlaw[]; readonly flaw: ChannelFlaw }): ReactNode {
  if (!flaws.includes(flaw)) return null;
  return (
    <span className="flaw" role="alert">
      <Words id={`channels.flaw.${flaw}`} />
    </span>
  );
}
