-- Who works in a department, as far as this service has seen: whoever claimed a case there. Written when somebody is seen anew.
create table department_officer (
    unit       text        not null,
    department text        not null,
    subject    text        not null,
    name       text,
    title      text,
    last_seen  timestamptz not null,
    primary key (unit, subject, department)
);
create index department_officer_seen on department_officer (unit, department, last_seen, subject);

-- who was seen before this table was there
insert into department_officer (unit, department, subject, name, title, last_seen)
select distinct on (c.unit, a.actor_subject, a.department)
    c.unit, a.department, a.actor_subject, a.actor_name, a.actor_title, a.at
from case_act a join cases c on c.id = a.case_id
-- a director who gave a case to somebody claimed none
where a.act = 'CLAIMED' and a.actor_role <> 'director' and a.actor_subject is not null
order by c.unit, a.actor_subject, a.department, a.at desc;

-- what an officer holds
create index cases_held on cases (unit, holder) where state = 'CLAIMED';
