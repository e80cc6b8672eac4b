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
    [Function::"exercise-director",
     Function::"exercise-planner",
     Function::"head-of-delegation",
     Function::"head-of-protocol",
     Function::"liaison-officer",
     Function::"licensing-officer",
     Function::"planner",
     Function::"plenipotentiary",
     Function::"procurement-officer",
     Function::"project-officer",
     Function::"protocol-officer",
     Function::"registrar",
     Function::"security-authority",
     Function::"security-officer",
     Function::"spokesperson",
     Function::"training-officer",
     Function::"treaty-officer"]
};

@id("officers-compose")
@because("officers write what another of the side may release")
permit (
  principal,
  action == Action::"compose",
  resource
)
when
{
  principal in
    [Function::"exercise-director",
     Function::"exercise-planner",
     Function::"head-of-delegation",
     Function::"head-of-protocol",
     Function::"liaison-officer",
     Function::"licensing-officer",
     Function::"planner",
     Function::"procurement-officer",
     Function::"project-officer",
     Function::"protocol-officer",
     Function::"registrar",
     Function::"security-authority",
     Function::"security-officer",
     Function::"spokesperson",
     Function::"training-officer",
     Function::"treaty-officer"]
};

@id("documents-opened")
@because("who works on the channels between the services opens what is sent through them")
permit (
  principal,
  action == Action::"open",
  resource
)
when
{
  principal in
    [Function::"liaison-officer",
     Function::"security-authority",
     Function::"security-officer"]
};

@id("access-log-kept")
@because("the security officer reads this side's access log")
permit (
  principal in Function::"security-officer",
  action == Action::"administer",
  resource == Procedure::"access-log"
);

@id("retention-kept")
@because("the security officer sees what is due for erasure and holds what must stay")
permit (
  principal in Function::"security-officer",
  action == Action::"administer",
  resource == Procedure::"retention"
);

@id("policy-shown")
@because("the security officer sees by which rules this side decides")
permit (
  principal in Function::"security-officer",
  action == Action::"administer",
  resource == Procedure::"policy"
);

@id("clearances-kept")
@because("the security officer keeps the clearances of this side's officers")
permit (
  principal in Function::"security-officer",
  action == Action::"administer",
  resource == Procedure::"officers"
);

@id("own-clearance")
@because("nobody changes a clearance of their own")
forbid (
  principal,
  action == Action::"administer",
  resource == Procedure::"officers"
)
when { context.ownStep };

@id("access-log-closed")
@because("only the security officer reads the access log, not even who administers the node")
forbid (
  principal,
  action == Action::"administer",
  resource == Procedure::"access-log"
)
unless { principal.holds.contains("security-officer") };

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
  action in [Action::"act", Action::"read", Action::"compose", Action::"open"],
  resource
)
unless { context.concerned || principal.holds.contains("auditor") };

@id("own-service")
@because("an officer acts in the name of the officer's own service only")
forbid (
  principal,
  action in [Action::"act", Action::"compose", Action::"open"],
  resource
)
unless { context.service == principal.service };

@id("auditors-only-read")
@because("who audits neither acts nor administers")
forbid (
  principal,
  action in
    [Action::"act",
     Action::"administer",
     Action::"compose",
     Action::"open"],
  resource
)
when { principal.holds.contains("auditor") };

@id("administrators-do-not-act")
@because("who administers the node makes no acts on it and opens nothing")
forbid (
  principal,
  action in [Action::"act", Action::"compose", Action::"open"],
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
when { context.afterOwn && ["certify", "endorse"].contains(context.step) };
`;
