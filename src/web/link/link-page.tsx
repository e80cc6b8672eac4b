// To be written anew below.

import type { ReactNode } from "react";
import { useSay } from "../language/index.ts";
import { PageHead, usePageTitle } from "../parts/index.ts";

export function Page(): ReactNode {
  const say = useSay();
  usePageTitle(say("link.title"));
  return <PageHead title={say("link.title")} />;
}
