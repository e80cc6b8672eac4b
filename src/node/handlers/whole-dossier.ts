// A dossier of one procedure that an officer may read whole, with what its procedure keeps of it.

import { isRefusal, type Refusal, refuse } from "../../base/index.ts";
import type { Officer } from "../../policy/index.ts";
import type { Procedure } from "../../procedures/index.ts";
import type { DossierRow } from "../../store/index.ts";
import type { RunningAccord } from "../node.ts";
import { follows, type Viewed } from "../side/viewed.ts";
import { accordOf, type HandlerContext, mayRead } from "./context.ts";

export interface WholeDossier<Data> {
  readonly accord: RunningAccord;
  readonly row: DossierRow;
  readonly viewed: Viewed<Data>;
}

interface Asked<Data> {
  readonly params: { readonly accord: RunningAccord["side"]["row"]["accord"]; readonly dossier: DossierRow["id"] };
  readonly officer: Officer;
  readonly procedure: Procedure<Data>;
}

/** Refused as `api.unknown` where there is none of that procedure, and as the side's policy refuses to read it. */
export async function wholeDossier<Data>(
  context: HandlerContext,
  { params, officer, procedure }: Asked<Data>,
): Promise<WholeDossier<Data> | Refusal> {
  const accord = accordOf(context, params.accord);
  if (isRefusal(accord)) return accord;
  const row = await accord.side.store.dossier(params.accord, params.dossier);
  const viewed = row && (await accord.side.view(row.id));
  if (!row || !viewed || !follows(viewed, procedure))
    return refuse("api.unknown", { what: procedure.name, got: params.dossier });
  const refused = mayRead(context, {
    officer,
    accord,
    procedure: procedure.name,
    dossier: row.id,
    level: viewed.level,
  });
  return refused ?? { accord, row, viewed };
}
