// The certificate itself: written, signed and authenticated by the end user's side, verified or returned by the
// exporting authority, withdrawn or revoked.

import { type Step, step } from "../declaration.ts";
import {
  authenticateBody,
  certificateBody,
  reasonBody,
  returnBody,
  revokeBody,
  signBody,
  verifyBody,
} from "./bodies.ts";
import type { Certificate, EndUseData } from "./data.ts";
import { type EndUseContext, endOf, refuseExpired, refuseOther } from "./guards.ts";

const written = ({ data, digest, side, terms }: EndUseContext, certificate: Certificate): EndUseData => ({
  ...data,
  certificate,
  digest: digest(certificate),
  endsAt: endOf(terms, { endUser: side, validUntil: certificate.validUntil }),
  signatory: undefined,
  authenticated: undefined,
});

export const certificateSteps = {
  draft: step<EndUseData, typeof certificateBody>({
    from: "opening",
    to: "draft",
    by: "endUser",
    body: certificateBody,
    guard: (context, { validUntil }) => refuseExpired(context, validUntil),
    effect: written,
  }),
  redraft: step<EndUseData, typeof certificateBody>({
    from: ["draft", "returned"],
    to: "draft",
    by: "endUser",
    expected: false,
    body: certificateBody,
    guard: (context, { validUntil }) => refuseExpired(context, validUntil),
    effect: written,
  }),
  sign: step<EndUseData, typeof signBody>({
    from: ["draft"],
    to: "signed",
    by: "endUser",
    grave: true,
    body: signBody,
    guard: (context, { certificate }) => refuseOther(context, certificate),
    effect: ({ data }, { signatory }) => ({ ...data, signatory }),
  }),
  /** By another office of the same side, such as the ministry of foreign affairs or the embassy. */
  authenticate: step<EndUseData, typeof authenticateBody>({
    from: ["signed"],
    to: "authenticated",
    by: "endUser",
    grave: true,
    body: authenticateBody,
    guard: (context, { certificate }) => refuseOther(context, certificate),
    effect: ({ data }, { authority, reference }) => ({ ...data, authenticated: { authority, reference } }),
  }),
  verify: step<EndUseData, typeof verifyBody>({
    from: ["authenticated"],
    to: "verified",
    by: "exporter",
    body: verifyBody,
    guard: (context, { certificate }) => refuseOther(context, certificate),
    effect: ({ data }, { reference }) => ({ ...data, verified: reference }),
  }),
  returnCertificate: step<EndUseData, typeof returnBody>({
    from: ["signed", "authenticated"],
    to: "returned",
    by: "exporter",
    expected: false,
    body: returnBody,
  }),
  withdraw: step<EndUseData, typeof reasonBody>({
    from: ["draft", "signed", "authenticated", "returned"],
    to: "withdrawn",
    by: "endUser",
    expected: false,
    body: reasonBody,
    prevailsOver: ["verify", "returnCertificate", "revoke"],
  }),
  /** What is on its way then is still verified or given back; nothing more is drawn. */
  revoke: step<EndUseData, typeof revokeBody>({
    from: ["signed", "authenticated", "verified", "inUse"],
    to: "revoked",
    by: "either",
    expected: false,
    body: revokeBody,
    prevailsOver: ["authenticate", "verify", "returnCertificate", "drawDown"],
    effect: ({ data }) => ({ ...data, revoked: true }),
  }),
} satisfies Readonly<Record<string, Step<EndUseData>>>;
