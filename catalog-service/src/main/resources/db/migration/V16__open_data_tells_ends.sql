-- Who takes the open data again and again asks for what changed since: a version that was published before, and got its last day since, is
-- part of that.

alter table procedure_version add column changed_at timestamptz;
update procedure_version v set changed_at = greatest(v.published_at,
    (select n.published_at from procedure_version n where n.code = v.code and n.version = v.version + 1 and v.ended is null),
    (select max(a.at) from procedure_act a where a.code = v.code and a.version = v.version and a.act = 'ENDED'));
alter table procedure_version alter column changed_at set not null;
