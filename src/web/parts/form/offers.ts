// What there is to name in a form: the parties, levels and articles of the accord, the services and functions of both
// sides, the dossiers, and the digests that the dossier itself holds.

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Directory } from "../../../api/index.ts";
import type { JsonValue } from "../../../seal/index.ts";
import { queryOf, useAccordId, useAsk } from "../../api/index.ts";
import { languages, manners, useName, useSpeech } from "../../language/index.ts";
import { useLevelName } from "../label.tsx";
import { useDossierTitle, useFunctionName, useProcedureName } from "../names.ts";
import { inSpeech, usePartyName, useSides } from "../sides.tsx";
import { toldText } from "../told-text.ts";
import type { FormAround, Offer, Offered } from "./context.ts";
import type { TextFormat } from "./field.ts";

const dossiersOffered = 200;

/** The same object until what it is made of has changed. */
export function useOffers(data?: JsonValue): Pick<FormAround, "offered" | "zones" | "languages"> {
  const sides = useSides();
  const { language } = useSpeech();
  const partyName = usePartyName();
  const levelName = useLevelName();
  const articles = useArticles();
  const named = useNamed();
  const digests = useDigests(data);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the names are functions of the sides and the language.
  return useMemo(() => {
    const zones = [...new Map([sides.own, sides.other].flatMap(zoneOf(sides, partyName))).values()];
    const tongues = languages.map((one) => ({ value: one, text: manners[one].name }));
    const lists: Partial<Record<TextFormat, Offered>> = {
      party: fixed([sides.own, sides.other].map((party) => ({ value: party, text: partyName(party) }))),
      language: free(tongues),
      level: fixed(sides.labels.levels.map((level) => ({ value: level.code, text: levelName(level.code) }))),
      article: free(articles),
      zone: free(zones),
      ...named,
      digest: free(digests),
    };
    return { zones, languages: tongues, offered: (format) => lists[format] };
  }, [sides, language, articles, named, digests]);
}

const fixed = (offers: readonly Offer[]): Offered => ({ offers, free: false });
const free = (offers: readonly Offer[]): Offered => ({ offers, free: true });

function zoneOf(
  sides: ReturnType<typeof useSides>,
  name: (party: string) => string,
): (party: string) => (readonly [string, Offer])[] {
  return (party) => {
    const zone = sides.parties.find((side) => side.party === party)?.zone;
    return zone === undefined ? [] : [[zone, { value: zone, text: `${zone} (${name(party)})` }]];
  };
}

function useArticles(): readonly Offer[] {
  const accord = useAccordId();
  const { language } = useSpeech();
  const { articles } = useAsk("accord", { params: { accord } });
  return useMemo(
    () =>
      articles.map((article) => ({
        value: article.number,
        text: `${article.number}. ${inSpeech(article.titles, language)}`,
      })),
    [articles, language],
  );
}

/** What is offered when it has come; a form does not wait for it. */
function useNamed(): Partial<Record<TextFormat, Offered>> {
  const accord = useAccordId();
  const { language } = useSpeech();
  const functionName = useFunctionName();
  const procedureName = useProcedureName();
  const titleOf = useDossierTitle();
  const directory = useQuery(queryOf("directory", { params: { accord } })).data;
  const dossiers = useQuery(queryOf("dossiers", { params: { accord }, query: { limit: dossiersOffered } })).data;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the names are functions of the directory and the language.
  return useMemo(() => {
    const services = servicesIn(directory);
    const functions = new Set(services.flatMap((service) => service.functions.map((one) => one.function)));
    return {
      service: free(servicesOffered(services, (names) => inSpeech(names, language))),
      function: free([...functions].map((code) => ({ value: code, text: functionName(code) }))),
      dossier: free(
        (dossiers?.items ?? []).map((row) => ({
          value: row.dossier,
          text: `${procedureName(row.procedure)} · ${toldText(titleOf(row))}`,
        })),
      ),
    };
  }, [directory, dossiers, language]);
}

/** Both sides may have a service of one code: it is offered once, with both names. */
function servicesOffered(
  services: Directory["parties"][string],
  read: (names: Readonly<Record<string, string>>) => string,
): readonly Offer[] {
  const named = new Map<string, ReadonlySet<string>>();
  for (const one of services) named.set(one.service, new Set([...(named.get(one.service) ?? []), read(one.names)]));
  return [...named].map(([value, names]) => ({ value, text: [...names].filter((name) => name !== "").join(" · ") }));
}

function servicesIn(directory: Directory | undefined): Directory["parties"][string] {
  return Object.values(directory?.parties ?? {}).flat();
}

/** The digests that stand in the dossier, each by the name of the field it stands in. */
function useDigests(data: JsonValue | undefined): readonly Offer[] {
  const name = useName();
  const { language } = useSpeech();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the names are a function of the language.
  return useMemo(() => {
    const found = new Map<string, Offer>();
    eachDigest({ value: data, path: [] }, (digest, path) => {
      const text = path.map((part) => name(part)).join(" › ");
      if (!found.has(digest)) found.set(digest, { value: digest, text });
    });
    return [...found.values()];
  }, [data, language]);
}

interface Walked {
  readonly value: JsonValue | undefined;
  readonly path: readonly string[];
}

/** Every digest in a value, with the names that lead to it. */
export function eachDigest({ value, path }: Walked, take: (digest: string, path: readonly string[]) => void): void {
  if (typeof value === "string") {
    if (/^sha256:[0-9a-f]{64}$/.test(value)) take(value, path);
    return;
  }
  if (typeof value !== "object" || value === null) return;
  for (const [name, inner] of Object.entries(value)) eachDigest({ value: inner, path: [...path, name] }, take);
}
