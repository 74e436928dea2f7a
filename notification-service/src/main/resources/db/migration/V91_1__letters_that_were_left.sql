-- Officers are told of a letter in their unit's mailbox that could not be taken: such a notice is of a letter and of no feedback.

alter table feedback_notice alter column feedback_id drop not null;
alter table feedback_notice add column letter bigint; -- its number in the mailbox
alter table feedback_notice drop constraint feedback_notice_kind_check;
alter table feedback_notice add constraint feedback_notice_kind_check
    check (kind in ('NEW', 'FORWARDED', 'RETURNED', 'ASSIGNED', 'REPLIED', 'PROPOSED', 'SENT_BACK', 'DUE_SOON', 'OVERDUE', 'LETTER_LEFT'));
alter table feedback_notice add constraint feedback_notice_of_one
    check (num_nonnulls(feedback_id, letter) = 1 and (kind = 'LETTER_LEFT') = (letter is not null));
create unique index feedback_notice_of_letter on feedback_notice (unit, about) where letter is not null;
