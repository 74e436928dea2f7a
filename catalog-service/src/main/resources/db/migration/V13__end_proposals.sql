-- The end of a procedure takes two people, as a version does: one proposes it, another one decides. How often that moved is kept, since
-- the revision of a procedure counts it.
create table end_proposal (
    code     text   not null primary key,
    moves    bigint not null,
    proposal text   -- JSON; null: none stands
);

alter table procedure_act drop constraint procedure_act_act_check;
alter table procedure_act add constraint procedure_act_act_check
    check (act in ('LOADED', 'IMPORTED', 'DRAFTED', 'EDITED', 'SUBMITTED', 'SENT_BACK', 'APPROVED', 'DISCARDED', 'PUBLISHED', 'ENDED',
                   'END_PROPOSED', 'END_DECLINED'));
