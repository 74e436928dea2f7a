-- A register of a unit and a calendar year. Its row is the lock under which numbers are given.
create table register (
    unit           text    not null,
    kind           text    not null check (kind in ('RESULT', 'COPY', 'SIGNATURE', 'TRANSLATOR', 'CONTRACT')),
    year           integer not null,
    last           integer not null default 0,
    closed_at      timestamptz,
    closed_by      text,
    closed_by_name text,
    primary key (unit, kind, year)
);

-- One line per number, for ever: given, then issued or void.
create table register_line (
    unit           text        not null,
    kind           text        not null,
    year           integer     not null,
    number         integer     not null check (number > 0),
    given_on       date        not null,
    symbol         text        not null,
    signing        uuid        not null,
    position       integer     not null,
    case_id        uuid        not null references cases,
    code           text,
    subject        text        not null,
    pages          integer     not null check (pages >= 0),
    copies         integer     not null check (copies > 0),
    signer         text        not null,
    signer_name    text,
    state          text        not null check (state in ('GIVEN', 'ISSUED', 'VOID')),
    void_reason    text,
    given_at       timestamptz not null,
    settled_at     timestamptz,
    primary key (unit, kind, year, number),
    foreign key (unit, kind, year) references register,
    check ((state = 'VOID') = (void_reason is not null))
);
create index register_line_signing on register_line (signing);
create index register_line_day on register_line (unit, kind, given_on, number);

create function register_line_stays() returns trigger language plpgsql as $$
begin
    raise exception 'a line of a register is kept for ever';
end $$;
create trigger register_line_stays before delete on register_line
    for each row execute function register_line_stays();

-- One attempt to sign and issue a result. Its id is the caller's, so that a repeated request is the same attempt.
create table signing (
    id           uuid primary key,
    case_id      uuid        not null references cases,
    unit         text        not null,
    act          text        not null check (act in ('DECIDE', 'REISSUE')),
    source       uuid        not null references result,
    replaces     uuid references result,
    result       uuid references result,
    request      text        not null,
    title        text        not null,
    number       text        not null,
    issued_on    date        not null,
    signer       text        not null,
    signer_name  text,
    signer_title text,
    state        text        not null check (state in ('GIVEN', 'SIGNED', 'ISSUED', 'VOID')),
    reason       text,
    level        text check (level in ('B_B', 'B_LT')),
    certificate  text,
    serial       text,
    given_at     timestamptz not null,
    settled_at   timestamptz,
    check ((state = 'VOID') = (reason is not null)),
    check (state in ('GIVEN', 'VOID') or result is not null)
);
create unique index signing_open on signing (case_id) where state in ('GIVEN', 'SIGNED');
create index signing_given on signing (given_at) where state = 'GIVEN';
create unique index signing_result on signing (result);
create index signing_replaces on signing (replaces) where replaces is not null;
create index signing_void on signing (settled_at) where state = 'VOID';

-- What a file was made from: the proposed one before the signature, or the words it was composed of.
alter table result add column made_from uuid references result;
alter table result add column composed_title text;
alter table result add column composed_body text;
