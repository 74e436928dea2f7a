package vn.motcua.intake.form;

import java.time.Instant;
import java.util.List;

/**
 * What a hand-over record of the post says as it is signed (Decision 45/2016/QĐ-TTg Art. 7).
 *
 * @param number as 05/BBGN-TTPVHCC
 * @param handedOverAt when both signed: the legal time of filing
 * @param closedAt when it was closed in the system and got its number
 * @param officerTitle null where it is not known
 */
public record HandOverSheet(
        String unit,
        String number,
        Instant handedOverAt,
        Instant closedAt,
        String postmanName,
        String postmanNumber,
        String officerName,
        String officerTitle,
        List<Line> lines) {
    /**
     * One consignment.
     *
     * @param sender name and address, as on the slip
     * @param procedure its name and code
     */
    public record Line(
            int position, String slip, String sender, String procedure, List<Paper> papers, boolean complete) {}

    /**
     * A paper listed on the slip and what was found of it.
     *
     * @param as ORIGINAL, CERTIFIED or COPY
     * @param note or null
     */
    public record Paper(String name, String as, int listed, int found, String note) {}
}
