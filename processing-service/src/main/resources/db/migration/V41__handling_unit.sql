-- A case may lie in a unit that is not competent for it, while that unit handles it (ADR 45): unit and department say where it lies, competent_unit
-- is the dossier's and never changes.
alter table cases add column competent_unit text;
update cases set competent_unit = unit;
alter table cases alter column competent_unit set not null;
-- the department of the competent unit that gave it away
alter table cases add column home_department text;
alter table cases add check ((unit = competent_unit) = (home_department is null));
-- what speaks to the person or decides happens at home
alter table cases add check (unit = competent_unit or state in ('OPEN', 'CLAIMED', 'PAUSED'));
-- the unit that handed the case on; null in a hand-over of before, which did not leave the unit
alter table cases add column handed_from_unit text;

-- the open cases of a unit, wherever they lie, for the preview of a changed rule
drop index cases_open_of_unit;
create index cases_open_of_unit on cases (competent_unit, opened_at desc) where rank is not null;

-- Where the case lay at the act, where that was not the competent unit.
alter table case_act add column unit text;

-- The stays of cases in other units, a line each; they are never deleted.
create table case_handover (
    id              uuid primary key,
    case_id         uuid        not null references cases,
    from_unit       text        not null,
    from_department text        not null,
    to_unit         text        not null,
    to_department   text        not null,
    given_by_name   text,
    given_at        timestamptz not null,
    accepted_at     timestamptz,
    ended           text check (ended in ('DECLINED', 'GIVEN_BACK', 'RECALLED', 'OVER')),
    ended_at        timestamptz,
    check ((ended is null) = (ended_at is null)),
    check (from_unit <> to_unit)
);
-- a case lies in one unit at a time
create unique index case_handover_running on case_handover (case_id) where ended_at is null;
create index case_handover_given on case_handover (from_unit, given_at desc, id desc);
create index case_handover_taken on case_handover (to_unit, given_at desc, id desc);
