// Who makes which step of a communiqué: press and liaison officers write, spokespersons and heads of delegation clear
// and release, so that what is out was in two hands.

export const communicationRules = `
@id("communique-writing")
@because("press and liaison officers write what is told to the public")
permit (
  principal,
  action == Action::"act",
  resource == Procedure::"communique"
)
when
{
  principal in
    [Function::"liaison-officer",
     Function::"protocol-officer",
     Function::"spokesperson",
     Function::"head-of-delegation"] &&
  ["propose",
   "notify",
   "record",
   "changeNotice",
   "observe",
   "writeVersion",
   "writePassage",
   "dropPassage",
   "addPhoto",
   "dropPhoto",
   "reportBreach"].contains(context.step)
};

@id("communique-public")
@because("only a spokesperson or the head of the delegation speaks for this side in public")
permit (
  principal,
  action == Action::"act",
  resource == Procedure::"communique"
)
when
{
  principal in [Function::"spokesperson", Function::"head-of-delegation"] &&
  ["accept",
   "decline",
   "withdraw",
   "giveUp",
   "freeze",
   "reopen",
   "clearPassage",
   "clearVersion",
   "schedule",
   "hold",
   "release",
   "issue",
   "correct",
   "correctOwn",
   "kill"].contains(context.step)
};
`;
