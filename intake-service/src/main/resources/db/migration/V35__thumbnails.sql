-- A small picture of the first page lies sealed beside its file; null until it was asked for.
alter table stored_file add column thumbnail text check (thumbnail in ('MADE', 'NONE'));
