-- Public figures go back twelve whole months; a group leaves them with the month in which it was full, and so as a whole.
alter table survey_answer add column in_unit_month date check (in_unit_month is null or extract(day from in_unit_month) = 1);
alter table survey_answer add column in_procedure_month date check (in_procedure_month is null or extract(day from in_procedure_month) = 1);
update survey_answer a set in_unit_month = u.month from (select unit, max(month) as month from survey_answer where in_unit group by unit) u
    where a.in_unit and a.unit = u.unit;
update survey_answer a set in_procedure_month = p.month
    from (select unit, procedure_code, max(month) as month from survey_answer where in_procedure group by unit, procedure_code) p
    where a.in_procedure and a.unit = p.unit and a.procedure_code = p.procedure_code;
alter table survey_answer add constraint survey_answer_unit_month check (in_unit = (in_unit_month is not null));
alter table survey_answer add constraint survey_answer_procedure_month check (in_procedure = (in_procedure_month is not null));
drop index survey_answer_unit;
create index survey_answer_in_unit on survey_answer (unit, in_unit_month) where in_unit;
create index survey_answer_in_procedure on survey_answer (unit, in_procedure_month) where in_procedure;
