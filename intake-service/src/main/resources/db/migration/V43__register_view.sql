-- Views of the register that officers keep by name, for themselves or for their unit. They hold no term of a person.

create table register_view (
    id         uuid        primary key,
    owner      text        not null,
    owner_name text,
    unit       text        not null,
    name       text        not null check (length(name) between 1 and 80),
    filters    text        not null check (filters is json object),
    standing   text        check (standing in ('OVERDUE', 'TODAY', 'WEEK')),
    shared     boolean     not null,
    revision   bigint      not null,
    changed_at timestamptz not null
);
create index register_view_owner on register_view (owner, name, id);
create index register_view_shared on register_view (unit, name, id) where shared;
