// Terms with an open channel between a service of each side, for tests of what goes by it. The articles, the services
// and the levels are written for tests.

import { sampleAct, sampleId } from "../../../test/acts.ts";
import { type FunctionCode, isServiceCode, type PartyCode, type ServiceCode } from "../../acts/index.ts";
import { annexSchema } from "../annex.ts";
import type { Service, Services } from "../services.ts";
import type { Channel, Terms } from "../terms.ts";
import { actId, israel, morocco, termsWith } from "./walk.ts";

/** The articles on which a walk and an exploration rest their acts, and one of another domain. */
const articles = annexSchema.shape.articles.parse([
  { number: "1", titles: { en: "Written for tests" }, domains: ["intelligence"], cap: "confidential" },
  { number: "6", titles: { en: "Written for tests" }, domains: ["intelligence"] },
  { number: "2", titles: { en: "Written for tests" }, domains: ["visits"] },
]);

/** The dossier of the open channel of these terms. */
export const channelId = actId(500_000);

/** The service in whose name every walk makes its acts. */
export const walker: ServiceCode = serviceNamed("security-authority");

/** Another service of a side, that is no end of the channel. */
export const surveyOffice = (): ServiceCode => serviceNamed("survey-office");

function serviceNamed(code: string): ServiceCode {
  if (!isServiceCode(code)) throw new TypeError(code);
  return code;
}

export function serviceWith(change: Partial<Service> = {}): Service {
  const functions = new Map<FunctionCode, ReadonlySet<string>>();
  return { withdrawn: false, domains: ["intelligence"], keys: new Set(), functions, sealing: new Set(), ...change };
}

export function openChannel(change: Partial<Channel> = {}): Channel {
  const services: Record<PartyCode, ServiceCode> = { [morocco]: walker, [israel]: walker };
  return {
    dossier: channelId,
    state: "open",
    services,
    articles: articles.filter((one) => one.domains.includes("intelligence")).map((one) => one.number),
    cap: "confidential",
    releasableTo: [israel, morocco],
    ...change,
  };
}

/** Both sides' services are as given, and the channel is as given; none for `channel: undefined`. */
export function channelTerms(change: { channel?: Channel | undefined; services?: Services } = {}): Terms {
  const channel = "channel" in change ? change.channel : openChannel();
  const services = change.services ?? new Map([[walker, serviceWith()]]);
  return {
    ...termsWith({ articles }),
    channels: new Map(channel ? [[channel.dossier, channel]] : []),
    services: () => services,
  };
}

const template = sampleAct();

/**
 * The same for an exploration, whose acts are made by the service and under the policy of the sample act. A table of
 * equivalence supersedes the dossier that it opens, by either side.
 */
export const explorationTerms: Terms = {
  ...channelTerms({
    channel: openChannel({ services: { [morocco]: template.service, [israel]: template.service } }),
    services: new Map([
      [template.service, serviceWith()],
      [surveyOffice(), serviceWith()],
    ]),
  }),
  labels: {
    policy: template.label.policy,
    levels: ["unclassified", "restricted", "confidential"].map((code) => ({ code, names: { en: code } })),
  },
  cap: "confidential",
  equivalence: [
    {
      dossier: actId(600_000),
      policies: [],
      rows: [],
      validFrom: 0,
      validUntil: undefined,
      supersedes: [sampleId(2), sampleId(3)],
    },
  ],
};
