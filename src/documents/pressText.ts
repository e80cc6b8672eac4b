// A public text as a press office sends it out: what it is and whose, its paragraphs with every quotation's speaker and
// original language, its photographs, and what was corrected in it. Once as HTML and once as plain text. Of a text that
// was killed nothing but place and day is repeated. Texts are untrusted: the HTML is made of escaped text alone.

import type { PublicText, ToldToPublic } from "../procedures/index.ts";
import { legible } from "./feed.ts";
import { type PressLanguage, pressWords } from "./pressWords.ts";

export interface PressText {
  readonly title: string;
  readonly html: string;
  readonly text: string;
}

export interface Press {
  readonly told: Pick<ToldToPublic, "kind" | "issuer" | "said" | "killedAt">;
  readonly version: ToldToPublic["versions"][number];
  readonly language: PressLanguage;
  /** The sides as they are called in this language, in the order of the accord. */
  readonly sides: Readonly<Record<string, string>>;
  /** The zone of the publishing side's calendar, for days. */
  readonly zone: string;
}

export function pressText(press: Press): PressText {
  const { told, version, language } = press;
  const { text } = version;
  const words = pressWords[language];
  const day = dayIn(language, text.date);
  if (told.killedAt !== undefined) {
    const lines = [plain(words.killed)];
    return { title: words.killedTitle(text.place, day), ...written(lines) };
  }
  const lines = [
    ...correctionLines(press),
    { tag: "p", parts: [{ tag: "em", text: aboutLine(press) }] } as const,
    ...text.paragraphs.map((one, index) =>
      paragraphLine(press, { one, lead: index === 0 ? `${text.place}, ${day}` : "" }),
    ),
    ...text.photos.map((photo) => plain(words.photograph(photo.caption, photo.credit))),
  ];
  return { title: text.headline, ...written(lines) };
}

type Tag = "em" | "strong" | "cite";
interface Part {
  readonly tag?: Tag;
  readonly text: string;
}
interface Line {
  readonly tag: "p" | "blockquote";
  readonly parts: readonly Part[];
}

const plain = (text: string): Line => ({ tag: "p", parts: [{ text }] });

function written(lines: readonly Line[]): { readonly html: string; readonly text: string } {
  return {
    html: lines.map(({ tag, parts }) => `<${tag}>${parts.map(htmlPart).join(" ")}</${tag}>`).join(""),
    text: lines.map(({ parts }) => parts.map((one) => one.text).join(" ")).join("\n\n"),
  };
}

function htmlPart({ tag, text }: Part): string {
  const escaped = escapedHtml(text).replaceAll("\n", "<br>");
  return tag === undefined ? escaped : `<${tag}>${escaped}</${tag}>`;
}

const signs: Readonly<Record<string, string>> = {
  "<": "&lt;",
  ">": "&gt;",
  "&": "&amp;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapedHtml(text: string): string {
  return legible(text).replaceAll(/[<>&"']/g, (sign) => signs[sign] ?? sign);
}

function correctionLines({ version, language, zone }: Press): Line[] {
  return version.corrections.map(({ at, notice }) => ({
    tag: "p",
    parts: [
      { tag: "strong", text: `${pressWords[language].corrected(dayOf(at, { language, zone }))}:` },
      { text: inLanguage(notice, language) },
    ],
  }));
}

function aboutLine({ told, language, sides }: Press): string {
  const words = pressWords[language];
  const own = sides[told.issuer] ?? told.issuer;
  if (told.kind === "joint") {
    const list = new Intl.ListFormat(words.locale, { type: "conjunction" });
    return words.joint(list.format(Object.values(sides)));
  }
  if (!told.said) return words.own(own);
  const { medium, source, speaker, on } = told.said;
  const by = speaker ? speakerOf(speaker, language) : (source ?? own);
  return `${words.recorded({ by, medium, day: dayIn(language, on) })} ${words.recordedBy(own)}`;
}

function paragraphLine(
  { language }: Press,
  { one, lead }: { readonly one: PublicText["paragraphs"][number]; readonly lead: string },
): Line {
  const words = pressWords[language];
  const head: Part[] = lead === "" ? [] : [{ tag: "strong", text: `${lead}.` }];
  const { passage } = one;
  if (passage?.kind !== "quote") return { tag: "p", parts: [...head, { text: one.text }] };
  const from = passage.original === language ? undefined : words.translated(languageIn(language, passage.original));
  const said = [passage.speaker && speakerOf(passage.speaker, language), from].filter((part) => part !== undefined);
  const cite: Part[] = said.length === 0 ? [] : [{ tag: "cite", text: `(${said.join("; ")})` }];
  return { tag: "blockquote", parts: [...head, { text: words.quote(one.text) }, ...cite] };
}

type Speaker = NonNullable<NonNullable<PublicText["paragraphs"][number]["passage"]>["speaker"]>;

function speakerOf({ name, function: office }: Speaker, language: PressLanguage): string {
  const called = inLanguage(office, language);
  return name === undefined ? called : `${name}, ${called}`;
}

function inLanguage(texts: Readonly<Record<string, string>>, language: string): string {
  return texts[language] ?? Object.values(texts)[0] ?? "";
}

function languageIn(language: PressLanguage, code: string): string {
  return new Intl.DisplayNames(pressWords[language].locale, { type: "language" }).of(code) ?? code;
}

/** A day as it stands in the text. */
function dayIn(language: PressLanguage, date: string): string {
  return dateFormat(language, "UTC").format(Date.parse(`${date}T12:00:00Z`));
}

function dayOf(at: number, { language, zone }: { readonly language: PressLanguage; readonly zone: string }): string {
  return dateFormat(language, zone).format(at);
}

function dateFormat(language: PressLanguage, timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(pressWords[language].locale, { dateStyle: "long", timeZone, calendar: "gregory" });
}
