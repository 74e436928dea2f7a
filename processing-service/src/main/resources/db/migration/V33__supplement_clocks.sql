-- When the department received the case: opened, or taken over from another department; from here the two days of a return run.
-- Null for a case of before, which was received when it was opened.
alter table cases add column received_at timestamptz;

-- The two clocks of a supplement asked in processing: returned by the specialist within 2 working days of the receipt in the department, and
-- told to the person within 1 working day of that (domain notes 1.2). A request the dossier refused is no return and goes.
create table supplement_return (
    id          uuid primary key,
    case_id     uuid        not null references cases,
    unit        text        not null,
    department  text        not null,
    received_at timestamptz not null,
    return_by   timestamptz not null,
    returned_at timestamptz not null,
    tell_by     timestamptz not null,
    told_at     timestamptz,
    late_return boolean generated always as (returned_at > return_by) stored,
    late_telling boolean generated always as (told_at > tell_by) stored
);
create index supplement_return_case on supplement_return (case_id, returned_at);
create index supplement_return_unit on supplement_return (unit, returned_at desc, id desc);
create index supplement_untold on supplement_return (tell_by) where told_at is null;
