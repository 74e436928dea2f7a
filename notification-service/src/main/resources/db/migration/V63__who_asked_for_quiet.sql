-- Which messages ring, each time it was said: by the person through the link, or by reception on the person's word at the counter.
create table ringing_wish (
    dossier_id    uuid        not null references known_dossier (id),
    number        bigint      not null check (number >= 1),
    sms           boolean     not null, -- whether short messages ring from then on
    email         boolean     not null,
    said_by       text        not null check (said_by in ('PERSON', 'RECEPTION')),
    asked_by      text check (asked_by in ('OWNER', 'AUTHORISED')),
    unit          text,
    officer       text, -- the token's subject
    officer_name  text,
    officer_title text,
    at            timestamptz not null,
    primary key (dossier_id, number),
    check ((said_by = 'RECEPTION') = (asked_by is not null and unit is not null and officer is not null))
);
