-- How it was: asked after the return, answered once by the person alone. No answer can be traced to its return: what was answered and
-- what was said are kept apart, and of an answer only the month is known.

create table survey_given (
    return_id uuid not null primary key references dossier_return (id) -- somebody has answered; not what
);

-- Opaque, once, for a short time; only its hash is kept.
create table survey_token (
    hash       bytea       not null primary key,
    return_id  uuid        not null references dossier_return (id),
    way        text        not null check (way in ('PERSON', 'TABLET')),
    expires_at timestamptz not null
);
create index survey_token_return on survey_token (return_id);
create index survey_token_expires on survey_token (expires_at);

create table survey_answer (
    id             uuid     not null primary key,
    unit           text     not null,
    procedure_code text     not null,
    way            text     not null check (way in ('PERSON', 'TABLET')),
    month          date     not null check (extract(day from month) = 1),
    mark           smallint not null check (mark between 1 and 5),
    step1          smallint check (step1 between 1 and 5),
    step2          smallint check (step2 between 1 and 5),
    step3          smallint check (step3 between 1 and 5),
    step4          smallint check (step4 between 1 and 5),
    step5          smallint check (step5 between 1 and 5),
    reasons        text[]   not null,
    words          bytea,             -- sealed
    in_unit        boolean  not null, -- counted for the unit: only so many at once that none can be told from another
    in_procedure   boolean  not null, -- the same for the procedure at the unit
    check (in_unit or not in_procedure)
);
create index survey_answer_unit on survey_answer (unit, month);
create index survey_answer_not_in_unit on survey_answer (unit) where not in_unit;
create index survey_answer_not_in_procedure on survey_answer (unit, procedure_code) where not in_procedure;

-- A low mark is looked into by the director, from the next day on.
create table survey_follow_up (
    answer_id       uuid        not null primary key references survey_answer (id),
    unit            text        not null,
    opens_at        timestamptz not null,
    measure         text        check (measure in ('TALKED_TO_STAFF', 'CHANGED_PROCEDURE', 'FIXED_FACILITY', 'PASSED_ON', 'NO_GROUND')),
    acknowledged_at timestamptz,
    officer_subject text,
    officer_name    text,
    officer_title   text,
    revision        bigint      not null,
    check ((measure is null) = (acknowledged_at is null))
);
create index survey_follow_up_open on survey_follow_up (unit, opens_at, answer_id) where acknowledged_at is null;
