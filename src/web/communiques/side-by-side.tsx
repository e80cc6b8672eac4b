// The text in every language, paragraph beside paragraph; under each language who has cleared it as it stands, and
// beside each quotation whose words it is and whether that side has cleared them.

import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import type { CommuniqueData } from "../../procedures/index.ts";
import { directionOf, languageName, useName, useSay, Words } from "../language/index.ts";
import { Empty, ScrollBox, Sheet, Told, useIn, useSides, Who } from "../parts/index.ts";
import { type Column, columnsOf, type ParagraphRow, rowsOf, type WrittenPassage } from "./texts.ts";

interface SideBySideProps {
  readonly data: CommuniqueData;
  /** Opens the editor of a language; absent where this side writes nothing now. */
  readonly edit: ((language: string) => void) | undefined;
}

export function SideBySide({ data, edit }: SideBySideProps): ReactNode {
  const say = useSay();
  const { own, other } = useSides();
  const columns = columnsOf(data, [own, other]);
  return (
    <Sheet title={<Words id="communiques.texts" />}>
      {data.languages.length === 0 ? <Empty title={<Words id="communiques.noText" />} /> : null}
      <ScrollBox label={say("communiques.texts")}>
        <table className="tbl communique-texts">
          <thead>
            <tr>
              <th scope="col">
                <span className="vh">{say("communiques.paragraph")}</span>
              </th>
              {columns.map(({ language }) => (
                <th key={language} scope="col">
                  <bdi lang={language}>{languageName(language)}</bdi>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">
                <Words id="communiques.headline" />
              </th>
              {columns.map(({ language, version }) => (
                <td key={language} lang={language} dir={directionOf(language)}>
                  <b>{version ? <Told text={version.headline} /> : <Words id="communiques.unwritten" />}</b>
                  {version ? (
                    <p className="small muted">
                      <Told text={version.place} />, <bdi>{version.date}</bdi>
                    </p>
                  ) : null}
                </td>
              ))}
            </tr>
            {rowsOf(data).map((row) => (
              <Paragraph key={row.number} row={row} />
            ))}
            <tr>
              <th scope="row">
                <Words id={data.kind === "joint" ? "communiques.cleared" : "communiques.text"} />
              </th>
              {columns.map((column) => (
                <td key={column.language}>
                  <Standing column={column} joint={data.kind === "joint"} edit={edit} />
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </ScrollBox>
    </Sheet>
  );
}

function Paragraph({ row }: { readonly row: ParagraphRow }): ReactNode {
  const say = useSay();
  return (
    <tr>
      <th scope="row">
        <bdi className="t">{row.number}</bdi>
        {row.passage ? <PassageOf written={row.passage} /> : null}
      </th>
      {row.cells.map(({ language, text, translatedFrom }) => (
        <td key={language} lang={language} dir={directionOf(language)}>
          <p>{text === "" ? "—" : <Told text={text} />}</p>
          {translatedFrom === undefined || text === "" ? null : (
            <p className="small muted">{say("communiques.translated", { language: languageName(translatedFrom) })}</p>
          )}
        </td>
      ))}
    </tr>
  );
}

/** Whose words they are, who spoke them, and whether they are cleared by that side, which alone can. */
function PassageOf({ written }: { readonly written: WrittenPassage }): ReactNode {
  const name = useName();
  const read = useIn();
  const { passage, clearedAt } = written;
  const { speaker } = passage;
  return (
    <div className="small">
      <p>{name(`option.communique.${passage.kind}`)}</p>
      <p>
        <Who party={passage.of} />
      </p>
      {speaker ? (
        <p>
          <Told text={[speaker.name, read(speaker.function)].filter((one) => one !== undefined).join(" · ")} />
        </p>
      ) : null}
      <p>
        <Words id={clearedAt === undefined ? "communiques.notCleared" : "communiques.clearedOwn"} />
      </p>
    </div>
  );
}

interface StandingProps extends Pick<SideBySideProps, "edit"> {
  readonly column: Column;
  readonly joint: boolean;
}

function Standing({ column, joint, edit }: StandingProps): ReactNode {
  const say = useSay();
  const { language, cleared, digest } = column;
  return (
    <div className="stack">
      {joint
        ? Object.entries(cleared).map(([party, done]) => (
            <p key={party} className="row row--wrap">
              <Who party={party} />
              <span className={done ? "chip chip--plain" : "chip"}>
                <Words id={done ? "communiques.isCleared" : "communiques.notCleared"} />
              </span>
            </p>
          ))
        : null}
      {digest === undefined ? null : (
        <p className="small">
          <bdi className="mono" title={digest}>
            {digest.replace(/^sha256:/, "").slice(0, 16)}
          </bdi>
        </p>
      )}
      {edit ? (
        <Button
          className="btn"
          aria-label={say("communiques.editIn", { language: languageName(language) })}
          onPress={() => edit(language)}
        >
          <Words id="communiques.edit" />
        </Button>
      ) : null}
    </div>
  );
}
