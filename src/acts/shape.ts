// Whether a JSON value is an act, answered at once: the same grammar as `actSchema` of act.ts, without its words. Every
// act of a register passes here several times, nearly all of them are well formed, and the schema library takes longer
// than all the rest of the reading. What is not an act goes on to the schema, which says why; a law in the tests holds
// the two to one answer.

import type { JsonValue } from "../seal/index.ts";
import {
  isAccordId,
  isActId,
  isArticleNumber,
  isFunctionCode,
  isInstantText,
  isPartyCode,
  isProcedureId,
  isServiceCode,
  isZoneName,
} from "./names.ts";

type Fields = { readonly [name: string]: JsonValue };

const fieldsOfAct = 13;
const word = /^[a-z][a-z0-9-]{1,39}$/;
const stepName = /^[a-z][A-Za-z0-9]{1,39}$/;

/** True only for what `actSchema` accepts. */
export function hasActShape(value: JsonValue): boolean {
  return (
    isFields(value) &&
    Object.keys(value).length === fieldsOfAct &&
    is(value.accord, isAccordId) &&
    is(value.party, isPartyCode) &&
    is(value.id, isActId) &&
    is(value.dossier, isActId) &&
    is(value.service, isServiceCode) &&
    is(value.function, isFunctionCode) &&
    is(value.procedure, isProcedureId) &&
    is(value.step, (text) => stepName.test(text)) &&
    Number.isSafeInteger(value.seen) &&
    Number(value.seen) >= 0 &&
    isTime(value.at) &&
    isArticles(value.articles) &&
    isLabel(value.label) &&
    isBody(value.body)
  );
}

function is(value: JsonValue | undefined, test: (text: string) => boolean): boolean {
  return typeof value === "string" && value.length <= 64 && test(value);
}

function isFields(value: JsonValue | undefined): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isTime(value: JsonValue | undefined): boolean {
  return (
    isFields(value) && Object.keys(value).length === 2 && is(value.instant, isInstantText) && is(value.zone, isZoneName)
  );
}

function isArticles(value: JsonValue | undefined): boolean {
  if (!Array.isArray(value) || value.length > 16) return false;
  return value.every((one) => is(one, isArticleNumber)) && new Set(value).size === value.length;
}

function isLabel(value: JsonValue | undefined): boolean {
  if (!isFields(value)) return false;
  const { policy, classification, releasableTo, caveats } = value;
  const count = caveats === undefined ? 3 : 4;
  return (
    Object.keys(value).length === count &&
    is(policy, (text) => text.length >= 1) &&
    is(classification, (text) => word.test(text)) &&
    isSorted(releasableTo, { max: 8, test: isPartyCode }) &&
    (caveats === undefined || isSorted(caveats, { max: 16, test: (text) => word.test(text) }))
  );
}

/** One value or more, sorted, each once. */
function isSorted(value: JsonValue | undefined, of: { max: number; test: (text: string) => boolean }): boolean {
  if (!Array.isArray(value) || value.length < 1 || value.length > of.max) return false;
  let before = "";
  for (const one of value) {
    if (typeof one !== "string" || one.length > 64 || !of.test(one) || one <= before) return false;
    before = one;
  }
  return true;
}

function isBody(value: JsonValue | undefined): boolean {
  return isFields(value) && Object.keys(value).every((name) => name.length <= 64);
}
