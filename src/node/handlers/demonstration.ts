// What only a demonstration has: entering as any officer of the story, and a key file in the node's own folder that
// signs for whoever has entered. Nothing here proves who anybody is, and every page says so. The rim lets no other node
// answer these routes (serve.ts there).

import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseAct } from "../../acts/index.ts";
import type { Handlers } from "../../api/index.ts";
import { base64url, fromBase64url, isRefusal, refuse } from "../../base/index.ts";
import type { Officer } from "../../policy/index.ts";
import { keyIdOf, protectedHeader } from "../../seal/index.ts";
import { nativeSuite } from "../../seal/native.ts";
import { openOfficerKey } from "../keys.ts";
import { signingInputOf } from "../side/officers.ts";
import { open, type SignInContext } from "./session.ts";

type DemonstrationRoutes = "demonstrationFunctions" | "enterDemonstration" | "demonstrationSign";

export function demonstrationHandlers(context: SignInContext): Pick<Handlers<Officer>, DemonstrationRoutes> {
  const { home } = context;
  return {
    demonstrationFunctions: () => ({
      items: home.officers().map(({ id, service, functions }) => ({ officer: id, service, functions })),
    }),
    enterDemonstration({ body }, visitor) {
      const officer = home.officers().find((one) => one.id === body.officer);
      if (!officer) return refuse("api.unknown", { what: "officer", got: body.officer });
      return open(context, { visitor, officer, by: "demonstration" });
    },
    demonstrationSign({ body }, officer) {
      const payload = fromBase64url(body.payload);
      if (!payload)
        return refuse("api.badInput", { where: "body", path: "payload", problem: "not canonical base64url" });
      const act = parseAct(payload);
      if (isRefusal(act)) return act;
      // What the officer may not make the node would refuse in any case; it is not even signed here.
      if (act.accord !== body.accord || act.party !== officer.party || act.service !== officer.service)
        return refuse("api.badInput", {
          where: "body",
          path: "payload",
          problem: "not an act of this officer's service",
        });
      const file = join(home.folder, "officer-keys", `${officer.id}.json`);
      if (!officer.functions.includes(act.function) || !existsSync(file))
        return refuse("api.noDemonstrationKey", { officer: officer.id });
      const signer = openOfficerKey(file);
      const header = protectedHeader(keyIdOf(nativeSuite, signer.publicKey));
      return { protected: header, signature: base64url(signer.sign(signingInputOf(header, payload))) };
    },
  };
}
