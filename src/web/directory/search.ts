// Whether a service is what the reader seeks: by its codes, its names in any language, its contact points or the
// beginning of a key's id.

import type { DirectoryService } from "../../api/index.ts";
import { plainText } from "../parts/index.ts";

export function matches(service: DirectoryService, sought: string): boolean {
  const words = plainText(sought).split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const keys = [...service.keys, ...service.functions.flatMap((one) => one.keys)];
  const text = plainText(
    [
      service.service,
      ...Object.values(service.names),
      ...service.domains,
      ...service.functions.flatMap((one) => [one.function, ...Object.values(one.names)]),
      ...Object.values(service.contact ?? {}),
      ...keys.flatMap((key) => [key.kid, key.label ?? ""]),
    ].join(" "),
  );
  return words.every((word) => text.includes(word));
}
