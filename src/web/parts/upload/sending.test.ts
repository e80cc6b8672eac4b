import { expect, test } from "vitest";
import { Refused, Unreachable } from "../../api/index.ts";
import { pieceBytes, sealContent, type UploadPort } from "./sending.ts";

const size = 5 * pieceBytes + 17;
const file = new Blob([new Uint8Array(size)]);

const reference = {
  entente: "sealed/1" as const,
  digest: `sha256:${"0".repeat(64)}`,
  size,
  mediaType: "text/plain",
  label: { policy: "p", classification: "restricted", releasableTo: ["IL", "MA"] },
};

interface Node {
  readonly port: UploadPort;
  readonly paused: number[];
  taken: number;
}

/** A node that takes what comes at its own offset, and fails as it is told to, by the number of the request. */
function nodeThat(fails: (request: number, taken: (bytes: number) => void) => void): Node {
  let requests = 0;
  const node: Node = {
    taken: 0,
    paused: [],
    port: {
      append(piece, offset) {
        if (offset !== node.taken) return Promise.reject(refused("node.uploadOffset"));
        try {
          fails(requests++, (bytes) => {
            node.taken += Math.min(bytes, piece.size);
          });
        } catch (cause) {
          return Promise.reject(cause);
        }
        node.taken += piece.size;
        return node.port.state();
      },
      end: () => (node.taken === size ? Promise.resolve(reference) : Promise.reject(new Error("ended too early"))),
      state: () => Promise.resolve({ upload: "x", offset: node.taken, size }),
      pause(ms) {
        node.paused.push(ms);
        return node.paused.length > 50 ? Promise.reject(new Error("stopped")) : Promise.resolve();
      },
    },
  };
  return node;
}

const refused = (code: string): Refused =>
  new Refused({ code, failed: "f", expected: "e", todo: "t", details: {} }, 409);

test("a content is sent piece by piece, and how far it is is told after each", async () => {
  const node = nodeThat(() => undefined);
  const told: number[] = [];
  const sealed = await sealContent({ port: node.port, file, onProgress: ({ offset }) => told.push(offset) });
  expect(sealed).toEqual(reference);
  expect(told).toEqual([0, 1, 2, 3, 4, 5].map((piece) => piece * pieceBytes).concat(size));
});

test("a way that is cut anywhere goes on where the node is, whether the piece had landed or not", async () => {
  const node = nodeThat((request, taken) => {
    if (request === 1) throw new Unreachable("cut");
    if (request === 3) {
      taken(pieceBytes);
      throw new Unreachable("landed, and the answer lost");
    }
    if (request === 5) {
      taken(100);
      throw refused("node.uploadBusy");
    }
  });
  await sealContent({ port: node.port, file, onProgress: () => undefined });
  expect(node.taken).toBe(size);
  expect(node.paused).toHaveLength(3);
});

test("a node that stays away is asked again, ever more slowly, until the officer stops it", async () => {
  const node = nodeThat(() => {
    throw new Unreachable("away");
  });
  const away: boolean[] = [];
  const sent = sealContent({ port: node.port, file, onProgress: (progress) => away.push(progress.away) });
  await expect(sent).rejects.toThrow("stopped");
  expect(away).toContain(true);
  expect(node.paused.slice(0, 3)).toEqual([500, 1000, 2000]);
  expect(Math.max(...node.paused)).toBe(15_000);
});

test("a refusal ends it, and says why", async () => {
  const node = nodeThat(() => {
    throw refused("node.documentRoom");
  });
  await expect(sealContent({ port: node.port, file, onProgress: () => undefined })).rejects.toMatchObject({
    refusal: { code: "node.documentRoom" },
  });
  expect(node.paused).toEqual([]);
});
