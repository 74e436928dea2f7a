package vn.motcua.intake.watch;

import vn.motcua.intake.dossier.WatchKind;
import vn.motcua.platform.precondition.Revision;

import java.time.Instant;
import java.util.UUID;

/**
 * Something to attend to, as officers see it.
 *
 * @param about the instant it is about: the due date, the time to answer, since when something waits
 * @param code null before receipt
 * @param acknowledgedByName who has seen to it, in official capacity; null while nobody has
 */
public record WatchTaskView(
        UUID id,
        String etag,
        WatchKind kind,
        String unit,
        String department,
        Instant about,
        Instant raisedAt,
        UUID dossierId,
        String code,
        String reference,
        String procedureCode,
        String stage,
        String acknowledgedByName,
        Instant acknowledgedAt) {
    static WatchTaskView of(WatchTasks.Task task) {
        return new WatchTaskView(
                task.id(),
                Revision.etag(task.revision()),
                task.kind(),
                task.unit(),
                task.department(),
                task.about(),
                task.raisedAt(),
                task.dossierId(),
                task.code(),
                task.reference(),
                task.procedureCode(),
                task.stage(),
                task.acknowledgedByName(),
                task.acknowledgedAt());
    }
}
