// The commands that make a side and run it.

import type { CommandSpec } from "../command.ts";

export const sideCommands: readonly CommandSpec[] = [
  {
    name: "init",
    summary: "make a side: its keys, its card, its configuration",
    options: [
      { flags: "--party <code>", help: "the side's code: 2 to 8 capital letters or digits", required: true },
      { flags: "--name <lang=text>", help: "the side's name in a language; once for each", required: true, many: true },
      { flags: "--address <url>", help: "where the other side's node reaches this one", required: true },
      { flags: "--zone <zone>", help: "the side's clock, an IANA time zone", required: true },
      { flags: "--weekend <days>", help: "days of rest, Monday being 1 (default: 6,7)" },
      { flags: "--listen <host:port>", help: "where the node listens (default: 127.0.0.1:8400)" },
      {
        flags: "--demonstration <instant>",
        help: "a story's clock, standing at this instant: for demonstrations only",
      },
      { flags: "--notice <text>", help: "what every page of a demonstration says" },
    ],
    examples: [
      "entente init --home ma --party MA --name fr=Maroc --name en=Morocco \\",
      "    --address https://entente.ma.example --zone Africa/Casablanca --weekend 6,7",
    ],
    load: async () => (await import("../side/init.ts")).init,
  },
  {
    name: "card",
    summary: "tell this side's card and its fingerprint, to be read aloud",
    examples: ["entente card --home ma"],
    load: async () => (await import("../side/init.ts")).card,
  },
  {
    name: "serve",
    summary: "run this side's node until SIGTERM or SIGINT; its log goes to the error output",
    examples: ["entente serve --home ma"],
    load: async () => (await import("../side/serve.ts")).serve,
  },
  {
    name: "join",
    summary: "found an accord with the other side, or take the founding it made",
    notes:
      "One side makes the founding from the other's card and gives the file over; the other side joins with it. " +
      "Both then compare its fingerprint by voice. Without --labels there are four levels: unclassified, restricted, " +
      "confidential, secret.",
    options: [
      { flags: "--card <file>", help: "the other side's card, to make a founding" },
      { flags: "--first <code>", help: "which side is first: it fixes the order, the colours and the shapes" },
      { flags: "--name <lang=text>", help: "the accord's name in a language; once for each", many: true },
      { flags: "--labels <file>", help: "a label policy of your own, JSON" },
      { flags: "--cap <level>", help: "the highest level before articles say otherwise (default: restricted)" },
      { flags: "--founding <file>", help: "the founding that the other side made" },
    ],
    examples: [
      'entente join --home ma --card il-card.json --first MA --name en="Cooperation accord"',
      "entente join --home il --founding founding.json",
    ],
    load: async () => (await import("../side/join.ts")).join,
  },
  {
    name: "officer add",
    summary: "let an officer speak to this side's node; writes a new token",
    args: [{ name: "<id>", help: "the officer's id in this side's own directory" }],
    options: [
      { flags: "--service <code>", help: "the service the officer acts for", required: true },
      { flags: "--functions <codes>", help: "the officer's functions, with commas", required: true },
      { flags: "--clearance <rank>", help: "the highest level the officer may see, 0 for the lowest" },
      { flags: "--until <instant>", help: "until when the clearance holds" },
      { flags: "--dossiers <ids>", help: "the only dossiers the officer is concerned with, with commas" },
    ],
    examples: ["entente officer add keeper --service registry --functions registrar"],
    load: async () => (await import("../side/officer.ts")).officerAdd,
  },
  {
    name: "officer invite",
    summary: "a one-time code by which an officer enrols a passkey on the node's page",
    notes: "The code is good for 24 hours and kept nowhere; a new one replaces the officer's last.",
    args: [{ name: "<id>", help: "the officer's id" }],
    examples: ["entente officer invite keeper"],
    load: async () => (await import("../side/passkeys.ts")).officerInvite,
  },
  {
    name: "officer passkeys",
    summary: "tell an officer's passkeys, or revoke one that is lost; sessions it has opened end",
    args: [{ name: "<id>", help: "the officer's id" }],
    options: [
      { flags: "--revoke <passkey>", help: "revoke this one, by its id" },
      { flags: "--all", help: "revoke every one of them" },
    ],
    examples: ["entente officer passkeys keeper", "entente officer passkeys keeper --all"],
    load: async () => (await import("../side/passkeys.ts")).officerPasskeys,
  },
  {
    name: "officer remove",
    summary: "shut an officer out: token, passkeys, invitation and sessions end at once",
    args: [{ name: "<id>", help: "the officer's id" }],
    examples: ["entente officer remove keeper"],
    load: async () => (await import("../side/passkeys.ts")).officerRemove,
  },
  {
    name: "officer key",
    summary: "make a key file with which an officer signs grave steps; prints the public key and its id",
    args: [{ name: "<file>", help: "a new file, for its holder alone" }],
    options: [{ flags: "--for <id>", help: "the officer's id (default: officer)" }],
    examples: ["entente officer key minister.key.json --for minister"],
    load: async () => (await import("../side/officer.ts")).officerKey,
  },
  {
    name: "service key",
    summary: "make a service's key in the home; prints the public key to put into a designation",
    notes: "A running node finds the new key by itself when the designation that publishes it is registered.",
    args: [{ name: "<service>", help: "the service's code" }],
    examples: ["entente service key visits-office"],
    load: async () => (await import("../side/officer.ts")).serviceKey,
  },
];
