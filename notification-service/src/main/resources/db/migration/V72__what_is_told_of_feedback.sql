-- Whoever gave a feedback is told of it by the way they asked for: messages, deliveries and short links are of a dossier or of a feedback.

alter table feedback add column told_by text not null default 'PAGE' check (told_by in ('PAGE', 'SMS', 'EMAIL'));

alter table message alter column dossier_id drop not null;
alter table message add column feedback_id uuid references feedback (id);
alter table message add constraint message_of_one check (num_nonnulls(dossier_id, feedback_id) = 1);
alter table message add constraint message_of_feedback_says check (feedback_id is null or template like 'feedback-%');

alter table delivery alter column dossier_id drop not null;
alter table delivery add column feedback_id uuid references feedback (id);
alter table delivery add constraint delivery_of_one check (num_nonnulls(dossier_id, feedback_id) = 1);
create index delivery_of_feedback on delivery (feedback_id, opened_at, id) where feedback_id is not null;

alter table short_link alter column dossier_id drop not null;
alter table short_link add column feedback_id uuid references feedback (id);
alter table short_link add constraint short_link_of_one check (num_nonnulls(dossier_id, feedback_id) = 1);
create index short_link_of_feedback on short_link (feedback_id, expires_at) where feedback_id is not null;

-- how often a contact was written to unasked on a day: a keyed digest, gone with the day
create table contact_load (
    what  text    not null check (what in ('ACKNOWLEDGED', 'MAILED')),
    blind text    not null,
    day   date    not null, -- legal time
    times integer not null check (times > 0),
    primary key (what, day, blind)
);
