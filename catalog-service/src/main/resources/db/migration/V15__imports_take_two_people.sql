-- What lists would change takes two people, as a version and an end do: an import keeps what it would publish, its editor submits it with
-- the reason, another one releases it on a day or declines it. Nothing public reads these rows.

alter table import_run
    add column state    text check (state in ('DRAFT', 'SUBMITTED', 'RELEASING', 'RELEASED', 'DECLINED', 'DISCARDED')), -- null: nothing to publish
    add column revision bigint not null default 1,
    add column standing text; -- JSON: who submitted and decided it, when and why
create index import_run_state on import_run (state, asked_at desc, id desc) where state is not null;

alter table import_run drop constraint import_run_phase_check;
alter table import_run add constraint import_run_phase_check
    check (phase in ('WAITING', 'READING', 'COMPARING', 'PROPOSING', 'PUBLISHING', 'DONE', 'FAILED'));

create table import_item (
    import_id   uuid    not null references import_run on delete cascade,
    code        text    not null,
    based_on    integer, -- version it was compared with; null: a new procedure
    content     text    not null, -- JSON as it would be published
    fingerprint text    not null,
    primary key (import_id, code)
);

alter table procedure_act drop constraint procedure_act_act_check;
alter table procedure_act add constraint procedure_act_act_check
    check (act in ('LOADED', 'IMPORTED', 'DRAFTED', 'EDITED', 'SUBMITTED', 'SENT_BACK', 'APPROVED', 'DISCARDED', 'PUBLISHED', 'ENDED',
                   'END_PROPOSED', 'END_DECLINED', 'IMPORT_PROPOSED', 'IMPORT_DECLINED'));
