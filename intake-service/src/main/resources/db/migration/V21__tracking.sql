-- Wrong PINs of a dossier: kept, so that neither a restart nor another replica gives new tries.

create table tracking_guard (
    dossier_id uuid        not null primary key,
    failures   integer     not null,
    next_try   timestamptz not null
);
