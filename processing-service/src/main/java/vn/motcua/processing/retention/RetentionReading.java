package vn.motcua.processing.retention;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.platform.sql.Sql;
import vn.motcua.processing.retention.RetentionItem.State;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What reports hold, for those who read them. */
@ApplicationScoped
class RetentionReading {
    private static final String KINDS =
            """
            select i.report, i.kind, i.rule_version, r.years, r.source, count(*) as items, sum(i.files) as files, sum(i.bytes) as bytes,
                count(*) filter (where i.state = 'DESTROYED') as destroyed, count(*) filter (where i.state = 'KEPT') as kept
            from retention_item i join retention_rule r on r.kind = i.kind and r.version = i.rule_version
            where i.report = any(?) group by i.report, i.kind, i.rule_version, r.years, r.source order by i.kind, i.rule_version
            """;

    @Inject
    AgroalDataSource source;

    /**
     * Items of one kind in a report.
     *
     * @param years how long the rule keeps them
     * @param source the provision of the rule
     * @param bytes of all files together
     */
    @Schema(name = "RetentionKindView")
    record KindView(
            RetentionKind kind,
            int ruleVersion,
            int years,
            String source,
            int items,
            int files,
            long bytes,
            int destroyed,
            int kept) {}

    /**
     * One item: the files of a case.
     *
     * @param code of the dossier
     * @param number of the result, as printed
     * @param since legal day from which the time runs
     * @param until last legal day on which they had to be kept
     * @param ageDays from {@code since} to the day the report was counted
     * @param reason why they stay; null otherwise
     * @param settledAt UTC; null while listed
     */
    @Schema(name = "RetentionItemView")
    record ItemView(
            int position,
            UUID caseId,
            String code,
            String number,
            RetentionKind kind,
            int ruleVersion,
            LocalDate since,
            LocalDate until,
            int ageDays,
            int files,
            long bytes,
            State state,
            KeptBecause reason,
            Instant settledAt) {}

    private record OfReport(UUID report, KindView kind) {}

    List<KindView> kinds(UUID report) {
        return kinds(List.of(report)).getOrDefault(report, List.of());
    }

    /** By report. */
    Map<UUID, List<KindView>> kinds(List<UUID> reports) {
        return Sql.query(source, KINDS, RetentionReading::kind, (Object) reports.toArray(UUID[]::new)).stream()
                .collect(Collectors.groupingBy(
                        OfReport::report, Collectors.mapping(OfReport::kind, Collectors.toList())));
    }

    /** One row more than the limit, in the order of the report. */
    List<ItemView> items(UUID report, int after, int limit) {
        return Sql.query(
                source,
                "select i.*, r.counted_on - i.since as age from retention_item i join retention_report r on r.id = i.report"
                        + " where i.report = ? and i.position > ? order by i.position limit ?",
                RetentionReading::item,
                report,
                after,
                limit + 1);
    }

    private static OfReport kind(ResultSet row) throws SQLException {
        return new OfReport(
                row.getObject("report", UUID.class),
                new KindView(
                        RetentionKind.valueOf(row.getString("kind")),
                        row.getInt("rule_version"),
                        row.getInt("years"),
                        row.getString("source"),
                        row.getInt("items"),
                        row.getInt("files"),
                        row.getLong("bytes"),
                        row.getInt("destroyed"),
                        row.getInt("kept")));
    }

    private static ItemView item(ResultSet row) throws SQLException {
        OffsetDateTime settled = row.getObject("settled_at", OffsetDateTime.class);
        String reason = row.getString("reason");
        return new ItemView(
                row.getInt("position"),
                row.getObject("case_id", UUID.class),
                row.getString("code"),
                row.getString("number"),
                RetentionKind.valueOf(row.getString("kind")),
                row.getInt("rule_version"),
                row.getObject("since", LocalDate.class),
                row.getObject("until", LocalDate.class),
                row.getInt("age"),
                row.getInt("files"),
                row.getLong("bytes"),
                State.valueOf(row.getString("state")),
                reason == null ? null : KeptBecause.valueOf(reason),
                settled == null ? null : settled.toInstant());
    }
}
