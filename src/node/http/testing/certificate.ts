// A self-signed certificate for 127.0.0.1, made for one test: X.509 v3 (RFC 5280) with an Ed25519 key (RFC 8410), in
// the little DER that it takes.

import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import type { TlsFiles } from "../server.ts";

export function selfSigned(): TlsFiles {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const key = privateKey.export({ type: "pkcs8", format: "pem" });
  return { key: String(key), certificate: pem(certificate({ publicKey, privateKey })) };
}

const ed25519 = der(0x30, oid([0x2b, 0x65, 0x70]));

function certificate({ publicKey, privateKey }: { publicKey: KeyObject; privateKey: KeyObject }): Buffer {
  const commonName = der(0x30, oid([0x55, 0x04, 0x03]), der(0x0c, Buffer.from("entente test")));
  const name = der(0x30, der(0x31, commonName));
  // subjectAltName with the one iPAddress 127.0.0.1.
  const alternative = der(0x04, der(0x30, der(0x87, Buffer.from([127, 0, 0, 1]))));
  const extensions = der(0xa3, der(0x30, der(0x30, oid([0x55, 0x1d, 0x11]), alternative)));
  const body = der(
    0x30,
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1])),
    ed25519,
    name,
    der(0x30, der(0x17, Buffer.from("200101000000Z")), der(0x17, Buffer.from("491231235959Z"))),
    name,
    publicKey.export({ type: "spki", format: "der" }),
    extensions,
  );
  const signature = Buffer.concat([Buffer.from([0]), sign(null, body, privateKey)]);
  return der(0x30, body, ed25519, der(0x03, signature));
}

function oid(bytes: readonly number[]): Buffer {
  return der(0x06, Buffer.from(bytes));
}

function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

function pem(bytes: Buffer): string {
  const lines = bytes.toString("base64").match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join("\n")}\n-----END CERTIFICATE-----\n`;
}
