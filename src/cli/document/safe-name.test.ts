// The name under which another side's content is saved: whatever was sealed, nothing leaves the reader's folder.

import fc from "fast-check";
import { expect, test } from "vitest";
import { safeName } from "./safe-name.ts";

test.each([
  ["report.pdf", "report.pdf"],
  ["../../etc/passwd", "passwd"],
  ["C:\\Windows\\evil.exe", "evil.exe"],
  [".bashrc", "bashrc"],
  ["-rf", "rf"],
  ["a\nb.txt", "ab.txt"],
  ["invoice\u202Efdp.exe", "invoicefdp.exe"],
  ["con.txt", "_con.txt"],
  ["", "document"],
  ["..", "document"],
  ["تقرير.txt", "تقرير.txt"],
])("%j is saved as %j", (given, saved) => {
  expect(safeName(given)).toBe(saved);
});

test("law: a name is never empty, hidden, long or a path, and stays as it is when made safe again", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (given) => {
      const name = safeName(given);
      expect(name).not.toBe("");
      expect(name).not.toMatch(/[/\\\p{Cc}\p{Cf}]|^[.\s-]|[.\s]$/u);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
      expect(safeName(name)).toBe(name);
    }),
  );
});
