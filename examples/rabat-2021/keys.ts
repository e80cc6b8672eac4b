// Public keys as designations publish them, from the homes in which the demonstration made them.

import { base64url } from "../../src/base/index.ts";
import { type Home, openOfficerKey } from "../../src/node/index.ts";

export const keyTexts = {
  service(home: Home, service: string): string {
    const key = [...home.keys.serviceKeys().values()].find((one) => one.service === service);
    if (!key) throw new Error(`The home ${home.folder} has no key of the service ${service}.`);
    return base64url(key.signer.publicKey);
  },
  sealing: (home: Home, service: string): readonly string[] =>
    home.sealing
      .list()
      .filter((one) => one.service === service)
      .map((one) => one.recipient),
  officer: (file: string): string => base64url(openOfficerKey(file).publicKey),
} as const;
