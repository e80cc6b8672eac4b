// The form of every question, as a Cedar schema: a policy that speaks of anything else does not validate, and the node
// does not start with it. An officer is "in" the function of the question; `holds` lists every function of the officer,
// for rules that keep duties apart. `ownStep`: the officer composed this very act; `afterOwn`: the officer made the
// dossier's last one.

export const schema = `
entity Function;

entity Officer in [Function] = {
  party: String,
  service: String,
  holds: Set<String>,
};

entity Procedure;

type Circumstances = {
  step: String,
  service: String,
  level: Long,
  cleared: Bool,
  concerned: Bool,
  ownStep: Bool,
  afterOwn: Bool,
  domain?: String,
};

action "act", "read", "administer", "compose", "open" appliesTo {
  principal: Officer,
  resource: Procedure,
  context: Circumstances,
};
`;
