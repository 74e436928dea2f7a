-- Officers are told that an opinion stays silent and what the person says of a draft; the person is told of the draft, with the times of
-- receipt and return that every message names.
alter table officer_notice drop constraint officer_notice_kind_check;
alter table officer_notice add constraint officer_notice_kind_check check (kind in (
    'NEW', 'SENT_BACK', 'DUE_SOON', 'OVERDUE', 'UNCLAIMED', 'STUCK', 'OPINION_SILENT', 'DRAFT_CONFIRMED', 'DRAFT_OBJECTED'));
alter table known_dossier add column received_at timestamptz;
alter table known_dossier add column due timestamptz;
