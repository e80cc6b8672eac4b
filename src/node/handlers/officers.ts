// The handlers of this side's officers: who there is, their functions and clearances, and their way in. What is written
// counts from the next request on: the directory is asked at each. Who keeps clearances (the security officer) and who
// lets people in (the administrator) are two: the policy knows them as the matters "officers" and "accounts".

import type { Handlers, OfficerRecordDetail } from "../../api/index.ts";
import { isRefusal, type Refusal, refuse } from "../../base/index.ts";
import type { Officer } from "../../policy/index.ts";
import { isAdministrator } from "../health/findings.ts";
import { addOfficer, type Home, type OfficerRecord } from "../home.ts";
import { changeOfficer, removeOfficer, setClearance } from "../officer-changes.ts";
import type { SignIn } from "../signin/signin.ts";
import { type HandlerContext, mayAdminister } from "./context.ts";

type Routes = "officers" | "setClearance" | AccountRoutes;
type AccountRoutes = "addOfficer" | "changeOfficer" | "removeOfficer" | "inviteOfficer" | "withdrawInvitation";

export function officerHandlers(context: HandlerContext, signIn: SignIn): Pick<Handlers<Officer>, Routes> {
  const { home } = context.node;
  const matter = "officers";
  const listed = (record: OfficerRecord): OfficerRecordDetail => {
    const invitedUntil = signIn.invitations.until(record.id);
    const passkeys = signIn.passkeys.of(record.id).length;
    return { ...detailOf(record), passkeys, ...(invitedUntil === undefined ? {} : { invitedUntil }) };
  };
  return {
    ...accountHandlers(context, signIn),
    officers(_, officer) {
      const refused = mayAdminister(context, { officer, matter });
      return refused ?? { items: home.officers().map(listed) };
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

function accountHandlers(context: HandlerContext, signIn: SignIn): Pick<Handlers<Officer>, AccountRoutes> {
  const { home } = context.node;
  const may = (officer: Officer): Refusal | undefined => mayAdminister(context, { officer, matter: "accounts" });
  const known = (id: string): OfficerRecord | Refusal =>
    home.officers().find((one) => one.id === id) ??
    refuse("node.unknownOfficer", { officer: id, officers: home.officers().map((one) => one.id) });
  return {
    addOfficer({ body }, officer) {
      const refused = may(officer);
      if (refused) return refused;
      const { officer: id, service, functions, dossiers } = body;
      if (!isRefusal(known(id))) return refuse("node.officerExists", { officer: id });
      addOfficer(home, { id, service, functions, ...(dossiers ? { dossiers } : {}) });
      const added = known(id);
      return isRefusal(added) ? added : detailOf(added);
    },
    changeOfficer({ params, body }, officer) {
      const before = may(officer) ?? known(params.officer);
      if (isRefusal(before)) return before;
      const last = isAdministrator(body) ? undefined : lastOne(home, before);
      if (last) return last;
      const { service, functions, dossiers } = body;
      const changed = changeOfficer(home, { id: before.id, service, functions, dossiers });
      return isRefusal(changed) ? changed : detailOf(changed);
    },
    removeOfficer({ params }, officer) {
      const before = may(officer) ?? known(params.officer);
      if (isRefusal(before)) return before;
      const last = lastOne(home, before);
      if (last) return last;
      removeOfficer(home, before.id);
      const passkeys = signIn.passkeys.revokeAll(before.id);
      signIn.invitations.withdraw(before.id);
      signIn.sessions.sweep();
      return { removed: before.id, passkeys };
    },
    inviteOfficer({ params }, officer) {
      const invited = may(officer) ?? known(params.officer);
      if (isRefusal(invited)) return invited;
      return { officer: invited.id, ...signIn.invitations.invite(invited.id) };
    },
    withdrawInvitation({ params }, officer) {
      const invited = may(officer) ?? known(params.officer);
      return isRefusal(invited) ? invited : { withdrawn: signIn.invitations.withdraw(invited.id) };
    },
  };
}

/** A node without an administrator lets nobody in any more. */
function lastOne(home: Pick<Home, "officers">, record: OfficerRecord): Refusal | undefined {
  const administrators = home.officers().filter(isAdministrator);
  const only = administrators.length === 1 && administrators[0]?.id === record.id;
  return only ? refuse("node.lastAdministrator", { officer: record.id }) : undefined;
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
