// The posts that act in the story, by what they do on either side. The services themselves stand in services.json.

import type { Party } from "./data.ts";
import type { Post } from "./step.ts";

/** The service at either end of the channel. */
export const channelService = "channel";

type Posts = Readonly<Record<Party, Post>>;

const post =
  (codes: Readonly<Record<Party, string>>) =>
  (function_: string): Posts => ({
    MA: { service: codes.MA, function: function_ },
    IL: { service: codes.IL, function: function_ },
  });

const treaty = post({ MA: "adn", IL: "mod" });
const security = post({ MA: "adn-security", IL: "mod-security" });
const channel = post({ MA: channelService, IL: channelService });
const training = post({ MA: "far-training", IL: "idf-training" });
/** Purchases and projects are one service's on either side. */
const industry = post({ MA: "adn-procurement", IL: "mod-procurement" });
const press = post({ MA: "adn-press", IL: "mod-press" });
const protocol = post({ MA: "protocol", IL: "protocol" });

export const posts = {
  registrar: post({ MA: "registry", IL: "registry" })("registrar"),
  treatyOfficer: treaty("treaty-officer"),
  headOfDelegation: treaty("head-of-delegation"),
  plenipotentiary: treaty("plenipotentiary"),
  liaison: security("liaison-officer"),
  securityOfficer: security("security-officer"),
  securityAuthority: security("security-authority"),
  channelLiaison: channel("liaison-officer"),
  channelRelease: channel("release-officer"),
  channelSecurity: channel("security-officer"),
  channelAuthority: channel("security-authority"),
  protocolOfficer: protocol("protocol-officer"),
  headOfProtocol: protocol("head-of-protocol"),
  planner: training("planner"),
  coChair: training("head-of-delegation"),
  projectOfficer: industry("project-officer"),
  projectSteering: industry("head-of-delegation"),
  projectLaw: industry("treaty-officer"),
  projectSecurity: industry("security-authority"),
  projectLicensing: industry("licensing-officer"),
  trainingOfficer: training("training-officer"),
  trainingSecurity: training("security-officer"),
  spokesperson: press("spokesperson"),
  procurement: industry("procurement-officer"),
  procurementHead: industry("head-of-delegation"),
} as const satisfies Readonly<Record<string, Posts>>;

/** The id of the officer who holds a post: the name of its token in the side's home. */
export function officerId(post: Post): string {
  return post.service === "registry" ? post.function : `${post.service}-${post.function}`;
}
