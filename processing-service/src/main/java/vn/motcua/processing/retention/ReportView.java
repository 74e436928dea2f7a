package vn.motcua.processing.retention;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.processing.officer.Officer;
import vn.motcua.processing.retention.RetentionReading.KindView;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A report as officers see it. Instants are UTC.
 *
 * @param countedOn legal day for which the rules were asked
 * @param decideUntil the last legal day on which it can be approved
 * @param more whether more was over than one report holds; the next one has it
 * @param mine whether the caller made it, and so does not decide
 * @param ground on which it was approved, or the reason why not
 * @param doneAt when the last item was settled
 * @param kept items that stayed, each with its reason
 */
@Schema(name = "RetentionReportView")
record ReportView(
        UUID id,
        String unit,
        RetentionReport.State state,
        LocalDate countedOn,
        LocalDate decideUntil,
        boolean more,
        boolean mine,
        String madeBy,
        String madeByTitle,
        Instant madeAt,
        String decidedBy,
        String decidedByTitle,
        Instant decidedAt,
        String ground,
        Instant doneAt,
        int items,
        int files,
        long bytes,
        int destroyed,
        int kept,
        List<KindView> kinds,
        long revision) {

    static ReportView of(RetentionReport report, List<KindView> kinds, Officer reader) {
        RetentionReport.Decision decided = report.decided();
        return new ReportView(
                report.id(),
                report.unit(),
                report.state(),
                report.countedOn(),
                report.decideUntil(),
                report.more(),
                report.madeBy().subject().equals(reader.subject()),
                report.madeBy().name(),
                report.madeBy().title(),
                report.madeAt(),
                decided == null ? null : decided.by().name(),
                decided == null ? null : decided.by().title(),
                decided == null ? null : decided.at(),
                decided == null ? null : decided.ground(),
                report.doneAt(),
                kinds.stream().mapToInt(KindView::items).sum(),
                kinds.stream().mapToInt(KindView::files).sum(),
                kinds.stream().mapToLong(KindView::bytes).sum(),
                kinds.stream().mapToInt(KindView::destroyed).sum(),
                kinds.stream().mapToInt(KindView::kept).sum(),
                kinds,
                report.revision());
    }
}
