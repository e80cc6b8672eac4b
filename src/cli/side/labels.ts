// The label policy of a new accord when the sides bring none of their own: four levels, named in the four languages.
// The equivalence with each side's national levels is not here: it is data both sides sign.

import type { LabelPolicy } from "../../acts/index.ts";
import { labelPolicySchema } from "../../acts/index.ts";

export const usualLabels: LabelPolicy = labelPolicySchema.parse({
  policy: "entente-four-levels",
  levels: [
    {
      code: "unclassified",
      names: { fr: "Non classifié", ar: "غير مصنّف", he: "בלתי מסווג", en: "Unclassified" },
    },
    {
      code: "restricted",
      names: { fr: "Diffusion restreinte", ar: "محدود التوزيع", he: "מוגבל", en: "Restricted" },
    },
    { code: "confidential", names: { fr: "Confidentiel", ar: "مكتوم", he: "שמור", en: "Confidential" } },
    { code: "secret", names: { fr: "Secret", ar: "سرّي", he: "סודי", en: "Secret" } },
  ],
});
