// What only paper carries: whose accord this is a page of, and that its data are a demonstration's where they are. On
// the screen the frame says both.

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { queryOf } from "../api/index.ts";
import { Words } from "../language/index.ts";
import { useIn, useSides, Who } from "../parts/index.ts";

export function PaperLine(): ReactNode {
  const { names, own, other } = useSides();
  const read = useIn();
  const { data: node } = useQuery(queryOf("node"));
  return (
    <p className="paper-only small" aria-hidden="true">
      <b>{read(names)}</b> · <Who party={own} /> · <Who party={other} />
      {node?.notice === undefined && node?.demonstration !== true ? null : (
        <>
          {" · "}
          <Words id="shell.foot.demonstration" />
        </>
      )}
    </p>
  );
}
