-- How long what was issued under a register is kept, and the registers themselves. A rule is never edited: a later version follows it
-- from its day on. Without years it is kept for ever; so is whatever has no rule.
create table retention_rule (
    kind         text    not null check (kind in ('REGISTER', 'RESULT', 'COPY', 'SIGNATURE', 'TRANSLATOR', 'CONTRACT')),
    version      integer not null check (version > 0),
    years        integer check (years > 0),
    source       text    not null,
    in_force_on  date    not null,
    primary key (kind, version),
    check (kind <> 'REGISTER' or years is null)
);
insert into retention_rule (kind, version, years, source, in_force_on) values
    ('REGISTER', 1, null, 'Nghị định 23/2015/NĐ-CP, Điều 14', '2015-04-10'),
    ('SIGNATURE', 1, 2, 'Nghị định 23/2015/NĐ-CP, Điều 14', '2015-04-10'),
    ('TRANSLATOR', 1, 2, 'Nghị định 23/2015/NĐ-CP, Điều 14', '2015-04-10'),
    ('CONTRACT', 1, 20, 'Nghị định 23/2015/NĐ-CP, Điều 14', '2015-04-10'),
    ('COPY', 1, null, 'Chưa có quy định thời hạn: giữ lại (Luật Lưu trữ 33/2024/QH15)', '2025-07-01'),
    ('RESULT', 1, null, 'Chưa có quy định thời hạn riêng cho lĩnh vực: giữ lại (Luật Lưu trữ 33/2024/QH15)', '2025-07-01');

-- What one proposes to destroy and another decides on. It is kept for ever, with who, when and on what ground.
create table retention_report (
    id               uuid primary key,
    unit             text        not null,
    state            text        not null check (state in ('MADE', 'APPROVED', 'DONE', 'DECLINED', 'SUPERSEDED')),
    revision         bigint      not null,
    counted_on       date        not null,
    more             boolean     not null,
    made_by          text        not null,
    made_by_name     text,
    made_by_title    text,
    made_at          timestamptz not null,
    decided_by       text,
    decided_by_name  text,
    decided_by_title text,
    decided_at       timestamptz,
    ground           text,
    done_at          timestamptz,
    check (state in ('MADE', 'SUPERSEDED') or decided_at is not null and ground is not null),
    check (decided_by is null or decided_by <> made_by),
    check ((state = 'DONE') = (done_at is not null))
);
create unique index retention_report_open on retention_report (unit) where state in ('MADE', 'APPROVED');
create index retention_report_unit on retention_report (unit, made_at desc, id desc);
create index retention_report_approved on retention_report (decided_at) where state = 'APPROVED';

-- The files of one case, as they were counted, and what became of them.
create table retention_item (
    report       uuid    not null references retention_report,
    position     integer not null check (position > 0),
    case_id      uuid    not null references cases,
    code         text    not null,
    number       text    not null,
    kind         text    not null,
    rule_version integer not null,
    since        date    not null,
    until        date    not null,
    files        integer not null check (files > 0),
    bytes        bigint  not null,
    state        text    not null check (state in ('LISTED', 'DESTROYED', 'KEPT')),
    reason       text,
    settled_at   timestamptz,
    primary key (report, position),
    unique (report, case_id),
    foreign key (kind, rule_version) references retention_rule,
    check ((state = 'KEPT') = (reason is not null)),
    check ((state = 'LISTED') = (settled_at is null))
);
create index retention_item_listed on retention_item (report, position) where state = 'LISTED';

create function retention_stays() returns trigger language plpgsql as $$
begin
    raise exception 'what was kept how long and what was destroyed is written down for ever';
end $$;
create trigger retention_rule_stays before update or delete on retention_rule
    for each row execute function retention_stays();
create trigger retention_report_stays before delete on retention_report
    for each row execute function retention_stays();
create trigger retention_item_stays before delete on retention_item
    for each row execute function retention_stays();

-- The bytes are gone, the row with its digest stays.
alter table result add column destroyed_at timestamptz;
alter table result add column destroyed_ground text;
alter table result add column destroyed_report uuid references retention_report;
alter table result add constraint result_destroyed check
    ((destroyed_at is null) = (destroyed_ground is null) and (destroyed_at is null) = (destroyed_report is null));
-- whether the same bytes are still needed elsewhere
create index result_content on result (sha256) where destroyed_at is null;
create index case_attachment_content on case_attachment (sha256);
-- which cases have lines in a register
create index register_line_case on register_line (case_id);
