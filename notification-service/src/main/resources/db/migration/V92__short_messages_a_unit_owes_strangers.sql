-- How many acknowledgements by short message what nobody has screened cost a unit on a day.
alter table contact_load drop constraint contact_load_what_check;
alter table contact_load add constraint contact_load_what_check check (what in ('ACKNOWLEDGED', 'MAILED', 'UNIT_SMS'));
