-- Texts a unit says in its own words: proposed by one, approved by another, never changed afterwards.
create table own_text (
    id            uuid        not null primary key,
    unit          text        not null,
    template      text        not null,
    language      text        not null check (language in ('vi', 'en')),
    channel       text        not null check (channel in ('SMS', 'EMAIL')),
    version       integer     not null check (version >= 1),
    text          text        not null check (length(text) between 1 and 2000),
    state         text        not null check (state in ('PROPOSED', 'APPROVED', 'REJECTED', 'RETIRED')),
    proposed_by   text        not null,
    proposer      text, -- name in official capacity
    proposed_at   timestamptz not null,
    decided_by    text,
    decider       text,
    decided_at    timestamptz,
    revision      bigint      not null,
    unique (unit, template, language, channel, version),
    check (decided_by is null or decided_by <> proposed_by)
);
create unique index own_text_in_use on own_text (unit, template, language, channel) where state = 'APPROVED';
create index own_text_of_unit on own_text (unit, proposed_at desc, id desc);
