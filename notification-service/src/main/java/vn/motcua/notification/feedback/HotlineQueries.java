package vn.motcua.notification.feedback;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.notification.KeyParts;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.paging.Cursor;
import vn.motcua.platform.paging.Page;
import vn.motcua.platform.sql.Sql;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Lists and figures of the hotline; who may see a row is part of the SQL. */
@ApplicationScoped
class HotlineQueries {
    private static final Duration YEAR = Duration.ofDays(365);
    private static final UUID LAST = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");
    private static final String SEEN =
            "f.unit = any(?) and (?::text is null or f.unit = ?) and (? or f.handler_subject = ?)";
    private static final String COUNTS =
            """
            select state, count(*), count(*) filter (where due_at < ? and paused_since is null) overdue
            from feedback where unit = ? and (due_at is not null or received_at > ?) group by state
            """;
    /** The whole unit in one row and each category in one: {@code whole} tells which. */
    private static final String ANSWERS =
            """
            select grouping(category) whole, category, count(*) filter (where due_at is not null) open,
                count(*) filter (where due_at < ? and paused_since is null) overdue,
                count(*) filter (where answered_at > ?) answered,
                count(*) filter (where answered_at > ? and answered_in_time) in_time,
                percentile_cont(0.5) within group (order by answer_days) filter (where answered_at > ?) median
            from feedback where unit = ? and (due_at is not null or answered_at > ?)
            group by grouping sets ((), (category)) order by whole desc, open desc, answered desc, category
            """;

    @Inject
    AgroalDataSource source;

    @Inject
    Ratings ratings;

    @Inject
    Clock clock;

    /** Which feedback is listed. */
    enum Which {
        /** Something is owed; the next limit first. */
        OPEN,
        /** Over its limit. */
        OVERDUE,
        /** Its limit ends within two days. */
        SOON,
        /** Nothing is owed; newest first. */
        ENDED
    }

    /**
     * What is wanted.
     *
     * @param unit null for all units of the caller
     * @param state null for all
     * @param mine only what the caller handles
     */
    record Wanted(Which which, String unit, FeedbackState state, boolean mine) {}

    /**
     * Figures of what people spoke of.
     *
     * @param open where something is owed
     * @param answered in the last 365 days
     * @param medianDays working days from the receipt to the answer; null where nothing was answered
     */
    @Schema(name = "HotlineCategoryFigures")
    record OfCategory(Category category, long open, long overdue, long answered, Double medianDays) {}

    /**
     * Figures of a unit.
     *
     * @param states how many stand where; of what has ended, those of the last 365 days
     * @param overdue over the limit that runs
     * @param answered in the last 365 days
     * @param medianDays working days from the receipt to the answer; null where nothing was answered
     * @param ratings how many were rated, counted in groups of five over twelve whole months and the one that runs; null below five
     * @param meanRating of those, 1 to 5; null below five
     * @param categories those of which something is open or was answered in the last 365 days, most open first
     */
    @Schema(name = "HotlineFigures")
    record Figures(
            String unit,
            Map<FeedbackState, Long> states,
            long overdue,
            long answered,
            long answeredInTime,
            Double medianDays,
            Long ratings,
            Double meanRating,
            List<OfCategory> categories) {}

    Page<HotlineViews.Line> list(Caller caller, Wanted wanted, String after, int limit) {
        boolean whole = !wanted.mine && (caller.has("reception") || caller.has("director") || caller.has("auditor"));
        List<Object> args = new ArrayList<>();
        args.add(caller.units().toArray(String[]::new));
        args.add(wanted.unit);
        args.add(wanted.unit);
        args.add(whole);
        args.add(caller.subject());
        String sql = "select " + Feedbacks.COLUMNS + " from feedback f where " + SEEN + condition(wanted, args);
        boolean ended = wanted.which == Which.ENDED;
        String[] key = Cursor.decode(after, 2);
        if (ended) {
            sql += " and (f.received_at, f.id) < (?, ?) order by f.received_at desc, f.id desc limit ?";
        } else {
            sql += " and (f.due_at, f.id) > (?, ?) order by f.due_at, f.id limit ?";
        }
        args.add(key == null ? (ended ? LATEST : Instant.EPOCH) : KeyParts.instant(key[0]));
        args.add(key == null ? (ended ? LAST : new UUID(0, 0)) : KeyParts.id(key[1]));
        args.add(limit + 1);
        List<HotlineViews.Line> found =
                Sql.query(source, sql, row -> HotlineViews.Line.of(Feedbacks.read(row)), args.toArray());
        return Page.of(
                found,
                limit,
                last -> Cursor.encode(
                        (ended ? last.receivedAt() : last.dueAt()).toString(),
                        last.feedbackId().toString()));
    }

    Figures figures(String unit) {
        Instant now = clock.instant();
        Map<FeedbackState, Long> states = new LinkedHashMap<>();
        long[] overdue = new long[1];
        Sql.query(
                source,
                COUNTS,
                row -> {
                    overdue[0] += row.getLong(3);
                    return states.put(FeedbackState.valueOf(row.getString(1)), row.getLong(2));
                },
                now,
                unit,
                now.minus(YEAR));
        List<Answers> answers = answers(unit, now);
        Answers whole = answers.get(0);
        Ratings.Figure rated = ratings.of(unit, now);
        return new Figures(
                unit,
                states,
                overdue[0],
                whole.of.answered,
                whole.inTime,
                whole.of.medianDays,
                rated.count(),
                rated.mean(),
                answers.stream().skip(1).map(Answers::of).toList());
    }

    /** First of the whole unit, whose category is null, then of each category. */
    private record Answers(OfCategory of, long inTime) {}

    private List<Answers> answers(String unit, Instant now) {
        Instant since = now.minus(YEAR);
        return Sql.query(
                source,
                ANSWERS,
                row -> new Answers(
                        new OfCategory(
                                row.getInt("whole") == 1 ? null : Category.valueOf(row.getString("category")),
                                row.getLong("open"),
                                row.getLong("overdue"),
                                row.getLong("answered"),
                                row.getObject("median", Double.class)),
                        row.getLong("in_time")),
                now,
                since,
                since,
                since,
                unit,
                since);
    }

    private String condition(Wanted wanted, List<Object> args) {
        String more = "";
        if (wanted.state != null) {
            more += " and f.state = ?";
            args.add(wanted.state.name());
        }
        Instant now = clock.instant();
        switch (wanted.which) {
            case OPEN -> more += " and f.due_at is not null";
            case ENDED -> more += " and f.due_at is null";
            case OVERDUE -> {
                more += " and f.due_at < ? and f.paused_since is null";
                args.add(now);
            }
            case SOON -> {
                more += " and f.due_at between ? and ? and f.paused_since is null";
                args.add(now);
                args.add(now.plus(Duration.ofDays(2)));
            }
        }
        return more;
    }
}
