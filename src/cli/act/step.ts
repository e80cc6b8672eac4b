// Which step of which procedure is meant: in a dossier, by the dossier's own procedure; to open one, by the name of the
// opening step, which few procedures share.

import type { AccordDetail, ProcedureDetail } from "../../api/index.ts";
import { isRefusal, type Refusal, refuse } from "../../base/index.ts";
import type { NodeClient } from "../client/client.ts";

export interface MeantStep {
  readonly procedure: ProcedureDetail;
  readonly step: ProcedureDetail["steps"][number];
  /** Undefined for a step that opens a dossier. */
  readonly dossier: string | undefined;
}

interface Meant {
  readonly accord: AccordDetail;
  readonly step: string;
  readonly dossier: string | undefined;
  readonly procedure: string | undefined;
}

export async function meantStep(client: NodeClient, meant: Meant): Promise<MeantStep | Refusal> {
  return meant.dossier === undefined
    ? openingStep(client, meant)
    : stepIn(client, { ...meant, dossier: meant.dossier });
}

async function stepIn(client: NodeClient, meant: Meant & { readonly dossier: string }): Promise<MeantStep | Refusal> {
  const { accord, dossier } = meant;
  const detail = await client.call("dossier", { params: { accord: accord.accord, dossier } });
  if (isRefusal(detail)) return detail;
  const procedure = await client.call("procedure", {
    params: { accord: accord.accord, procedure: detail.row.procedure },
  });
  if (isRefusal(procedure)) return procedure;
  const step = procedure.steps.find((one) => one.name === meant.step);
  if (step) return { procedure, step, dossier };
  return unknownStep(meant, [procedure]);
}

async function openingStep(client: NodeClient, meant: Meant): Promise<MeantStep | Refusal> {
  const { accord } = meant;
  const all = await client.call("procedures", { params: { accord: accord.accord } });
  if (isRefusal(all)) return all;
  const names = all.items.map((one) => one.name).filter((name) => name === (meant.procedure ?? name));
  const procedures: ProcedureDetail[] = [];
  for (const procedure of names) {
    const detail = await client.call("procedure", { params: { accord: accord.accord, procedure } });
    if (isRefusal(detail)) return detail;
    procedures.push(detail);
  }
  const found = procedures.flatMap((procedure) => {
    const step = procedure.steps.find((one) => one.name === meant.step && one.from === "opening");
    return step ? [{ procedure, step, dossier: undefined }] : [];
  });
  const [only] = found;
  if (only && found.length === 1) return only;
  if (only)
    return refuse("cli.choose", { option: "--procedure", choices: found.map(({ procedure }) => procedure.name) });
  const inside = procedures.some((procedure) => procedure.steps.some((one) => one.name === meant.step));
  return inside ? whichDossier(client, accord) : unknownStep(meant, procedures);
}

/** The step exists and opens nothing: it is made in a dossier. */
async function whichDossier(client: NodeClient, accord: AccordDetail): Promise<Refusal> {
  const query = { open: true, limit: 20 };
  const page = await client.call("dossiers", { params: { accord: accord.accord }, query });
  if (isRefusal(page)) return page;
  const choices = page.items.map((row) => `${row.dossier} (${row.procedure}: ${row.title}, ${row.state})`);
  return refuse("cli.choose", {
    option: "--dossier",
    choices: choices.length > 0 ? choices : ["(no dossier is open)"],
  });
}

function unknownStep(meant: Meant, procedures: readonly ProcedureDetail[]): Refusal {
  const steps = procedures.flatMap((procedure) =>
    procedure.steps.filter((one) => meant.dossier !== undefined || one.from === "opening").map((one) => one.name),
  );
  const procedure = procedures.map((one) => one.name).join(", ") || (meant.procedure ?? "the accord");
  return refuse("cli.unknownStep", { procedure, step: meant.step, steps });
}
