-- Officers are also told of what the watch raised of a case of their department.
alter table officer_notice drop constraint officer_notice_kind_check;
alter table officer_notice add constraint officer_notice_kind_check
    check (kind in ('NEW', 'SENT_BACK', 'DUE_SOON', 'OVERDUE', 'UNCLAIMED', 'STUCK'));
