-- Who acted last on a return, so that whoever comes too late is told; when the postman signed; what turned up again; papers by their words;
-- the days on which nobody works.

alter table dossier_return add column last_act text;
alter table dossier_return add column last_actor_role text;
alter table dossier_return add column last_actor_name text; -- an officer in official capacity
alter table dossier_return add column last_actor_title text;

alter table post_list add column handed_over_at timestamptz; -- when the postman signed; null in lists before this column: signed_at

alter table consignment add column found_at timestamptz; -- reported as failed, and on its way again
alter table consignment add column found_after text;     -- the reason it had been reported with
alter table consignment add constraint consignment_found check ((found_at is null) = (found_after is null));

alter table procedure_name add column components text check (components is json object); -- Vietnamese name by component

create table calendar_year (
    area    text    not null,
    year    integer not null,
    version integer not null,
    days    text    not null check (days is json array), -- days off and days worked instead, weekends apart
    primary key (area, year)
);

-- what goes back by post and is not handed over yet
create index known_dossier_by_post on known_dossier (returning_unit, id)
    where return_mode = 'POST' and (stage = 'DECIDED' or originals_held);
