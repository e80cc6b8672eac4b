// Who makes which step of a purchase, an end-user certificate and an offset obligation: procurement officers run the
// case, the licensing officer answers for what leaves the country and for certificates, the head of the delegation
// binds this side.

export const procurementRules = `
@id("procurement-cases")
@because("procurement officers run this side's cases, announce and receive deliveries, and keep the account")
permit (
  principal in Function::"procurement-officer",
  action == Action::"act",
  resource == Procedure::"procurement"
)
when
{
  ["state",
   "submitRequest",
   "acknowledge",
   "returnRequest",
   "quotePrice",
   "contactIndustry",
   "cancel",
   "requestExtension",
   "extendOffer",
   "withdrawOffer",
   "implement",
   "preAdvise",
   "confirmReady",
   "sayNotReady",
   "cancelConsignment",
   "dispatch",
   "receive",
   "reportDiscrepancy",
   "answerDiscrepancy",
   "changeSchedule",
   "suspend",
   "resume",
   "declareSupplied",
   "invoice",
   "pay",
   "confirmPayment",
   "denyPayment",
   "refund",
   "reconcile",
   "billLateCosts"].contains(context.step)
};

@id("procurement-licensing")
@because("the licensing officer records and withdraws licences")
permit (
  principal in Function::"licensing-officer",
  action == Action::"act",
  resource == Procedure::"procurement"
)
when { ["recordLicence", "withdrawLicence"].contains(context.step) };

@id("procurement-binding")
@because("only the head of the delegation offers, accepts, amends, ends and closes a case")
permit (
  principal in Function::"head-of-delegation",
  action == Action::"act",
  resource == Procedure::"procurement"
)
when
{
  ["offer",
   "extendOffer",
   "withdrawOffer",
   "accept",
   "amend",
   "suspend",
   "resume",
   "terminate",
   "close",
   "cancel"].contains(context.step)
};

@id("procurement-four-eyes")
@because("nobody offers, accepts or amends alone what they have composed: four eyes")
forbid (
  principal,
  action == Action::"act",
  resource == Procedure::"procurement"
)
when
{
  context.ownStep &&
  ["offer",
   "accept",
   "amend"].contains(context.step)
};

@id("offset-projects")
@because("procurement officers follow this side's offset projects and claims")
permit (
  principal in Function::"procurement-officer",
  action == Action::"act",
  resource == Procedure::"offset"
)
when
{
  ["propose",
   "revise",
   "withdraw",
   "proposeProject",
   "approveProject",
   "rejectProject",
   "recordPerformance",
   "fileClaim",
   "decideClaim",
   "withdrawClaim",
   "releaseGuarantee"].contains(context.step)
};

@id("offset-binding")
@because("only the head of the delegation agrees to an obligation, extends it, claims a penalty and closes it")
permit (
  principal in Function::"head-of-delegation",
  action == Action::"act",
  resource == Procedure::"offset"
)
when
{
  ["agree",
   "withdraw",
   "extendPeriod",
   "claimPenalty",
   "close"].contains(context.step)
};

@id("end-use-writing")
@because("procurement officers write and sign this side's end-user certificates and say what has arrived")
permit (
  principal in Function::"procurement-officer",
  action == Action::"act",
  resource == Procedure::"end-use"
)
when
{
  ["draft",
   "redraft",
   "sign",
   "withdraw",
   "verifyDelivery",
   "askRetransfer"].contains(context.step)
};

@id("end-use-licensing")
@because("the licensing officer authenticates this side's certificates and verifies the other side's")
permit (
  principal in Function::"licensing-officer",
  action == Action::"act",
  resource == Procedure::"end-use"
)
when
{
  ["authenticate",
   "verify",
   "returnCertificate",
   "drawDown",
   "restore",
   "consentToRetransfer",
   "denyRetransfer",
   "recordCheck",
   "revoke",
   "close"].contains(context.step)
};

@id("end-use-four-eyes")
@because("nobody authenticates a certificate that they have just signed: four eyes")
forbid (
  principal,
  action == Action::"act",
  resource == Procedure::"end-use"
)
when { context.afterOwn && ["authenticate"].contains(context.step) };
`;
