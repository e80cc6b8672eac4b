// An answer saved as a file: whole or not at all, and never in the place of another unless that was asked for.

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener, type ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { isRefusal, refusalLine } from "../../base/index.ts";
import { freePort } from "../../node/testing.ts";
import { send } from "../client/connection.ts";
import { saveAnswer } from "./saving.ts";

const folder = mkdtempSync(join(tmpdir(), "entente-saving-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Saves what a server answers with; the refusal's code, or undefined. */
async function saved(listener: RequestListener, given: { file: string; force?: boolean }): Promise<string | undefined> {
  const port = await freePort();
  const server = createServer(listener).listen(port, "127.0.0.1");
  try {
    const address = { url: new URL(`http://127.0.0.1:${port}`), pin: undefined };
    const answer = await send(address, { method: "GET", target: "/", headers: {}, answerMs: 5_000 });
    if (isRefusal(answer)) throw new Error(refusalLine(answer));
    const { file, force = false } = given;
    const refused = await saveAnswer(answer, { digest: "sha256:x", file, size: 10, force, told: () => undefined });
    return refused?.code;
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

test("what breaks off before its end is refused, and nothing of it is kept", async () => {
  const file = join(folder, "cut");
  const cut = (_: unknown, response: ServerResponse): void => {
    response.writeHead(200, { "content-length": "10" });
    response.write("12345");
    setTimeout(() => response.destroy(), 20);
  };
  expect(await saved(cut, { file })).toBe("cli.notWhole");
  expect(await saved((_, response) => void response.end("1234567"), { file })).toBe("cli.notWhole");
  expect(existsSync(file) || existsSync(`${file}.part`)).toBe(false);
});

test("a file that is there stays, unless its replacement is asked for; a folder that is not is refused", async () => {
  const file = join(folder, "old");
  writeFileSync(file, "old");
  const whole: RequestListener = (_, response) => void response.end("1234567890");
  expect(await saved(whole, { file })).toBe("cli.unwritableFile");
  expect(readFileSync(file, "utf8")).toBe("old");
  expect(await saved(whole, { file, force: true })).toBeUndefined();
  expect(readFileSync(file, "utf8")).toBe("1234567890");
  expect(existsSync(`${file}.part`)).toBe(false);
  expect(await saved(whole, { file: join(folder, "none", "x") })).toBe("cli.unwritableFile");
});
