// The API's own description, made when it is first asked for and kept: it does not change while the node runs.

import { apiPage, openApi, pageStyle } from "../../api/index.ts";
import { base64, utf8 } from "../../base/index.ts";
import { allProcedures } from "../../procedures/index.ts";
import type { Suite } from "../../seal/index.ts";
import { type Reply, strictPolicy, wholeReply } from "./reply.ts";

export interface Description {
  openApi(): Reply;
  page(): Reply;
}

export function createDescription({
  version,
  suite,
}: {
  readonly version: string;
  readonly suite: Suite;
}): Description {
  let data: Reply | undefined;
  let page: Reply | undefined;
  return {
    openApi() {
      const body = (): string => JSON.stringify(openApi({ version }));
      data ??= wholeReply({ body: body(), type: "application/json", keeping: "revalidate" });
      return data;
    },
    page() {
      const style = `style-src 'sha256-${base64(suite.sha256(utf8(pageStyle)))}'`;
      page ??= wholeReply({
        body: apiPage({ version, procedures: allProcedures }),
        type: "text/html; charset=utf-8",
        keeping: "revalidate",
        policy: `${strictPolicy}; ${style}`,
      });
      return page;
    },
  };
}
