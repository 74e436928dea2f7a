-- After how many days a unit reminds people of what they have not collected: the newest row is in force, the others are its history;
-- a unit without a row goes by the setting, which is revision 1.
create table reminder_days (
    unit            text        not null,
    revision        bigint      not null check (revision > 1),
    days            integer[]   not null check (cardinality(days) between 1 and 6 and 1 <= all (days) and 365 >= all (days)),
    officer_subject text        not null,
    officer_name    text, -- in official capacity
    officer_title   text,
    changed_at      timestamptz not null,
    primary key (unit, revision)
);

create function reminder_days_are_history() returns trigger language plpgsql as $$
begin
    raise exception 'what was set once never changes';
end $$;
create trigger reminder_days_are_history before update or delete on reminder_days
    for each row execute function reminder_days_are_history();
