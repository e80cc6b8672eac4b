// Labels of acts and documents as XML (ADatP-4774), and what such XML says.

import { labelSchema } from "../../acts/index.ts";
import { z } from "../../base/index.ts";
import { refusalText } from "./common.ts";

const marking = z
  .strictObject({
    kind: z.enum(["originator", "alternative", "metadata"]),
    id: z.string().optional(),
    policy: z.string(),
    policyUri: z.string().optional(),
    classification: z.string(),
    privacyMark: z.string().optional(),
    categories: z.array(
      z.strictObject({
        tag: z.string(),
        type: z.enum(["permissive", "restrictive", "informative"]),
        uri: z.string().optional(),
        values: z.array(z.string()),
      }),
    ),
    originator: z.strictObject({ type: z.string(), text: z.string() }).optional(),
    created: z.string().optional(),
    review: z.string().optional(),
  })
  .meta({ id: "Marking", description: "What one label in XML says, whole (ADatP-4774 Edition A)." });

export const importedLabels = z
  .strictObject({
    markings: z.array(marking),
    /** What they are bound to (ADatP-4778). */
    binds: z.array(z.string()),
    label: labelSchema
      .optional()
      .meta({ description: "The label that counts here, as an act or a document bears it." }),
    left: z.array(z.string()).meta({ description: "What the XML says beside it that restricts nothing." }),
    refusal: refusalText.optional().meta({ description: "Why there is no label that says what the XML says." }),
  })
  .meta({ id: "ImportedLabels" });

export type ImportedLabels = z.input<typeof importedLabels>;
