// Who makes which step of what goes by a channel: liaison writes requests, answers and reports, the release officer
// answers for what leaves the side, the security officer keeps what was received. Nobody lets out what they have
// written themselves.

export const correspondenceRules = `
@id("request-liaison")
@because("liaison officers write requests and answers and follow them")
permit (
  principal in Function::"liaison-officer",
  action == Action::"act",
  resource == Procedure::"request"
)
when
{
  ["release",
   "transmit",
   "acknowledge",
   "askClarification",
   "clarify",
   "accept",
   "changePromise",
   "staff",
   "interimReply",
   "finalReply",
   "noHoldings",
   "reject",
   "redirect",
   "receive",
   "assess",
   "reopen",
   "giveFeedback",
   "close",
   "cancel",
   "lower",
   "recall",
   "attestDestruction",
   "refuseDestruction",
   "opened"].contains(context.step)
};

@id("request-release")
@because("the release officer lets requests and answers out of this side")
permit (
  principal in Function::"release-officer",
  action == Action::"act",
  resource == Procedure::"request"
)
when
{
  ["release",
   "transmit",
   "clarify",
   "accept",
   "interimReply",
   "finalReply",
   "noHoldings",
   "reject",
   "redirect",
   "reopen",
   "cancel",
   "lower",
   "recall",
   "opened"].contains(context.step)
};

@id("request-custody")
@because("who keeps this side's security opens what it received and answers for what is recalled")
permit (
  principal,
  action == Action::"act",
  resource == Procedure::"request"
)
when
{
  principal in
    [Function::"security-authority", Function::"security-officer"] &&
  ["opened",
   "attestDestruction",
   "refuseDestruction"].contains(context.step)
};

@id("dispatch-liaison")
@because("liaison officers send reports and documents and acknowledge those received")
permit (
  principal in Function::"liaison-officer",
  action == Action::"act",
  resource == Procedure::"dispatch"
)
when
{
  ["send",
   "receipt",
   "giveFeedback",
   "correct",
   "lower",
   "close",
   "recall",
   "attestDestruction",
   "refuseDestruction",
   "opened"].contains(context.step)
};

@id("dispatch-release")
@because("the release officer lets reports and documents out of this side, and takes them back")
permit (
  principal in Function::"release-officer",
  action == Action::"act",
  resource == Procedure::"dispatch"
)
when
{
  ["send",
   "correct",
   "lower",
   "recall",
   "opened",
   "close"].contains(context.step)
};

@id("dispatch-custody")
@because("who keeps this side's security opens what it received and answers for what is recalled")
permit (
  principal,
  action == Action::"act",
  resource == Procedure::"dispatch"
)
when
{
  principal in
    [Function::"security-authority", Function::"security-officer"] &&
  ["opened",
   "attestDestruction",
   "refuseDestruction"].contains(context.step)
};

@id("release-asking")
@because("liaison officers ask for a release to a third party and record what was passed on")
permit (
  principal in Function::"liaison-officer",
  action == Action::"act",
  resource == Procedure::"release"
)
when
{
  ["ask",
   "withdraw",
   "recordPassingOn",
   "deny",
   "grantSanitised",
   "recall",
   "attestDestruction",
   "refuseDestruction",
   "opened"].contains(context.step)
};

@id("release-deciding")
@because("the release officer decides what a third party may have")
permit (
  principal in Function::"release-officer",
  action == Action::"act",
  resource == Procedure::"release"
)
when
{
  ["ask",
   "withdraw",
   "recordPassingOn",
   "grant",
   "grantSanitised",
   "deny",
   "lower",
   "recall",
   "opened"].contains(context.step)
};

@id("release-authority")
@because("the security authority decides what a third party may have")
permit (
  principal in Function::"security-authority",
  action == Action::"act",
  resource == Procedure::"release"
)
when
{
  ["grant",
   "grantSanitised",
   "deny",
   "lower",
   "recall",
   "opened",
   "attestDestruction",
   "refuseDestruction"].contains(context.step)
};

@id("request-four-eyes")
@because("nobody lets a request or an answer out that they have written themselves: four eyes")
forbid (
  principal,
  action == Action::"act",
  resource == Procedure::"request"
)
when
{
  context.ownStep &&
  ["release",
   "reopen",
   "interimReply",
   "finalReply",
   "noHoldings"].contains(context.step)
};

@id("dispatch-four-eyes")
@because("nobody lets a report or a document out, or lowers it, that they have written themselves: four eyes")
forbid (
  principal,
  action == Action::"act",
  resource == Procedure::"dispatch"
)
when
{
  context.ownStep &&
  ["send",
   "correct",
   "lower"].contains(context.step)
};

@id("release-four-eyes")
@because("nobody grants alone what a third party may have: four eyes")
forbid (
  principal,
  action == Action::"act",
  resource == Procedure::"release"
)
when
{
  context.ownStep &&
  ["grant",
   "grantSanitised"].contains(context.step)
};
`;
