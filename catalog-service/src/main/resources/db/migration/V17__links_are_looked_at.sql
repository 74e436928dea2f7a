-- Whether the links that procedures and drafts name lead anywhere, as it was when they were last looked at.

create table link_look (
    address   text        not null primary key,
    state     text        not null check (state in ('NEW', 'ALIVE', 'DEAD', 'UNKNOWN')),
    looked_at timestamptz not null -- of NEW: when somebody wrote it
);
create index link_look_due on link_look (looked_at);
