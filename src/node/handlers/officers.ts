// The handlers of this side's officers: who there is, and their clearances. What is written counts from the next
// request on: the directory is asked at each.

import type { Handlers, OfficerRecordDetail } from "../../api/index.ts";
import { isRefusal, refuse } from "../../base/index.ts";
import type { Officer } from "../../policy/index.ts";
import { type OfficerRecord, setClearance } from "../home.ts";
import { type HandlerContext, mayAdminister } from "./context.ts";

export function officerHandlers(context: HandlerContext): Pick<Handlers<Officer>, "officers" | "setClearance"> {
  const { home } = context.node;
  const matter = "officers";
  return {
    officers(_, officer) {
      const refused = mayAdminister(context, { officer, matter });
      return refused ?? { items: home.officers().map(detailOf) };
    },
    setClearance({ params, body }, officer) {
      const refused = mayAdminister(context, { officer, matter, of: params.officer });
      if (refused) return refused;
      const known = home.officers().map((one) => one.id);
      if (!known.includes(params.officer))
        return refuse("node.unknownOfficer", { officer: params.officer, officers: known });
      const changed = setClearance(home, { id: params.officer, clearance: body.clearance ?? undefined });
      return isRefusal(changed) ? changed : detailOf(changed);
    },
  };
}

/** Without the digest of the token. */
function detailOf({ id, service, functions, clearance, dossiers }: OfficerRecord): OfficerRecordDetail {
  return {
    officer: id,
    service,
    functions: [...functions],
    ...(clearance ? { clearance } : {}),
    ...(dossiers ? { dossiers: [...dossiers] } : {}),
  };
}
