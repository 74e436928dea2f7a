-- Since when the time of a draft stands still because a withdrawal is asked; null while it runs. What is frozen now stands still
-- from the freezing on, as far as the case's history tells it.
alter table draft_offer add column stopped_at timestamptz;
update draft_offer o set stopped_at =
    (select max(a.at) from case_act a where a.case_id = o.case_id and a.act = 'FROZEN')
from cases c where c.id = o.case_id and c.frozen and o.state = 'OFFERED';
