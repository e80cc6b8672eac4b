// Labels in XML, read and written: ADatP-4774 Edition A (appendix 1) and, where several labels stand in one file, the
// binding of ADatP-4778 around them. Reading refuses what it could not write again. Signatures of a binding are not
// verified here and a file that has one is refused: it says more than these labels.

import { isRefusal, type Refusal, refuse, utf8 } from "../base/index.ts";
import {
  categoryTypes,
  type LabelFile,
  type Marking,
  type MarkingCategory,
  type MarkingKind,
  markingKinds,
} from "./marking.ts";
import { escapedXml, parseXml, type XmlElement } from "./xml.ts";

const labelNamespace = "urn:nato:stanag:4774:confidentialitymetadatalabel:1:0";
const bindingNamespace = "urn:nato:stanag:4778:bindinginformation:1:0";
const schemaInstance = "{http://www.w3.org/2001/XMLSchema-instance}";

const kindsByName: ReadonlyMap<string, MarkingKind> = new Map([
  ...markingKinds.map((kind) => [`${kind}ConfidentialityLabel`, kind] as const),
  // "For backwards compatibility only": the one label there was.
  ["ConfidentialityLabel", "originator"],
]);

const dateTime = /^-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/;
const longest = 512;

/** The labels of a file; untrusted. */
export function parseLabelXml(bytes: Uint8Array): LabelFile | Refusal {
  const root = parseXml(bytes);
  if (isRefusal(root)) return root;
  if (root.namespace === labelNamespace) {
    const marking = parseMarking(root);
    return isRefusal(marking) ? marking : { markings: [marking], binds: [] };
  }
  if (root.namespace === bindingNamespace && root.name === "BindingInformation") return parseBinding(root);
  return refuse("documents.notLabel", { problem: `its root is ${root.name} of "${root.namespace.slice(0, 100)}"` });
}

/** BindingInformation, MetadataBindingContainer, MetadataBinding: one of each, as this room writes them. */
function parseBinding(root: XmlElement): LabelFile | Refusal {
  const [container, second] = root.children;
  const [binding, other] = container?.children ?? [];
  const names = [container?.name, binding?.name].join(" ");
  if (!binding || second || other || names !== "MetadataBindingContainer MetadataBinding")
    return refuse("documents.labelPart", { what: "a binding of more than one container or with a signature" });
  const markings: Marking[] = [];
  const binds: string[] = [];
  for (const child of binding.children) {
    if (child.namespace !== bindingNamespace) return stranger(child);
    const [label, next] = child.children;
    if (child.name === "DataReference" && !label) binds.push(child.attributes.get("URI") ?? "");
    else if (child.name === "Metadata" && label && !next && label.namespace === labelNamespace) {
      const marking = parseMarking(label);
      if (isRefusal(marking)) return marking;
      markings.push(marking);
    } else return stranger(child);
  }
  if (markings.length > 0) return { markings, binds };
  return refuse("documents.notLabel", { problem: "the binding holds no label" });
}

function stranger(element: XmlElement): Refusal {
  return refuse("documents.labelPart", { what: `the element ${element.name.slice(0, 60)}` });
}

function parseMarking(root: XmlElement): Marking | Refusal {
  const kind = kindsByName.get(root.name);
  if (kind === undefined) return refuse("documents.notLabel", { problem: `its root is ${root.name.slice(0, 60)}` });
  const known = attributesOf(root, ["Id", "ReviewDateTime"]);
  if (isRefusal(known)) return known;
  const parts = onceEach(root, ["ConfidentialityInformation", "OriginatorID", "CreationDateTime"]);
  if (isRefusal(parts)) return parts;
  const information = parts.get("ConfidentialityInformation");
  if (!information) return refuse("documents.notLabel", { problem: "it has no ConfidentialityInformation" });
  const said = parseInformation(information);
  if (isRefusal(said)) return said;
  const created = parts.get("CreationDateTime")?.text.trim();
  for (const date of [created, known.ReviewDateTime])
    if (date !== undefined && !dateTime.test(date))
      return refuse("documents.notLabel", { problem: `${date.slice(0, 40)} is no date and time` });
  const originator = parts.get("OriginatorID");
  const type = originator && attributesOf(originator, ["IDType"]);
  if (isRefusal(type)) return type;
  return {
    kind,
    ...(known.Id === undefined ? {} : { id: known.Id }),
    ...said,
    ...(originator ? { originator: { type: type?.IDType ?? "", text: originator.text.trim() } } : {}),
    ...(created === undefined ? {} : { created }),
    ...(known.ReviewDateTime === undefined ? {} : { review: known.ReviewDateTime }),
  };
}

type Information = Pick<Marking, "policy" | "policyUri" | "classification" | "privacyMark" | "categories">;

function parseInformation(element: XmlElement): Information | Refusal {
  const categories: MarkingCategory[] = [];
  for (const child of element.children.filter((one) => one.name === "Category")) {
    const category = parseCategory(child);
    if (isRefusal(category)) return category;
    categories.push(category);
  }
  const rest = { ...element, children: element.children.filter((one) => one.name !== "Category") };
  const parts = onceEach(rest, ["PolicyIdentifier", "Classification", "PrivacyMark"]);
  if (isRefusal(parts)) return parts;
  const policy = parts.get("PolicyIdentifier");
  const classification = token(parts.get("Classification")?.text ?? "");
  // Edition A has URI; its forerunners, and tools that follow them, URL.
  const named = policy && attributesOf(policy, ["URI", "URL"]);
  if (isRefusal(named)) return named;
  if (!policy || token(policy.text) === "" || classification === "")
    return refuse("documents.notLabel", { problem: "it names no policy or no classification" });
  const uri = named?.URI ?? named?.URL;
  const privacyMark = parts.get("PrivacyMark")?.text;
  const all = [
    policy.text,
    classification,
    privacyMark ?? "",
    ...categories.flatMap((one) => [one.tag, ...one.values]),
  ];
  if (all.some((text) => text.length > longest))
    return refuse("documents.labelPart", { what: `a text of more than ${longest} characters` });
  return {
    policy: token(policy.text),
    ...(uri === undefined ? {} : { policyUri: uri }),
    classification,
    ...(privacyMark === undefined ? {} : { privacyMark }),
    categories,
  };
}

function parseCategory(element: XmlElement): MarkingCategory | Refusal {
  const known = attributesOf(element, ["Type", "TagName", "URI", "URL"]);
  if (isRefusal(known)) return known;
  const type = categoryTypes.find((one) => one.toUpperCase() === known.Type);
  if (type === undefined || !known.TagName)
    return refuse("documents.notLabel", { problem: "a category has no type of the standard, or no tag" });
  const odd = element.children.find((value) => value.name !== "GenericValue" || value.namespace !== labelNamespace);
  if (odd) return stranger(odd);
  const values = element.children.map((value) => value.text.trim());
  if (values.includes("")) return refuse("documents.notLabel", { problem: `a value of ${known.TagName} is empty` });
  const uri = known.URI ?? known.URL;
  return { tag: known.TagName, type, ...(uri === undefined ? {} : { uri }), values };
}

/** The attributes by name; one that is not named here is refused, those of the schema's location aside. */
function attributesOf(
  element: XmlElement,
  names: readonly string[],
): Readonly<Record<string, string | undefined>> | Refusal {
  for (const name of element.attributes.keys())
    if (!names.includes(name) && !name.startsWith(schemaInstance))
      return refuse("documents.labelPart", { what: `the attribute ${name.slice(0, 60)} of ${element.name}` });
  return Object.fromEntries(names.map((name) => [name, element.attributes.get(name)]));
}

/** The children by name, each at most once; another is refused. */
function onceEach(element: XmlElement, names: readonly string[]): ReadonlyMap<string, XmlElement> | Refusal {
  const parts = new Map<string, XmlElement>();
  for (const child of element.children) {
    if (child.namespace !== labelNamespace || !names.includes(child.name)) return stranger(child);
    if (parts.has(child.name)) return refuse("documents.notLabel", { problem: `${child.name} stands there twice` });
    parts.set(child.name, child);
  }
  return parts;
}

function token(text: string): string {
  return text.trim().replaceAll(/\s+/g, " ");
}

/** UTF-8. One label that is bound to nothing stands alone; otherwise all stand in a binding. */
export function formatLabelXml(file: LabelFile): Uint8Array {
  const [only] = file.markings;
  const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
  if (only && file.markings.length === 1 && file.binds.length === 0) return utf8(`${head}${labelText(only, "")}`);
  const metadata = file.markings.map((one) => `      <Metadata>\n${labelText(one, "        ")}      </Metadata>\n`);
  const references = file.binds.map((uri) => `      <DataReference URI="${escapedXml(uri)}"/>\n`);
  return utf8(
    `${head}<BindingInformation xmlns="${bindingNamespace}">\n  <MetadataBindingContainer>\n    <MetadataBinding>\n` +
      `${metadata.join("")}${references.join("")}` +
      "    </MetadataBinding>\n  </MetadataBindingContainer>\n</BindingInformation>\n",
  );
}

function labelText(marking: Marking, indent: string): string {
  const { policy, policyUri, classification, privacyMark, categories, originator, created } = marking;
  const root = `${marking.kind}ConfidentialityLabel`;
  const attributes = attributesText({ xmlns: labelNamespace, Id: marking.id, ReviewDateTime: marking.review });
  const lines = [
    `<${root}${attributes}>`,
    "  <ConfidentialityInformation>",
    `    <PolicyIdentifier${attributesText({ URI: policyUri })}>${escapedXml(policy)}</PolicyIdentifier>`,
    `    <Classification>${escapedXml(classification)}</Classification>`,
    ...(privacyMark === undefined ? [] : [`    <PrivacyMark>${escapedXml(privacyMark)}</PrivacyMark>`]),
    ...categories.flatMap(({ tag, type, uri, values }) => [
      `    <Category${attributesText({ Type: type.toUpperCase(), TagName: tag, URI: uri })}>`,
      ...values.map((value) => `      <GenericValue>${escapedXml(value)}</GenericValue>`),
      "    </Category>",
    ]),
    "  </ConfidentialityInformation>",
    ...(originator
      ? [`  <OriginatorID${attributesText({ IDType: originator.type })}>${escapedXml(originator.text)}</OriginatorID>`]
      : []),
    ...(created === undefined ? [] : [`  <CreationDateTime>${escapedXml(created)}</CreationDateTime>`]),
    `</${root}>`,
  ];
  return lines.map((line) => `${indent}${line}\n`).join("");
}

function attributesText(attributes: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(attributes).filter(([, value]) => value !== undefined);
  return given.map(([name, value]) => ` ${name}="${escapedXml(value ?? "")}"`).join("");
}
