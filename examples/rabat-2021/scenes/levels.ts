// The table of equivalent levels: each side's own levels, named in every language of the accord, and what each is in
// the accord's policy. Signed by both. Neither side publishes such a table; the policies and their names are
// demonstration data.

import type { Party } from "../data.ts";
import { labels } from "../founding-data.ts";
import { posts } from "../posts.ts";
import { tableDigest } from "../readings.ts";
import { type ActStep, both, type Scene, type Step } from "../step.ts";

/** Each side's own policy of labels. */
export const ownPolicy: Readonly<Record<Party, string>> = {
  MA: "MA-NATIONAL-DEMONSTRATION",
  IL: "IL-NATIONAL-DEMONSTRATION",
};

/** The accord's levels as either side calls its own, from the lowest. */
const ownLevels = {
  MA: [
    { code: "non-protege", names: { fr: "Non protégé", ar: "غير محمي", he: "לא מוגן", en: "Not protected" } },
    {
      code: "diffusion-restreinte",
      names: { fr: "Diffusion restreinte", ar: "توزيع محدود", he: "תפוצה מוגבלת", en: "Restricted distribution" },
    },
    { code: "confidentiel", names: { fr: "Confidentiel", ar: "مكتوم", he: "חסוי", en: "Confidential" } },
  ],
  IL: [
    { code: "balmas", names: { fr: "Non classifié", ar: "غير مصنف", he: 'בלמ"ס', en: "Unclassified" } },
    { code: "mugbal", names: { fr: "Restreint", ar: "مقيد", he: "מוגבל", en: "Restricted" } },
    { code: "shamur", names: { fr: "Réservé", ar: "محفوظ", he: "שמור", en: "Confidential" } },
  ],
} as const;

const sides = ["MA", "IL"] as const;

/** Level by level, there and back. */
const rows = sides.flatMap((side) =>
  ownLevels[side].flatMap(({ code }, rank) => {
    const own = { policy: ownPolicy[side], level: code };
    const accord = { policy: labels.policy, level: labels.levels[rank]?.code ?? "" };
    return [
      { from: own, to: accord },
      { from: accord, to: own },
    ];
  }),
);

const table: ActStep = {
  kind: "act",
  key: "levels",
  procedure: "equivalence/1",
  step: "table",
  side: "MA",
  by: posts.securityAuthority.MA,
  at: "2022-03-03T09:00:00Z",
  say: "tables the equivalence of levels: six levels of the two sides, each in four languages",
  body: () => ({
    reference: "EQ-2022-1 (demonstration)",
    policies: sides.map((owner) => ({ owner, policy: ownPolicy[owner], levels: ownLevels[owner] })),
    rows,
    validFrom: "2022-03-03",
    validUntil: "2027-03-02",
    zone: "Africa/Casablanca",
  }),
};

const adopt = both(
  {
    key: "levels.adopt",
    procedure: "equivalence/1",
    step: "adopt",
    dossier: "levels",
    grave: true,
    by: posts.securityAuthority,
    say: "adopts the table, by its digest",
    body: async (reading) => ({ table: await tableDigest(reading, "levels") }),
  },
  [
    ["IL", "2022-03-03T13:00:00Z"],
    ["MA", "2022-03-03T14:00:00Z"],
  ],
);

const named: Step = {
  kind: "tell",
  async lines() {
    const { fr, he } = ownLevels.IL[1].names;
    return [`A level is named from the table and never translated: "${he}" of Israel is "${fr}" in French.`];
  },
};

export const levels: Scene = {
  title: "The levels of both sides, related by a table that both sign",
  steps: [table, ...adopt, named],
};
