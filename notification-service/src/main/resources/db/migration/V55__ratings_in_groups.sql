-- Ratings of answers are counted in groups of five, like answers about a return: no figure and no difference of two shows one of them.
alter table feedback add column rating_counted date -- month in which its group was full; null while it waits for one
    check (rating_counted is null or rating is not null and extract(day from rating_counted) = 1);
update feedback f set rating_counted = u.month from (
    select unit, date_trunc('month', max(answered_at) at time zone 'Asia/Ho_Chi_Minh')::date as month from feedback
    where rating is not null group by unit having count(*) >= 5) u
    where f.unit = u.unit and f.rating is not null;
create index feedback_rating_waiting on feedback (unit) where rating is not null and rating_counted is null;
create index feedback_rating_counted on feedback (unit, rating_counted) where rating_counted is not null;
