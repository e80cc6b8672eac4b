import type { WordsTable } from "./words.ts";

/** What the room `cli` refuses. */
export const cliRefusals = {
  "cli.usage": {
    failed: "The option or argument {option} cannot be read: {problem}.",
    expected: "a value as the command's --help shows it.",
    todo: "Run the command again with --help and correct it.",
  },
  "cli.unreadableFile": {
    failed: "The file {file} cannot be read: {problem}.",
    expected: "a file that is there and may be read.",
    todo: "Check its name and its permissions.",
  },
  "cli.unwritableFile": {
    failed: "The file {file} cannot be written: {problem}.",
    expected: "a new file in a folder that may be written to; nothing is overwritten.",
    todo: "Choose another name, or move the old file away.",
  },
  "cli.badJson": {
    failed: "{file} is not JSON: {problem}.",
    expected: "one JSON value.",
    todo: "Correct the file.",
  },
  "cli.noAddress": {
    failed: "The configuration of {folder} does not say at which port the node listens.",
    expected: "an address to speak to.",
    todo: "Name it with --url; `entente serve` prints it.",
  },
  "cli.nodeSilent": {
    failed: "The node at {address} did not answer: {problem}.",
    expected: "this side's node, running.",
    todo: "Start it with `entente serve`, or name another address with --url.",
  },
  "cli.badAnswer": {
    failed: "The answer of the node at {address} is not of its form: {problem}.",
    expected: "an answer of an Entente node of this release.",
    todo: "Check the address, and that command and node are of one release.",
  },
  "cli.nodeRefused": {
    failed: '"{failed}" says the node, whose code {code} this command does not know.',
    expected: '"{expected}" by the node\'s words.',
    todo: '"{todo}" by the node\'s words.',
  },
  "cli.answerLost": {
    failed: "The act {id} was sent to the node, and no answer came: {problem}.",
    expected: "the node's answer.",
    todo: "Send the same act again with --id {id}: if it was registered, it is not registered twice.",
  },
  "cli.noToken": {
    failed: "There is no token of the officer {officer} in {folder}.",
    expected: "an officer added with `entente officer add`, or a token in $ENTENTE_TOKEN.",
    todo: "Name another officer with --as, or add this one.",
  },
  "cli.choose": {
    failed: "{option} is not given, and it cannot be told from the rest; to choose from: {choices}.",
    expected: "one of these.",
    todo: "Give {option}.",
  },
  "cli.unknownStep": {
    failed: "{procedure} has no step {step}.",
    expected: "one of {steps}.",
    todo: "Ask `entente dossier <id>`: it tells the steps that can be made now.",
  },
  "cli.bodyMissing": {
    failed: "The step {step} needs a body, and nothing was given of it.",
    expected: "the fields {fields}.",
    todo: "Give them with --body or --set, or run the command at a terminal to be asked for them.",
  },
  "cli.badSet": {
    failed: "{set} cannot be set: {problem}.",
    expected: "path=value, such as place.fr=Rabat or sites.0.code=site-1.",
    todo: "Correct the path or the value, or give the body as a file with --body.",
  },
  "cli.unknownOfficer": {
    failed: "This side has no officer {officer}.",
    expected: "an officer added with `entente officer add`.",
    todo: "Check the id, or add the officer first.",
  },
  "cli.unknownPasskey": {
    failed: "The officer {officer} has no passkey {passkey}.",
    expected: "the id of a passkey that `entente officer passkeys` tells.",
    todo: "Check the id; a passkey that is not there signs nobody in.",
  },
  "cli.officerKeyNeeded": {
    failed: "The step {step} is grave: beside the service, an officer signs it.",
    expected: "the officer's key file.",
    todo: "Give it with --officer-key.",
  },
  "cli.badKeyFile": {
    failed: "{file} is not a key file that can be used: {problem}.",
    expected: "a file made by `entente officer key`.",
    todo: "Name the right file.",
  },
  "cli.fileChanged": {
    failed: "The file {file} was changed while it was being sent.",
    expected: "a file that stays as it is until all of it is sealed.",
    todo: "Run the command again when nothing writes to the file any more.",
  },
  "cli.notWhole": {
    failed: "Of the document {digest}, {got} bytes came of {size}: {problem}.",
    expected: "the whole of it; what came was not kept.",
    todo: "Run the command again. If it ends in the same way, ask for `entente doctor` on the node.",
  },
  "cli.notConfirmed": {
    failed: "The act was not signed: the answer was not yes.",
    expected: "yes, to sign it.",
    todo: "Nothing was registered; run the command again when it is to be signed.",
  },
  "cli.noAnswer": {
    failed: "The questions ended before every field of the form was answered: {question} was not.",
    expected: "an answer to each question.",
    todo: "Run the command again, or give the body with --body.",
  },
  "cli.notFirst": {
    failed: "The first side {first} is none of the two cards.",
    expected: "one of {parties}.",
    todo: "Give --first with one of these codes; both sides must agree which.",
  },
  "cli.accordText": {
    failed: "{file}, line {line}: {problem}.",
    expected: "a text as docs/formats-accord-text.md describes it.",
    todo: "Correct the line.",
  },
  "cli.accordHeader": {
    failed: "{file}, in the data before the text: {path}: {problem}.",
    expected: "data as docs/formats-accord-text.md describes it.",
    todo: "Correct that entry.",
  },
  "cli.textTooLong": {
    failed: "The text in {language} cannot be cut into {limit} acts: {problem}.",
    expected: "articles that each fit in one act.",
    todo: "Cut the article in two.",
  },
  "cli.noProposal": {
    failed: "No instrument is under negotiation, and {file} proposes none.",
    expected: "a text whose data has a `proposal`, or a negotiation that is open.",
    todo: "Add the proposal to the file, or name the dossier with --dossier.",
  },
  "cli.partlyTabled": {
    failed: 'Of {all} acts {registered} were registered; then one was refused as {code}: "{failed}".',
    expected: '"{expected}" for that act.',
    todo: "{todo} What was registered stands.",
  },
  "cli.unknownFile": {
    failed: "{file} is neither a proof nor evidence of Entente.",
    expected: "a file that `entente prove` wrote, or the evidence of a stopped link.",
    todo: "Check that the file is whole and unchanged.",
  },
  "cli.twoCards": {
    failed: "{count} cards were given; a proof is checked against the cards of the two sides.",
    expected: "--card twice, once for each side.",
    todo: "Give both cards, as the two sides published them.",
  },
  "cli.databaseExists": {
    failed: "{path} is there already.",
    expected: "no database in its place, so that none is lost.",
    todo: "Give --replace: the present database is moved aside, not deleted.",
  },
  "cli.nodeRunning": {
    failed: "A node of this side answers at {address}.",
    expected: "no running node while its database is put in place.",
    todo: "Stop it, then run the command again.",
  },
  "cli.damagedBackup": {
    failed: "The backup {file} is damaged: {problem}.",
    expected: "a file that `entente backup` wrote, unchanged.",
    todo: "Take another backup, or restore from the other side with --from-peer.",
  },
  "cli.noFoundings": {
    failed: "There is no founding in {folder}.",
    expected: "the foundings of this side's accords, as `entente join` keeps them.",
    todo: "Copy them there; the other side has the same files.",
  },
} as const satisfies WordsTable;
