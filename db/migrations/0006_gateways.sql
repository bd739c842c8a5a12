-- A process that serves only the API finds the silos in Orleans' own tables, and changes nothing there.

grant usage on schema orleans to campaigns_api;
grant select on orleans.orleansquery, orleans.membership_version, orleans.membership to campaigns_api;
