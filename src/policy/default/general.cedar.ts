// Rules for every procedure: who reads and administers, and what nobody may, whatever their function.

export const generalRules = `
@id("officers-read")
@because("officers read the dossiers of the accord they work on")
permit (
  principal,
  action == Action::"read",
  resource
)
when
{
  principal in
    [Function::"head-of-delegation",
     Function::"head-of-protocol",
     Function::"liaison-officer",
     Function::"planner",
     Function::"plenipotentiary",
     Function::"protocol-officer",
     Function::"registrar",
     Function::"security-authority",
     Function::"security-officer",
     Function::"spokesperson",
     Function::"treaty-officer"]
};

@id("auditors-read-everything")
@because("an auditor reads every dossier of this side")
permit (
  principal in Function::"auditor",
  action == Action::"read",
  resource
);

@id("administrators-administer")
@because("an administrator keeps the node running")
permit (
  principal in Function::"administrator",
  action == Action::"administer",
  resource
);
@id("clearance")
@because("no valid clearance of the officer covers the label")
forbid (principal, action, resource)
unless { context.cleared };

@id("need-to-know")
@because("the officer has nothing to do with this dossier")
forbid (
  principal,
  action in [Action::"act", Action::"read"],
  resource
)
unless { context.concerned || principal.holds.contains("auditor") };

@id("own-service")
@because("an officer acts in the name of the officer's own service only")
forbid (
  principal,
  action == Action::"act",
  resource
)
unless { context.service == principal.service };

@id("auditors-only-read")
@because("who audits neither acts nor administers")
forbid (
  principal,
  action in [Action::"act", Action::"administer"],
  resource
)
when { principal.holds.contains("auditor") };

@id("administrators-do-not-act")
@because("who administers the node makes no acts on it")
forbid (
  principal,
  action == Action::"act",
  resource
)
when { principal.holds.contains("administrator") };

@id("four-eyes")
@because("nobody certifies or endorses a visit that they have just written or certified: four eyes")
forbid (
  principal,
  action == Action::"act",
  resource == Procedure::"visit"
)
when { context.ownStep && ["certify", "endorse"].contains(context.step) };
`;
