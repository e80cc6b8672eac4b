// The handlers of labels in XML: what a file says, and an act's or a document's label for a system of the other kind.

import { documentsIn, type Label, type LabelPolicy } from "../../acts/index.ts";
import { type Handlers, type ImportedLabels, refusalTextOf } from "../../api/index.ts";
import { fromUtf8, isRefusal, type Refusal, refuse, utf8 } from "../../base/index.ts";
import {
  formatLabelXml,
  type LabelFile,
  labelOfMarking,
  type Marking,
  markingFor,
  markingOfLabel,
  parseLabelXml,
} from "../../documents/index.ts";
import type { Officer } from "../../policy/index.ts";
import { accordOf, type HandlerContext, mayRead } from "./context.ts";
import { foundAct } from "./reading.ts";

export function labelHandlers(context: HandlerContext): Pick<Handlers<Officer>, "importLabel" | "exportLabel"> {
  return {
    importLabel({ params, body }, officer) {
      const accord = accordOf(context, params.accord);
      if (isRefusal(accord)) return accord;
      const refused = mayRead(context, { officer, accord, procedure: "accord" });
      if (refused) return refused;
      const file = parseLabelXml(utf8(body.xml));
      return isRefusal(file) ? file : importedLabels(file, accord.side.founding.labels);
    },
    async exportLabel({ params, query }, officer) {
      const found = await foundAct(context, { params, officer });
      if (isRefusal(found)) return found;
      const { act } = found.leaf;
      const { document } = query;
      const named = document === undefined ? act : documentsIn(act.body).find((one) => one.digest === document);
      if (!named) return refuse("api.unknown", { what: "document", got: document ?? "" });
      return labelXml(named.label, act.at.instant);
    },
  };
}

function importedLabels(file: LabelFile, policy: LabelPolicy): ImportedLabels {
  const marking = countingMarking(file, policy.policy);
  const carried = isRefusal(marking) ? marking : labelOfMarking(marking, policy);
  return {
    markings: file.markings.map((one) => ({
      ...one,
      categories: one.categories.map((category) => ({ ...category, values: [...category.values] })),
    })),
    binds: [...file.binds],
    ...(isRefusal(carried)
      ? { left: [], refusal: refusalTextOf(carried) }
      : { label: plainLabel(carried.label), left: [...carried.left] }),
  };
}

function plainLabel({ policy, classification, releasableTo, caveats }: Label): NonNullable<ImportedLabels["label"]> {
  const cautions = caveats ? { caveats: [...caveats] } : {};
  return { policy, classification, releasableTo: [...releasableTo], ...cautions };
}

/** One label alone counts whatever its policy, for a document may bear a side's own; of several, one of this policy. */
function countingMarking(file: LabelFile, policy: string): Marking | Refusal {
  const [only] = file.markings;
  return only && file.markings.length === 1 ? only : markingFor(file, policy);
}

/** The label as XML. What would not be read back as the same label is not given out. */
function labelXml(label: Label, created: string): string | Refusal {
  const bytes = formatLabelXml({ markings: [markingOfLabel(label, { created })], binds: [] });
  const again = parseLabelXml(bytes);
  if (isRefusal(again)) return again;
  return fromUtf8(bytes) ?? refuse("documents.notXml", { problem: "it is not UTF-8" });
}
