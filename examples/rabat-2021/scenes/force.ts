// Each side's own procedure, the two notes and their receipts, the entry into force that the rule gives, and the end of
// the letters. No source gives these dates; all of them are demonstration data.

import { type Party, partyName } from "../data.ts";
import { posts } from "../posts.ts";
import { entryLine } from "../readings.ts";
import { type ActStep, both, type Scene, type Step } from "../step.ts";

const instrument = { procedure: "accord/1", dossier: "accord" } as const;

interface Requirement {
  readonly side: Party;
  readonly item: string;
  readonly titles: Readonly<Record<string, string>>;
  readonly legalBasis: string;
  readonly done: { readonly at: string; readonly date: string };
}

const requirements: readonly Requirement[] = [
  {
    side: "MA",
    item: "ratification",
    titles: { fr: "Ratification (démonstration)", en: "Ratification (demonstration)" },
    legalBasis: "Constitution, article 55 (demonstration)",
    done: { at: "2022-01-10T09:00:00Z", date: "2022-01-10" },
  },
  {
    side: "IL",
    item: "government-approval",
    titles: { he: "אישור הממשלה (להדגמה)", en: "Approval by the government (demonstration)" },
    legalBasis: "Rules of procedure of the government (demonstration)",
    done: { at: "2022-01-10T12:00:00Z", date: "2022-01-09" },
  },
];

const add = ({ side, item, titles, legalBasis }: Requirement): ActStep => ({
  kind: "act",
  key: `accord.requirement.${side}`,
  ...instrument,
  step: "addRequirement",
  side,
  by: posts.treatyOfficer[side],
  at: side === "MA" ? "2021-11-29T09:00:00Z" : "2021-11-29T10:00:00Z",
  say: `enters what its own procedure asks: ${item}`,
  body: () => ({ item, titles, legalBasis }),
});

const complete = ({ side, item, done }: Requirement): ActStep => ({
  kind: "act",
  key: `accord.completed.${side}`,
  ...instrument,
  step: "completeRequirement",
  side,
  by: posts.treatyOfficer[side],
  at: done.at,
  say: `has completed it: ${item}`,
  body: () => ({ item, date: done.date, reference: "Demonstration" }),
});

interface Note {
  readonly side: Party;
  readonly note: string;
  readonly date: string;
  readonly received: string;
}

const notes: readonly Note[] = [
  { side: "MA", note: "NV-MA-2022-7 (demonstration)", date: "2022-01-12", received: "2022-01-13" },
  { side: "IL", note: "NV-IL-2022-4 (demonstration)", date: "2022-01-17", received: "2022-01-19" },
];

const send = ({ side, note, date }: Note): ActStep => ({
  kind: "act",
  key: `accord.note.${side}`,
  ...instrument,
  step: "notifyCompletion",
  grave: true,
  side,
  by: posts.treatyOfficer[side],
  at: `${date}T09:00:00Z`,
  say: `notifies the completion of its procedure by note ${note}`,
  body: () => ({ note, date }),
});

const receipt = ({ side: sender, note, received }: Note): ActStep => {
  const side = sender === "MA" ? "IL" : "MA";
  return {
    kind: "act",
    key: `accord.received.${side}`,
    ...instrument,
    step: "receiveNote",
    side,
    by: posts.treatyOfficer[side],
    at: `${received}T09:00:00Z`,
    say: `registers the receipt of the note of ${partyName[sender]}`,
    body: () => ({ note, received }),
  };
};

const explained: Step = {
  kind: "tell",
  async lines(readings) {
    return [`Entry into force, computed by the accord's rule: ${await entryLine(readings.MA, "accord")}.`];
  },
};

const succession = both(
  {
    key: "letters.succession",
    procedure: "accord/1",
    dossier: "letters",
    step: "recordSuccession",
    by: posts.treatyOfficer,
    say: "records that the accord has taken the place of the letters",
    body: (reading) => ({ supersededBy: reading.id("accord"), from: "2022-03-01" }),
  },
  [
    ["MA", "2022-03-01T09:00:00Z"],
    ["IL", "2022-03-01T10:00:00Z"],
  ],
);

const inForce: Step = {
  kind: "tell",
  async lines(readings) {
    const [ma, il] = [await readings.MA.dossier("accord"), await readings.IL.dossier("accord")];
    return [`1 March 2022: the accord stands at "${ma.state}" at Morocco's node and at "${il.state}" at Israel's.`];
  },
};

export const force: Scene = {
  title: "Notes of completion, and the entry into force",
  steps: [
    ...requirements.map(add),
    ...requirements.map(complete),
    ...notes.flatMap((note) => [send(note), receipt(note)]),
    explained,
    ...succession,
    inForce,
  ],
};
