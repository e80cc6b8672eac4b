// Uploads that come beside each other: two requests for one upload, and more uploads than a node keeps.

import { afterAll, beforeAll, expect, test } from "vitest";
import { utf8 } from "../../base/index.ts";
import { openChannel } from "../testing/channels.ts";
import { codeIn, DocumentOfficer } from "../testing/documents.ts";
import { accepted, startPair, type TestPair, until } from "../testing/pair.ts";
import { nextId } from "../testing/steps.ts";

let pair: TestPair;
let hana: DocumentOfficer;

beforeAll(async () => {
  pair = await startPair();
  hana = new DocumentOfficer(pair.ma, { story: await openChannel(pair), id: "hana" });
}, 60_000);
afterAll(async () => {
  await pair.close();
});

test("two requests do not write to one upload, and what one has sent stays", async () => {
  const content = utf8("Sent while another sends.");
  const upload = await hana.begin({ act: nextId(), size: content.length });
  const { uploads } = pair.ma.accord().documents;
  const gate = Promise.withResolvers<void>();
  async function* slowly() {
    await gate.promise;
    yield content;
  }
  const first = uploads.append(upload, { offset: 0, content: slowly(), officer: "hana" });
  await until(async () => codeIn(await hana.send(upload, { offset: 0, bytes: content })) === "node.uploadBusy", "busy");
  expect(codeIn(await hana.post(`/documents/uploads/${upload}/end`, undefined))).toBe("node.uploadBusy");
  gate.resolve();
  expect(accepted(await first)).toMatchObject({ offset: content.length });
  expect(await hana.end(upload)).toMatchObject({ size: expect.any(Number) });
});

test("more uploads than the node keeps in memory are refused, and one given up makes room", async () => {
  const begin = () => hana.post("/documents", hana.request({ act: nextId(), size: 10 }));
  let told = await begin();
  const begun = [];
  for (let i = 0; i < 200 && told.status === 200; i += 1) {
    begun.push((told.json as { upload: string }).upload);
    told = await begin();
  }
  expect(codeIn(told)).toBe("node.tooManyUploads");
  await hana.get(`/documents/uploads/${begun[0]}`, { method: "DELETE" });
  expect((await begin()).status).toBe(200);
});
