// Who makes which step of the annual plan and of the joint committee: planners and liaison officers write, only the
// head of the delegation, who co-chairs, binds this side.

export const planningRules = `
@id("plan-writing")
@because("planners write the annual plan and follow its lines")
permit (
  principal,
  action == Action::"act",
  resource == Procedure::"plan"
)
when
{
  principal in [Function::"liaison-officer", Function::"planner"] &&
  ["call",
   "proposeLines",
   "changeLine",
   "dropLine",
   "closeProposals",
   "proposeChange",
   "withdrawChange",
   "reportStatus",
   "link",
   "unlink"].contains(context.step)
};

@id("plan-binding")
@because("only the head of the delegation agrees to the plan, signs it and answers letters about it")
permit (
  principal in Function::"head-of-delegation",
  action == Action::"act",
  resource == Procedure::"plan"
)
when
{
  ["call",
   "closeProposals",
   "agreeDraft",
   "reopenDraft",
   "sign",
   "withdraw",
   "proposeChange",
   "acceptChange",
   "declineChange",
   "withdrawChange",
   "reportStatus",
   "adoptReport"].contains(context.step)
};

@id("committee-writing")
@because("planners and liaison officers prepare the session, write its minutes and follow its actions")
permit (
  principal,
  action == Action::"act",
  resource == Procedure::"committee"
)
when
{
  principal in [Function::"liaison-officer", Function::"planner"] &&
  ["propose",
   "proposeDates",
   "nameDelegation",
   "addItem",
   "changeItem",
   "dropItem",
   "draftMinutes",
   "reportAction",
   "askExtension"].contains(context.step)
};

@id("committee-chair")
@because("only the co-chair dates, freezes, opens, adopts and closes for this side")
permit (
  principal in Function::"head-of-delegation",
  action == Action::"act",
  resource == Procedure::"committee"
)
when
{
  ["propose",
   "proposeDates",
   "acceptDates",
   "confirmDates",
   "nameDelegation",
   "addItem",
   "changeItem",
   "dropItem",
   "freezeAgenda",
   "reopenAgenda",
   "cancel",
   "openSession",
   "draftMinutes",
   "endSession",
   "adoptMinutes",
   "reportAction",
   "askExtension",
   "answerExtension",
   "close"].contains(context.step)
};
`;
