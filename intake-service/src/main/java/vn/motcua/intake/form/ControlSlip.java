package vn.motcua.intake.form;

import vn.motcua.intake.deadline.Punctuality;

import java.time.Instant;
import java.util.List;

/**
 * Form 06, the control slip (Circular 03/2025, Annex I), as the history told it at one instant: read out, never stored.
 *
 * @param department of the competent unit that handles it, or null before it is known
 * @param coordinating another department or unit that had it, or null
 * @param asOf when it was read
 */
public record ControlSlip(
        String receivingUnit,
        String competentUnit,
        String department,
        Side coordinating,
        String code,
        String procedureCode,
        int procedureVersion,
        Instant receivedAt,
        Instant due,
        Instant asOf,
        List<Line> lines) {

    /** Who gives or takes: a department of a unit, who signs, or the person. */
    public record Side(Kind kind, String unit, String department) {
        /** What kind of side it is. */
        public enum Kind {
            PERSON,
            UNIT,
            LEADER
        }

        /** The person who submits or collects. */
        public static final Side PERSON = new Side(Kind.PERSON, null, null);

        /** @param department or null where it is not known */
        public static Side of(String unit, String department) {
            return new Side(Kind.UNIT, unit, department);
        }

        /** Who signs at a unit. */
        public static Side leader(String unit) {
            return new Side(Kind.LEADER, unit, null);
        }
    }

    /** Why it was handed over, where that is worth a note. */
    public enum Remark {
        NONE,
        AUTOMATIC,
        SUPPLEMENT_ASKED,
        SUPPLIED,
        SENT_BACK,
        /** The receiving side has not taken it over yet. */
        AWAITS_ACCEPTANCE,
        ACCEPTED,
        DECLINED,
        /** The competent unit took its case back, or the dossier ended while another had it. */
        RECALLED,
        OPINION_ASKED,
        OPINION_GIVEN,
        OPINION_WITHDRAWN
    }

    /**
     * One hand-over.
     *
     * @param by who handed it over, in official capacity; null for people and clocks
     * @param at acting instant
     * @param result as the taking side sees it; null before there is an appointment
     */
    public record Line(Side from, Side to, String by, Instant at, Punctuality result, Remark remark) {}
}
