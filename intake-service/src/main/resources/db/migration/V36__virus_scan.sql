-- What the virus scanner said of a file: OFF where there was none, WAITING where it was away and the file was taken nevertheless.
alter table stored_file add column scan text not null default 'OFF' check (scan in ('OFF', 'CLEAN', 'WAITING', 'INFECTED'));
create index stored_file_to_scan on stored_file (touched_at) where scan = 'WAITING';
create index stored_file_infected on stored_file (touched_at) where scan = 'INFECTED';
