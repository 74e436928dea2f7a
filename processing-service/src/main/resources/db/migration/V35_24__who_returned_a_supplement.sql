-- Who returned an incomplete dossier; of the returns before, as the history of the case tells.
alter table supplement_return add column returned_by text;
alter table supplement_return add column returned_by_name text;
update supplement_return r set returned_by = a.actor_subject, returned_by_name = a.actor_name
from case_act a where a.case_id = r.case_id and a.act = 'ASK_SUPPLEMENT' and a.at = r.returned_at;
