// What stands around an act's body: in whose service and function it is made, on which articles it rests, and its
// label. What the officer's record and the accord leave only one answer to is not asked for; a label is never guessed.

import type { AccordDetail } from "../../api/index.ts";
import { isRefusal, type Refusal, refuse, z } from "../../base/index.ts";
import type { OfficerRecord } from "../../node/index.ts";
import { listOption } from "../side/fields.ts";

/** The options that frame an act. */
export const framingOptions = {
  accord: z.string().optional(),
  service: z.string().optional(),
  function: z.string().optional(),
  articles: listOption.optional(),
  label: z.string().optional(),
  caveats: listOption.optional(),
} as const;

export type FramingOptions = z.infer<z.ZodObject<typeof framingOptions>>;

export interface Framing {
  readonly service: string;
  readonly function: string;
  readonly articles: readonly string[];
  readonly label: Readonly<Record<string, unknown>>;
}

export interface Framed {
  readonly accord: AccordDetail;
  readonly officer: OfficerRecord | undefined;
  /** `founding`, or the domain an article must authorise. */
  readonly rests: string;
  readonly given: FramingOptions;
  /** Asks the person for one of the choices; undefined where nobody is there. */
  ask?(question: string, choices: readonly string[]): Promise<string | Refusal>;
}

/** Refused as `cli.choose` where something is open and nobody can be asked. */
export async function framingOf(framed: Framed): Promise<Framing | Refusal> {
  const { accord, officer, given } = framed;
  const service = await chosen(framed, {
    option: "--service",
    given: given.service,
    choices: officer ? [officer.service] : [],
  });
  if (isRefusal(service)) return service;
  const acting = await chosen(framed, {
    option: "--function",
    given: given.function,
    choices: officer?.functions ?? [],
  });
  if (isRefusal(acting)) return acting;
  const articles = await articlesOf(framed);
  if (isRefusal(articles)) return articles;
  // One level would be no choice, but a founding has several, and which one applies is the author's to say.
  const codes = accord.labels.levels.map((level) => level.code);
  const level = given.label ?? (framed.ask ? await framed.ask("Label", codes) : undefined);
  if (level === undefined) return refuse("cli.choose", { option: "--label", choices: codes });
  if (isRefusal(level)) return level;
  return {
    service,
    function: acting,
    articles,
    label: {
      policy: accord.labels.policy,
      classification: level,
      releasableTo: [accord.own, accord.other].toSorted(),
      ...(given.caveats ? { caveats: given.caveats.toSorted() } : {}),
    },
  };
}

async function articlesOf(framed: Framed): Promise<readonly string[] | Refusal> {
  const { accord, rests, given } = framed;
  if (given.articles) return given.articles;
  if (rests === "founding") return [];
  const authorising = accord.articles
    .filter((one) => one.applies && one.domains.includes(rests))
    .map((one) => one.number);
  // None at all: the node refuses with the article that would be needed.
  if (authorising.length === 0) return [];
  const article = await chosen(framed, { option: "--articles", given: undefined, choices: authorising });
  return isRefusal(article) ? article : [article];
}

async function chosen(
  framed: Framed,
  input: { readonly option: string; readonly given: string | undefined; readonly choices: readonly string[] },
): Promise<string | Refusal> {
  const { option, given, choices } = input;
  if (given !== undefined) return given;
  const [only] = choices;
  if (only !== undefined && choices.length === 1) return only;
  if (framed.ask) return framed.ask(option.replace("--", ""), choices);
  return refuse("cli.choose", { option, choices: choices.length > 0 ? choices : ["(this home does not know)"] });
}
