// What a home's configuration says of the public feed and of the press office's own site.

import { isAccordId } from "../../acts/index.ts";
import { z } from "../../base/index.ts";
import { pressLanguages } from "../../documents/index.ts";

export const pressSchema = z.strictObject({
  /** Of the feed in each language; the side's name when absent. */
  titles: z.partialRecord(z.enum(pressLanguages), z.string().min(1).max(200)).optional(),
  /** Where readers find the feed, when that is not the card's address; its own path, if it has one, comes first. */
  address: z
    .url({ protocol: /^https?$/ })
    .max(200)
    .optional(),
  /** The press office's own page. */
  home: z
    .url({ protocol: /^https?$/ })
    .max(200)
    .optional(),
  /** The accords whose communiqués are told; all of them when absent. */
  accords: z.array(z.string().refine(isAccordId, "an accord's id")).min(1).max(100).optional(),
  /** Texts in one feed; 50 when absent. */
  items: z.number().int().min(1).max(200).optional(),
  /** The press office's own site, to which each text is brought. */
  webhook: z
    .strictObject({
      address: z.url({ protocol: /^https?$/ }).max(400),
      /** PEM file of the authority that signed the site's certificate, when the machine does not know it. */
      authority: z.string().optional(),
      /** All when absent. */
      languages: z.array(z.enum(pressLanguages)).min(1).max(4).optional(),
    })
    .optional(),
});

export type PressConfig = z.infer<typeof pressSchema>;
