// Who makes which step of a confirmation of clearance and of a courier's certificate: the security officer asks and
// writes, the security authority answers for its side and gives receipts.

export const securityRules = `
@id("clearance-asking")
@because("security officers ask whether the other side has cleared a facility or a person")
permit (
  principal,
  action == Action::"act",
  resource == Procedure::"clearance"
)
when
{
  principal in [Function::"security-authority", Function::"security-officer"] &&
  ["request",
   "cancel",
   "startProcess"].contains(context.step)
};

@id("clearance-answering")
@because("only the security authority confirms, denies and withdraws for this side")
permit (
  principal in Function::"security-authority",
  action == Action::"act",
  resource == Procedure::"clearance"
)
when
{
  ["confirm",
   "deny",
   "extend",
   "withdraw"].contains(context.step)
};

@id("courier-certifying")
@because("only the security authority issues a courier's certificate, changes it and cancels it")
permit (
  principal in Function::"security-authority",
  action == Action::"act",
  resource == Procedure::"courier"
)
when
{
  ["issue",
   "changeItinerary",
   "cancel"].contains(context.step)
};

@id("courier-carrying")
@because("security officers follow the courier, give receipts and hear the courier afterwards")
permit (
  principal,
  action == Action::"act",
  resource == Procedure::"courier"
)
when
{
  principal in [Function::"security-authority", Function::"security-officer"] &&
  ["acknowledge",
   "depart",
   "receive",
   "takeBack",
   "reportProblem",
   "debrief"].contains(context.step)
};
`;
