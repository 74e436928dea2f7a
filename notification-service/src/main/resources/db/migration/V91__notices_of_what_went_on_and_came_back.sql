-- The unit is told when a feedback leaves it before anybody screened it, and when one comes back.
alter table feedback_notice drop constraint feedback_notice_kind_check;
alter table feedback_notice add constraint feedback_notice_kind_check check (kind in ('NEW', 'FORWARDED', 'RETURNED',
    'ASSIGNED', 'REPLIED', 'PROPOSED', 'SENT_BACK', 'DUE_SOON', 'OVERDUE'));
