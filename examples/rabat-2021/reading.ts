// What a step's body and the told lines are worked out from: one side's own node, asked through its API, and its keys.

import { z } from "../../src/base/index.ts";
import { keyTexts } from "./keys.ts";
import { digestAt } from "./making.ts";
import { posts } from "./posts.ts";
import { officerKeyFile, type RunFolder } from "./run-folder.ts";
import type { SideClient } from "./side-client.ts";
import type { NamedDocument, Reading } from "./step.ts";

export interface ReadingOf {
  readonly run: RunFolder;
  readonly side: SideClient;
  /** The id of the act of a step. */
  id(key: string): string;
}

const actSchema = z.looseObject({ body: z.unknown() });

export function readingOf({ run, side, id }: ReadingOf): Reading {
  const { accord, party } = side;
  const home = run.homes[party];
  const document = async ({ act, path }: NamedDocument): Promise<string> => {
    const detail = await side.ask("act", { params: { accord, act: id(act) } });
    return digestAt(actSchema.parse(detail.act).body, path);
  };
  return {
    id,
    texts: run.texts,
    async dossier(key) {
      const detail = await side.ask("dossier", { params: { accord, dossier: id(key) } });
      return { state: detail.row.state, data: detail.data };
    },
    document,
    async erased(named) {
      await side.document(await document(named), { what: "erased", is: ({ state }) => state === "erased" });
    },
    async accessLog() {
      const by = posts.channelSecurity[party];
      return (await side.ask("accessLog", { by, params: { accord }, query: { limit: 1_000 } })).items;
    },
    serviceKey: (service) => keyTexts.service(home, service),
    officerKey: (post) => keyTexts.officer(officerKeyFile(home, post)),
    sealingKeys: (service) => keyTexts.sealing(home, service),
  };
}
