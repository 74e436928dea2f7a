-- For which procedures the person sees a draft of the result before it is proposed, and how long they have to answer. A rule is never
-- edited: a later version follows it from its day on; one without working days ends it.
create table draft_rule (
    procedure_code text    not null,
    channel        text    not null check (channel in ('COUNTER', 'ONLINE', 'POST')),
    version        integer not null check (version > 0),
    working_days   integer check (working_days > 0),
    source         text    not null,
    in_force_on    date    not null,
    primary key (procedure_code, channel, version)
);
insert into draft_rule (procedure_code, channel, version, working_days, source, in_force_on) values
    ('1.001193', 'ONLINE', 1, 1,
     'Thủ tục 1.001193, trình tự đăng ký khai sinh trực tuyến: người yêu cầu xác nhận bản nháp trong 01 ngày, không phản hồi là đồng ý',
     '2025-07-01');

-- A draft as it was offered to the person, and what they said; their words stay here.
create table draft_offer (
    id               uuid primary key,
    case_id          uuid        not null references cases,
    result_id        uuid        not null references result,
    rule_version     integer     not null,
    offered_by       text        not null,
    offered_by_name  text,
    offered_at       timestamptz not null,
    until            timestamptz not null,
    state            text        not null check (state in ('OFFERED', 'CONFIRMED', 'OBJECTED', 'OVER')),
    answered_by      text check (answered_by in ('PERSON', 'RECEPTION', 'SILENCE')),
    answered_at      timestamptz,
    how              text check (how in ('COUNTER', 'PHONE', 'LETTER')),
    officer          text,
    officer_name     text,
    fault            text check (fault in
        ('NAME_WRONG', 'DATE_WRONG', 'PLACE_WRONG', 'PARENT_WRONG', 'NUMBER_WRONG', 'OTHER_WRONG')),
    objection        text check (length(objection) <= 2000),
    check ((state in ('CONFIRMED', 'OBJECTED')) = (answered_by is not null and answered_at is not null)),
    check ((state = 'OBJECTED') = (fault is not null and objection is not null)),
    check ((answered_by = 'RECEPTION') = (how is not null) or answered_by is null),
    check (answered_by <> 'SILENCE' or state = 'CONFIRMED')
);
create index draft_offer_case on draft_offer (case_id, offered_at desc);
create unique index draft_offer_open on draft_offer (case_id) where state = 'OFFERED';

-- Where the case stands with it: null where its procedure asks for no draft; until when the person may answer.
alter table cases add column draft_state text check (draft_state in ('NEEDED', 'OFFERED', 'OBJECTED', 'CONFIRMED'));
alter table cases add column draft_until timestamptz;
alter table cases add check ((draft_state is not distinct from 'OFFERED') = (draft_until is not null));
update cases c set draft_state = 'NEEDED'
from dossier d join draft_rule r on r.procedure_code = d.procedure_code and r.channel = d.channel
where d.id = c.dossier_id and c.state in ('OPEN', 'CLAIMED', 'PAUSED');
