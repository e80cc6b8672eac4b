// Who makes which step of a purchase, an end-user certificate and an offset obligation: procurement officers run the
// case, the licensing officer answers for what leaves the country and for certificates, the head of the delegation
// binds this side.

export const procurementRules = `
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
