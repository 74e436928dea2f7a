-- Answers are counted in groups of exactly five that every figure takes or leaves as a whole: a group of one procedure counts for it and for
-- the unit in the same moment, a mixed one for the unit alone. What was counted for a procedure apart from its unit's groups counts no
-- more: of it and the unit's figures single answers could be computed. A procedure's figures begin anew.
update survey_answer set in_procedure = false, in_procedure_month = null where in_procedure;
drop index survey_answer_not_in_procedure;
alter table survey_answer add constraint survey_answer_group check (not in_procedure or in_procedure_month = in_unit_month);

-- What few name in a group (a mark of a step, a reason, the counter's tablet): it waits until five and more are together.
create table survey_part (
    unit    text     not null,
    what    text     not null,
    answers bigint   not null,
    total   bigint   not null, -- of the marks
    primary key (unit, what)
);

-- What is shown of it, by the month in which it was enough.
create table survey_tally (
    unit    text   not null,
    what    text   not null,
    month   date   not null check (extract(day from month) = 1),
    answers bigint not null check (answers >= 5),
    total   bigint not null,
    primary key (unit, what, month)
);

insert into survey_part (unit, what, answers, total)
select a.unit, p.what, count(*), sum(p.mark) from survey_answer a cross join lateral (
    select * from (values ('STEP1', a.step1), ('STEP2', a.step2), ('STEP3', a.step3), ('STEP4', a.step4), ('STEP5', a.step5)) s(what, mark)
    union all select reason, 1 from unnest(a.reasons) reason
    union all select 'TABLET', 1 where a.way = 'TABLET') p
where a.in_unit and p.mark is not null group by a.unit, p.what;
with enough as (delete from survey_part where answers >= 5 returning *)
insert into survey_tally (unit, what, month, answers, total)
select e.unit, e.what, (select max(a.in_unit_month) from survey_answer a where a.unit = e.unit and a.in_unit), e.answers, e.total from enough e;
