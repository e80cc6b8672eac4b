import { expect, test } from "vitest";
import { accord, startRim, token } from "./testing/rim.ts";

const base = `/registers/${accord}/MA`;

test("tiles and bundles are found under the paths of C2SP tlog-tiles", async () => {
  const seen: unknown[] = [];
  const note = (params: unknown): Uint8Array => {
    seen.push(params);
    return new Uint8Array([1, 2, 3]);
  };
  await using rim = await startRim({
    handlers: { tile: ({ params }) => note(params), entries: ({ params }) => note(params) },
  });
  for (const path of ["tile/0/x001/x234/067", "tile/2/000.p/8", "tile/entries/x001/000.p/255"]) {
    const answer = await rim.ask(`${base}/${path}`);
    expect(answer.status, path).toBe(200);
    expect(answer.headers.get("content-type")).toBe("application/octet-stream");
    expect(answer.headers.get("cache-control")).toBe("private, max-age=31536000, immutable");
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(new Uint8Array([1, 2, 3]));
  }
  expect(seen).toEqual([
    { accord, party: "MA", level: 0, tile: { index: 1_234_067, width: 256 } },
    { accord, party: "MA", level: 2, tile: { index: 0, width: 8 } },
    { accord, party: "MA", tile: { index: 1000, width: 255 } },
  ]);
});

test.each(["tile/0/0", "tile/0/x000/001", "tile/64/000", "tile/0/000.p/256", "tile/entries/1", "tile/00/000"])(
  "%s is refused",
  async (path) => {
    await using rim = await startRim();
    const answer = await rim.ask(`${base}/${path}`);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: "api.badInput" });
  },
);

test("a checkpoint is text and is asked for anew each time", async () => {
  await using rim = await startRim({
    handlers: { checkpoint: ({ params }) => `${params.party}\n` },
  });
  const answer = await rim.ask(`${base}/checkpoint`);
  expect(answer.headers.get("content-type")).toBe("text/plain; charset=utf-8");
  expect(answer.headers.get("cache-control")).toBe("private, no-cache");
  expect(await answer.text()).toBe("MA\n");
});

test("a bundle is compressed for a reader that accepts it, and for no other", async () => {
  const bundle = new Uint8Array(5000).fill(65);
  await using rim = await startRim({ handlers: { entries: () => bundle, tile: () => bundle } });
  const get = async (path: string, accept: string) => {
    // Undici undoes the compression in `fetch`, so the length tells.
    const answer = await rim.ask(`${base}/${path}`, { headers: { "accept-encoding": accept } });
    expect(Buffer.from(await answer.arrayBuffer()).equals(bundle)).toBe(true);
    return { encoding: answer.headers.get("content-encoding"), length: Number(answer.headers.get("content-length")) };
  };
  expect((await get("tile/entries/000", "br, gzip;q=0.5")).length).toBeLessThan(200);
  expect(await get("tile/entries/000", "gzip")).toMatchObject({ encoding: "gzip" });
  expect(await get("tile/entries/000", "identity")).toEqual({ encoding: null, length: 5000 });
  expect(await get("tile/entries/000", "gzip;q=0")).toEqual({ encoding: null, length: 5000 });
  expect(await get("tile/0/000", "gzip")).toEqual({ encoding: null, length: 5000 });
});

test("a register is shown to no stranger", async () => {
  await using rim = await startRim({ handlers: { checkpoint: () => "secret" } });
  expect(await (await rim.fetch(`${base}/checkpoint`)).json()).toMatchObject({ code: "api.notAuthenticated" });
  const forged = await rim.fetch(`${base}/checkpoint`, {
    headers: { authorization: `Bearer ${token}`, signature: "link=:AAAA:" },
  });
  // Who signs is judged by the signature and by nothing else.
  expect(forged.status).toBe(401);
  expect(await forged.json()).toMatchObject({ code: "api.unsigned" });
});
