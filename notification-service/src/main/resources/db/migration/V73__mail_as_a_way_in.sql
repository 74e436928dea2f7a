-- Letters to a unit's mailbox are feedback: how far each mailbox was read, and which letter was seen. No address and no word of them.

create table mailbox (
    box           text        not null primary key, -- digest of server, account and folder
    unit          text        not null,
    uid_validity  bigint      not null,
    last_uid      bigint      not null check (last_uid >= 0),
    read_at       timestamptz, -- when the server answered last
    failing_since timestamptz, -- null while it answers
    alarmed_at    timestamptz
);

create table mail_seen (
    box          text        not null,
    uid_validity bigint      not null,
    uid          bigint      not null,
    unit         text        not null,
    fingerprint  text        not null, -- digest of Message-ID, sender and date
    outcome      text        not null check (outcome in ('TAKEN', 'AUTOMATIC', 'OWN', 'NO_SENDER', 'EMPTY', 'TOO_MANY',
                                                         'TOO_LARGE', 'UNREADABLE')),
    feedback_id  uuid        references feedback (id),
    at           timestamptz not null,
    primary key (box, uid_validity, uid),
    unique (unit, fingerprint),
    check ((outcome = 'TAKEN') = (feedback_id is not null))
);
