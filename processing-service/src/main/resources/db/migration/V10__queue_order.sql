-- When the legal clock of a dossier began (receivedAt of its events); null until its next event for what was known before.
alter table dossier add column received_at timestamptz;
create index dossier_reference on dossier (reference);
create index dossier_code_end on dossier (reverse(code) text_pattern_ops);

-- The order of the queue, see deploy/adr/0030: the due date, brought forward by so many seconds. Both are fixed when they are written,
-- so that the order holds while time passes. risk_at: the last fifth of the limit begins, at most two days before due.
alter table cases add column advance integer not null default 0;
alter table cases add column risk_at timestamptz;
alter table cases add column procedure_code text;
alter table cases add column channel text;

-- what lay there before, by the same rule; the opening stands for the receipt
update cases c set
    procedure_code = d.procedure_code,
    channel = d.channel,
    advance = case when c.due > c.opened_at then least(7200, floor(extract(epoch from c.due - c.opened_at) / 20)) else 0 end,
    risk_at = case when c.due > c.opened_at then c.due - least((c.due - c.opened_at) / 5, interval '48 hours') else c.due end
from dossier d where d.id = c.dossier_id;

alter table cases alter column urgent_at set expression as (coalesce(
    ((due at time zone 'UTC') - make_interval(secs => advance)) at time zone 'UTC', timestamptz '9999-12-31 00:00:00+00'));

-- the queue by state, which is also where "the next one" is picked, and by procedure; what came back from the signer
create index cases_queue_state on cases (unit, department, state, urgent_at, id) where rank is not null;
create index cases_queue_procedure on cases (unit, department, procedure_code, rank, urgent_at, id) where rank is not null;
create index cases_sent_back on cases (unit, department, urgent_at, id) where sent_back_reason is not null and rank = 0;
