// The minutes, item by item in two of the session's languages side by side: what was said, what was decided, what is to
// be done. Below, the digest of each language and which side has adopted it.

import type { ReactNode } from "react";
import { directionOf, languageName, useSay, useSpeech, Words } from "../language/index.ts";
import { Empty, ScrollBox, Sheet, Told, useAddressText, useSides, Who } from "../parts/index.ts";
import { type MinutesShown, minutesOf, type SessionShown } from "./session-data.ts";
import type { SessionProps } from "./session-page.tsx";

export function MinutesSheet({ detail, data }: SessionProps): ReactNode {
  const say = useSay();
  const columns = useColumns(data.languages);
  if (data.minutes.length === 0) {
    return (
      <Sheet title={<Words id="committee.minutes" />}>
        <Empty title={<Words id="committee.minutes.none" />} />
      </Sheet>
    );
  }
  return (
    <Sheet title={<Words id="committee.minutes" />}>
      <div className="sheet__body row row--wrap noprint">
        {columns.map((column) => (
          <Column key={column.place} column={column} languages={data.languages} />
        ))}
      </div>
      <ScrollBox label={say("committee.minutes")}>
        <table className="tbl committee-minutes">
          <caption className="vh">{say("committee.minutes")}</caption>
          <thead>
            <tr>
              <th scope="col">
                <Words id="committee.item" />
              </th>
              {columns.map(({ place, language }) => (
                <th key={place} scope="col">
                  <bdi lang={language}>{languageName(language)}</bdi>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.agenda.map(({ item }) => {
              const minutes = minutesOf(data, item.id);
              return (
                <tr key={item.id}>
                  <th scope="row">
                    <bdi className="t">{item.id}</bdi>
                  </th>
                  {columns.map(({ place, language }) => (
                    <td key={place} lang={language} dir={directionOf(language)}>
                      <b>
                        <Told text={item.titles[language] ?? "—"} />
                      </b>
                      {minutes === undefined ? <p>—</p> : <Minutes minutes={minutes} language={language} />}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollBox>
      <Adoptions detail={detail} data={data} />
    </Sheet>
  );
}

interface ColumnOf {
  readonly place: "first" | "second";
  readonly language: string;
  readonly set: (language: string) => void;
}

/** Two of the session's languages, as the address has them: the reader's first, where it is among them. */
function useColumns(languages: readonly string[]): readonly ColumnOf[] {
  const { language: speech } = useSpeech();
  const chosen = { first: useAddressText("first"), second: useAddressText("second") };
  const has = (code: string): boolean => languages.includes(code);
  const first = has(chosen.first.value) ? chosen.first.value : has(speech) ? speech : (languages[0] ?? "");
  const others = languages.filter((code) => code !== first);
  const second = has(chosen.second.value) ? chosen.second.value : (others[0] ?? first);
  const both: ColumnOf[] = [
    { place: "first", language: first, set: chosen.first.set },
    { place: "second", language: second, set: chosen.second.set },
  ];
  return languages.length < 2 ? both.slice(0, 1) : both;
}

function Column({
  column,
  languages,
}: {
  readonly column: ColumnOf;
  readonly languages: readonly string[];
}): ReactNode {
  return (
    <label className="row">
      <Words id={`committee.column.${column.place}`} />
      <select className="input" value={column.language} onChange={(event) => column.set(event.currentTarget.value)}>
        {languages.map((code) => (
          <option key={code} value={code} lang={code}>
            {languageName(code)}
          </option>
        ))}
      </select>
    </label>
  );
}

function Minutes({ minutes, language }: { readonly minutes: MinutesShown; readonly language: string }): ReactNode {
  const summary = minutes.summary?.[language];
  const lines = [
    ...minutes.decisions.map(({ id, texts }) => ({ id, text: texts[language] })),
    ...minutes.actions.map(({ id, titles }) => ({ id, text: titles[language] })),
  ];
  return (
    <>
      {summary === undefined ? null : (
        <p>
          <Told text={summary} />
        </p>
      )}
      <ul className="committee-list">
        {lines.map(({ id, text }) => (
          <li key={id}>
            <bdi className="mono">{id}</bdi> {text === undefined ? "—" : <Told text={text} />}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Of each language the digest of the minutes as they stand, and who has adopted them so. */
function Adoptions({ detail, data }: SessionProps): ReactNode {
  const say = useSay();
  const { own, other } = useSides();
  const versions: SessionShown["versions"] = data.adopted?.versions ?? data.versions;
  const adopters = new Set(
    detail.acts
      .filter((act) => act.step === "adoptMinutes" && act.outcome.kind === "effective")
      .map((act) => act.party),
  );
  return (
    <ScrollBox label={say("committee.adoption")}>
      <table className="tbl">
        <caption className="vh">{say("committee.adoption")}</caption>
        <thead>
          <tr>
            <th scope="col">
              <Words id="committee.language" />
            </th>
            <th scope="col">
              <Words id="committee.digest" />
            </th>
            {[own, other].map((party) => (
              <th key={party} scope="col">
                <Who party={party} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Object.entries(versions).map(([language, digest]) => (
            <tr key={language}>
              <th scope="row">
                <bdi lang={language}>{languageName(language)}</bdi>
              </th>
              <td>
                <bdi className="mono" title={digest}>
                  {digest.replace(/^sha256:/, "").slice(0, 12)}
                </bdi>
              </td>
              {[own, other].map((party) => (
                <td key={party}>
                  <Words id={adopters.has(party) ? "committee.adopted" : "committee.notAdopted"} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
