// The texts of a communiqué side by side: the languages as columns, the paragraphs as rows, with what each side has
// cleared of each. Pure; the page shows it.

import type { CommuniqueData } from "../../procedures/index.ts";

export type Written = CommuniqueData["versions"][number]["version"];
export type WrittenPassage = CommuniqueData["passages"][number];

/** The dossier's data as its procedure keeps them, of a dossier of that procedure. */
export function parseCommunique(data: unknown): CommuniqueData {
  return data as CommuniqueData;
}

export interface Column {
  readonly language: string;
  readonly version: Written | undefined;
  readonly digest: string | undefined;
  /** By side, whether it has cleared the text as it stands. */
  readonly cleared: Readonly<Record<string, boolean>>;
}

export interface Cell {
  readonly language: string;
  readonly text: string;
  /** The words are translated from another language. */
  readonly translatedFrom?: string | undefined;
}

export interface ParagraphRow {
  readonly number: number;
  readonly passage: WrittenPassage | undefined;
  readonly cells: readonly Cell[];
}

/** The languages of the communiqué, whether their text is written or not. */
export function columnsOf(data: CommuniqueData, parties: readonly string[]): readonly Column[] {
  return data.languages.map((language) => {
    const found = data.versions.find((one) => one.version.language === language);
    const clearances: Readonly<Record<string, string>> = data.clearances[language] ?? {};
    return {
      language,
      version: found?.version,
      digest: found?.digest,
      cleared: Object.fromEntries(
        parties.map((party) => [party, found !== undefined && clearances[party] === found.digest]),
      ),
    };
  });
}

export function rowsOf(data: CommuniqueData): readonly ParagraphRow[] {
  const longest = Math.max(0, ...data.versions.map((one) => one.version.paragraphs.length));
  return Array.from({ length: longest }, (_, index) => {
    const named = data.versions.map((one) => one.version.paragraphs[index]?.passage).find((id) => id !== undefined);
    return {
      number: index + 1,
      passage: passageOf(data, named),
      cells: data.languages.map((language) => cellOf(data, { language, index })),
    };
  });
}

function cellOf(data: CommuniqueData, at: { readonly language: string; readonly index: number }): Cell {
  const { language, index } = at;
  const paragraph = data.versions.find((one) => one.version.language === language)?.version.paragraphs[index];
  const passage = passageOf(data, paragraph?.passage)?.passage;
  if (!passage) return { language, text: paragraph?.text ?? "" };
  const texts: Readonly<Record<string, string>> = passage.texts;
  const translated = passage.original !== language;
  return { language, text: texts[language] ?? "", ...(translated ? { translatedFrom: passage.original } : {}) };
}

export function passageOf(data: CommuniqueData, id: string | undefined): WrittenPassage | undefined {
  return id === undefined ? undefined : data.passages.find((one) => one.passage.id === id);
}

/** The digests of the texts that stand, as the steps that name them all want them. */
export function digestsOf(data: CommuniqueData): Readonly<Record<string, string>> {
  return Object.fromEntries(data.versions.map((one) => [one.version.language, one.digest]));
}

/** What an editor of a language begins with: its text, or the places of the others with nothing in them. */
export function beginningIn(data: CommuniqueData, input: { readonly language: string; readonly today: string }): Draft {
  const { language, today } = input;
  const own = data.versions.find((one) => one.version.language === language)?.version;
  const model = own ?? data.versions[0]?.version;
  return {
    headline: own?.headline ?? "",
    place: own?.place ?? "",
    date: model?.date ?? today,
    paragraphs: (model?.paragraphs ?? [{ text: "" }]).map(({ text, passage }) =>
      passage === undefined ? { text: own ? (text ?? "") : "" } : { passage },
    ),
  };
}

export interface Draft {
  readonly headline: string;
  readonly place: string;
  readonly date: string;
  readonly paragraphs: readonly { readonly text?: string | undefined; readonly passage?: string | undefined }[];
}

/** The body of the step that writes it. Empty paragraphs are left out. */
export function bodyOf(
  data: CommuniqueData,
  input: { readonly language: string; readonly draft: Draft },
): Readonly<Record<string, unknown>> {
  const { language, draft } = input;
  const base = data.versions.find((one) => one.version.language === language)?.digest;
  const paragraphs = draft.paragraphs.filter((one) => one.passage !== undefined || (one.text ?? "").trim() !== "");
  return { version: { language, ...draft, paragraphs }, ...(base === undefined ? {} : { base }) };
}
