-- Units as the catalogue tells of them: of which province, in force from and to which day, and what a former one became.
create table known_unit (
    unit       text primary key,
    province   text  not null,
    valid_from date,
    valid_to   date,
    successors jsonb not null
);

-- Another commune may be asked by the name of a former one, says whether it has a record, declines, and adds a file to its answer.
alter table opinion add column asked_as text;
alter table opinion add column file_sha256 text;
alter table opinion add column file_size bigint;
alter table opinion add column file_media_type text;
alter table opinion add check ((file_sha256 is null) = (file_size is null) and (file_sha256 is null) = (file_media_type is null));
alter table opinion drop constraint opinion_answer_kind_check;
alter table opinion add constraint opinion_answer_kind_check check (answer_kind in (
    'AGREED', 'AGREED_IN_PART', 'DISAGREED', 'NOT_COMPETENT', 'CONFIRMED', 'NOT_CONFIRMED', 'NO_RECORD', 'DECLINED'));
