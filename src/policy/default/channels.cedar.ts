// Who makes which step of the channels between the services: the security authority adopts tables of levels and opens
// and closes channels, liaison writes, the release officer answers for what leaves the side, the security officer keeps
// what was received and reports its compromise.

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
`;
