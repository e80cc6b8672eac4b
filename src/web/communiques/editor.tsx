// The editor of one language beside another: each paragraph is written next to what it says there. A quotation or a
// formula stands in its place; its words are changed by a step of its own.

import { type ReactNode, useId, useState } from "react";
import { Button } from "react-aria-components";
import type { CommuniqueData } from "../../procedures/index.ts";
import { languageName, Words } from "../language/index.ts";
import { ErrorOf, RefusalNote, Sheet, Told, useFieldName, useMaking, useNow } from "../parts/index.ts";
import { beginningIn, bodyOf, type Draft, passageOf } from "./texts.ts";

interface EditorProps {
  readonly dossier: string;
  readonly data: CommuniqueData;
  readonly language: string;
  close(): void;
}

export function Editor({ dossier, data, language, close }: EditorProps): ReactNode {
  const today = new Date(useNow()).toISOString().slice(0, 10);
  const [draft, setDraft] = useState<Draft>(() => beginningIn(data, { language, today }));
  const making = useMaking({ procedure: "communique/1" });
  const beside = data.versions.find((one) => one.version.language !== language)?.version;
  const save = async (): Promise<void> => {
    const made = await making.make([{ step: "writeVersion", dossier, body: bodyOf(data, { language, draft }) }]);
    if (made) close();
  };
  return (
    <Sheet title={<Words id="communiques.editIn" values={{ language: languageName(language) }} />} mine>
      <div className="sheet__body stack">
        <HeadFields draft={draft} language={language} change={setDraft} />
        {draft.paragraphs.map((one, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph is known by its place.
          <div key={index} className="communique-beside">
            <div lang={beside?.language} dir="auto">
              <Told text={beside?.paragraphs[index]?.text ?? ""} />
            </div>
            {one.passage === undefined ? (
              <Paragraph
                number={index + 1}
                text={one.text ?? ""}
                language={language}
                change={(text) =>
                  setDraft({ ...draft, paragraphs: draft.paragraphs.map((old, at) => (at === index ? { text } : old)) })
                }
              />
            ) : (
              <Standing data={data} id={one.passage} language={language} />
            )}
          </div>
        ))}
        <div className="row row--wrap">
          <Button
            className="btn"
            onPress={() => setDraft({ ...draft, paragraphs: [...draft.paragraphs, { text: "" }] })}
          >
            <Words id="communiques.addParagraph" />
          </Button>
          <Button className="btn btn--primary" isDisabled={making.busy} onPress={() => void save()}>
            <Words id="communiques.save" />
          </Button>
          <Button className="btn" onPress={close}>
            <Words id="communiques.leave" />
          </Button>
        </div>
        {making.refusal ? <RefusalNote refusal={making.refusal} /> : null}
        {making.error === undefined ? null : <ErrorOf error={making.error} again={making.forget} />}
      </div>
    </Sheet>
  );
}

interface HeadFieldsProps {
  readonly draft: Draft;
  readonly language: string;
  change(draft: Draft): void;
}

function HeadFields({ draft, language, change }: HeadFieldsProps): ReactNode {
  const id = useId();
  const field = useFieldName();
  return (
    <div className="communique-head">
      {(["headline", "place", "date"] as const).map((name) => (
        <div key={name} className="field">
          <label className="field__name" htmlFor={`${id}${name}`}>
            {field("communique", name)}
          </label>
          <input
            id={`${id}${name}`}
            className="input"
            type={name === "date" ? "date" : "text"}
            {...(name === "date" ? {} : { lang: language, dir: "auto" })}
            maxLength={name === "headline" ? 200 : 80}
            value={draft[name]}
            onChange={(event) => change({ ...draft, [name]: event.target.value })}
          />
        </div>
      ))}
    </div>
  );
}

interface ParagraphProps {
  readonly number: number;
  readonly text: string;
  readonly language: string;
  change(text: string): void;
}

function Paragraph({ number, text, language, change }: ParagraphProps): ReactNode {
  const id = useId();
  return (
    <div className="field">
      <label className="field__name" htmlFor={id}>
        <Words id="communiques.paragraphNumber" values={{ number }} />
      </label>
      <textarea
        id={id}
        className="input input--prose"
        lang={language}
        dir="auto"
        rows={4}
        maxLength={3000}
        value={text}
        onChange={(event) => change(event.target.value)}
      />
    </div>
  );
}

function Standing({ data, id, language }: Pick<EditorProps, "data" | "language"> & { readonly id: string }): ReactNode {
  const texts: Readonly<Record<string, string>> = passageOf(data, id)?.passage.texts ?? {};
  return (
    <p lang={language} dir="auto" className="soft">
      <Told text={texts[language] ?? id} />
    </p>
  );
}
