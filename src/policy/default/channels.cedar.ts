// Who opens and keeps the channels between the services: the security authority adopts tables of levels and opens and
// closes channels, the security officer reports a compromise, the registrar erases what is due. What goes by a channel
// is correspondence.cedar.ts.

export const channelRules = `
@id("equivalence-tables")
@because("the security authority tables, adopts and withdraws the equivalence of levels")
permit (
  principal in Function::"security-authority",
  action == Action::"act",
  resource == Procedure::"equivalence"
)
when
{
  ["table", "retable", "adopt", "withdraw", "supersede"].contains(context.step)
};

@id("channel-authority")
@because("the security authority opens, changes, suspends and closes channels")
permit (
  principal in Function::"security-authority",
  action == Action::"act",
  resource == Procedure::"channel"
)
when
{
  ["propose",
   "confirm",
   "decline",
   "withdraw",
   "change",
   "changeContact",
   "suspend",
   "resume",
   "close"].contains(context.step)
};

@id("channel-liaison")
@because("the liaison officer at a channel's end keeps its point of contact")
permit (
  principal in Function::"liaison-officer",
  action == Action::"act",
  resource == Procedure::"channel"
)
when { ["propose", "confirm", "changeContact"].contains(context.step) };

@id("release-officer-works")
@because("the release officer reads, writes and opens what may leave this side")
permit (
  principal in Function::"release-officer",
  action in [Action::"read", Action::"compose", Action::"open"],
  resource
);

@id("incident-security")
@because("the security officer reports a suspected compromise and what came of it")
permit (
  principal in Function::"security-officer",
  action == Action::"act",
  resource == Procedure::"incident"
)
when
{
  ["suspect",
   "notify",
   "acknowledge",
   "reportPreliminary",
   "conclude",
   "takeMeasures",
   "lower",
   "recall",
   "attestDestruction",
   "refuseDestruction",
   "opened"].contains(context.step)
};

@id("incident-liaison")
@because("liaison officers report a suspicion at once, to whom it concerns")
permit (
  principal in Function::"liaison-officer",
  action == Action::"act",
  resource == Procedure::"incident"
)
when
{
  ["suspect",
   "notify",
   "acknowledge",
   "opened"].contains(context.step)
};

@id("incident-authority")
@because("the security authority answers for findings and measures, and closes")
permit (
  principal in Function::"security-authority",
  action == Action::"act",
  resource == Procedure::"incident"
)
when
{
  ["suspect",
   "notify",
   "acknowledge",
   "reportPreliminary",
   "conclude",
   "takeMeasures",
   "close",
   "lower",
   "recall",
   "attestDestruction",
   "refuseDestruction",
   "opened"].contains(context.step)
};

@id("retention-registry")
@because("the registrar erases and holds what this side keeps")
permit (
  principal in Function::"registrar",
  action == Action::"act",
  resource == Procedure::"retention"
)
when
{
  ["erase",
   "hold",
   "extend",
   "lift"].contains(context.step)
};
`;
