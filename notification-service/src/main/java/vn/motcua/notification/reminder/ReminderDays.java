package vn.motcua.notification.reminder;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.Instant;
import java.util.List;

/**
 * After how many days a unit reminds people of what they have not collected.
 *
 * @param days since it was announced to lie ready, ascending, each reminded of once; empty for none, by the setting only
 * @param own whether the unit has set them; else they are those of the setting for every unit
 * @param officer who set them; null where nobody of the unit did
 * @param before what the unit had set before, newest first, the last ten
 * @param revision the ETag; of days that are not the unit's own, 1
 */
record ReminderDays(
        String unit,
        List<Integer> days,
        boolean own,
        String officer,
        String title,
        Instant changedAt,
        List<Former> before,
        long revision) {

    /** What a unit had set. */
    @Schema(name = "FormerReminderDays")
    record Former(List<Integer> days, String officer, String title, Instant changedAt) {}
}
