// XML from outside, read into elements, attributes and text. Untrusted: what could make a parser work long or fetch
// anything is refused by looking at the bytes, before a parser sees them. XML 1.0 in UTF-8 with namespaces; of what XML
// has besides, only comments and the declaration.

import { DOMParser, type Element, type Node, ParseError } from "@xmldom/xmldom";
import { fromUtf8, isRefusal, type Refusal, refuse } from "../base/index.ts";

export interface XmlElement {
  readonly namespace: string;
  readonly name: string;
  /** By name; those of a namespace as `{namespace}name`. Declarations of namespaces are left out. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** The text directly in it, white space kept. */
  readonly text: string;
}

const depthMax = 16;
const tooDeep = `more than ${depthMax} levels of elements`;

export interface XmlLimits {
  readonly bytes: number;
  readonly elements: number;
}

/** Of a label, which is short. */
const labelLimits: XmlLimits = { bytes: 64 * 1024, elements: 1_000 };

export function parseXml(bytes: Uint8Array, limits: XmlLimits = labelLimits): XmlElement | Refusal {
  if (bytes.length > limits.bytes) return refuse("documents.xmlTooLarge", { bytes: bytes.length, limit: limits.bytes });
  const text = fromUtf8(bytes);
  if (text === undefined) return refuse("documents.notXml", { problem: "it is not UTF-8" });
  const plain = text.replace(/^\uFEFF/, "");
  const bomb = bombIn(plain, limits);
  if (bomb !== undefined) return refuse("documents.xmlBomb", { problem: bomb });
  const root = documentElement(plain);
  return isRefusal(root) ? root : elementOf(root, 1);
}

/** What in the text no label needs and a parser could be made to choke on; undefined when there is nothing. */
function bombIn(text: string, limits: XmlLimits): string | undefined {
  const without = text.replaceAll(/<!--(?:(?!-->)[\s\S])*-->/g, "").replace(/^\s*<\?xml\s[^>]*\?>/, "");
  if (/<!DOCTYPE/i.test(without)) return "a DOCTYPE";
  if (/<!/.test(without)) return "a declaration or a CDATA section";
  if (/<\?/.test(without)) return "a processing instruction";
  const entity = /&(?!(?:lt|gt|amp|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});)[^;\s<]{0,20}/.exec(without)?.[0];
  if (entity !== undefined) return `the entity ${entity}`;
  let depth = 0;
  let count = 0;
  for (const [tag] of without.matchAll(/<\/?[^<>]*>/g)) {
    if (tag.startsWith("</")) depth -= 1;
    else {
      count += 1;
      if (!tag.endsWith("/>")) depth += 1;
    }
    if (depth > depthMax) return tooDeep;
    if (count > limits.elements) return `more than ${limits.elements} elements`;
  }
  return undefined;
}

function documentElement(text: string): Element | Refusal {
  const problems: string[] = [];
  const parser = new DOMParser({
    onError: (_, message) => {
      // A warning is what another parser takes for an error: two readings of one label are none.
      problems.push(message);
      throw new ParseError(message);
    },
  });
  try {
    const root = parser.parseFromString(text, "application/xml").documentElement;
    return root ?? refuse("documents.notXml", { problem: "it has no element" });
  } catch (cause) {
    if (!(cause instanceof ParseError)) throw cause;
    return refuse("documents.notXml", { problem: (problems[0] ?? cause.message).slice(0, 200) });
  }
}

const xmlnsNamespace = "http://www.w3.org/2000/xmlns/";

function elementOf(element: Element, depth: number): XmlElement | Refusal {
  // A sign > in an attribute may have hidden it from the look at the text.
  if (depth > depthMax) return refuse("documents.xmlBomb", { problem: tooDeep });
  const attributes = new Map<string, string>();
  for (let i = 0; i < element.attributes.length; i++) {
    const one = element.attributes.item(i);
    if (one === null || one.namespaceURI === xmlnsNamespace) continue;
    attributes.set(one.namespaceURI ? `{${one.namespaceURI}}${one.localName}` : one.name, one.value);
  }
  const children: XmlElement[] = [];
  let text = "";
  for (let node = element.firstChild; node !== null; node = node.nextSibling) {
    const child = isElement(node) ? elementOf(node, depth + 1) : undefined;
    if (isRefusal(child)) return child;
    if (child) children.push(child);
    else if (node.nodeType === node.TEXT_NODE) text += node.nodeValue ?? "";
  }
  return { namespace: element.namespaceURI ?? "", name: element.localName ?? "", attributes, children, text };
}

function isElement(node: Node): node is Element {
  return node.nodeType === node.ELEMENT_NODE;
}

/** Text as it stands in an element or an attribute. */
export function escapedXml(text: string): string {
  const names: Readonly<Record<string, string>> = { "<": "&lt;", ">": "&gt;", "&": "&amp;", '"': "&quot;" };
  return text
    .replaceAll(/[<>&"]/g, (char) => names[char] ?? char)
    .replaceAll(/[\t\n\r]/g, (char) => `&#${char.charCodeAt(0)};`);
}
