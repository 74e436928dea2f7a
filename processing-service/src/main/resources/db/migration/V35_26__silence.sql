-- That an opinion did not come by its date is told to those who asked.
alter table escalation drop constraint escalation_kind_check;
alter table escalation add constraint escalation_kind_check
    check (kind in ('DUE_SOON', 'OVERDUE', 'UNCLAIMED', 'STUCK', 'OPINION_SILENT'));
update cases set next_check_at = least(coalesce(next_check_at, opinions_until), opinions_until)
    where opinions_until is not null and rank is not null;
