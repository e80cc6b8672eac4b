// Who makes which step of a request for a visit: liaison writes, the security officer certifies, the security authority
// answers for it.

export const visitRules = `
@id("visit-requests")
@because("liaison officers write requests for visits and follow them")
permit (
  principal in Function::"liaison-officer",
  action == Action::"act",
  resource == Procedure::"visit"
)
when
{
  ["draft",
   "redraft",
   "correct",
   "draftAmendment",
   "correctAmendment",
   "dropAmendment",
   "cancel",
   "openEmergency",
   "writeUp",
   "receive",
   "returnIncomplete",
   "staff",
   "notify",
   "close"].contains(context.step)
};

@id("visit-certification")
@because("the security officer certifies the visitors' clearances")
permit (
  principal in Function::"security-officer",
  action == Action::"act",
  resource == Procedure::"visit"
)
when { ["certify"].contains(context.step) };

@id("visit-sites")
@because("the security officer of the site staffs the request and keeps the gate")
permit (
  principal in Function::"security-officer",
  action == Action::"act",
  resource == Procedure::"visit"
)
when { ["staff", "logGate", "recordBriefing", "close"].contains(context.step) };

@id("visit-authority")
@because("the security authority endorses, sends, receives and decides")
permit (
  principal in Function::"security-authority",
  action == Action::"act",
  resource == Procedure::"visit"
)
when
{
  ["endorse",
   "transmit",
   "cancel",
   "openEmergency",
   "confirmEmergency",
   "receive",
   "returnIncomplete",
   "staff",
   "decideSite",
   "decideDeferred",
   "notify",
   "withdrawApproval",
   "close"].contains(context.step)
};
`;
