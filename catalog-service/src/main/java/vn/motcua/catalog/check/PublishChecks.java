package vn.motcua.catalog.check;

import vn.motcua.catalog.check.Finding.Code;
import vn.motcua.catalog.procedure.Announcement;
import vn.motcua.catalog.procedure.Channel;
import vn.motcua.catalog.procedure.Exemption;
import vn.motcua.catalog.procedure.Fee;
import vn.motcua.catalog.procedure.FeeRule;
import vn.motcua.catalog.procedure.Fingerprint;
import vn.motcua.catalog.procedure.Limit;
import vn.motcua.catalog.procedure.Procedure;
import vn.motcua.catalog.procedure.ProcedureVersion;
import vn.motcua.catalog.procedure.Timeline;
import vn.motcua.catalog.spelling.Vietnamese;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What is wrong with a procedure before, or after, it is published: read like a lint, by what it says and by what exists.
 * Complete are those parts that Decision 766 (index 1.3) asks for. Rules only; nothing is read and nothing is called.
 */
public final class PublishChecks {
    private static final String ONLINE_IN_PART = "partial";
    private static final int WORDS_THAT_TELL = 3;
    private static final String UNROUTED = "unrouted";

    private PublishChecks() {}

    /**
     * What the contents are held against.
     *
     * @param departments ids of a commune's departments
     * @param fileExists whether a form's file is there
     * @param dead whether a link led nowhere when it was last looked at
     * @param announceBy the last day on which the decision on a version of a given first day is in time
     */
    public record Known(
            Set<String> departments,
            Predicate<String> fileExists,
            Predicate<String> dead,
            UnaryOperator<LocalDate> announceBy) {}

    /**
     * A version in the making.
     *
     * @param basedOn version it was begun from; null: a new procedure
     * @param effectiveFrom null: not said yet
     * @param announcement null, or parts of it null: not said yet
     */
    public record Proposal(Procedure content, Integer basedOn, LocalDate effectiveFrom, Announcement announcement) {}

    /**
     * Findings on a draft, in the order of the form.
     *
     * @param published the newest version of its code; null where there is none
     * @param earliest first legal day that may still be given to a version
     */
    public static List<Finding> ofDraft(Proposal draft, ProcedureVersion published, LocalDate earliest, Known known) {
        List<Finding> findings = new ArrayList<>();
        origin(draft, published, findings);
        content(draft.content(), known, findings);
        days(draft, published, earliest, findings);
        announcement(draft.effectiveFrom(), draft.announcement(), known, findings);
        return findings;
    }

    /** Findings on what is published. */
    public static List<Finding> ofPublished(ProcedureVersion version, Known known) {
        List<Finding> findings = new ArrayList<>();
        content(version.content(), known, findings);
        announcement(version.effectiveFrom(), version.announcement(), known, findings);
        return findings;
    }

    private static void origin(Proposal draft, ProcedureVersion published, List<Finding> findings) {
        if (published == null) {
            return;
        }
        if (draft.basedOn() == null) {
            findings.add(new Finding(
                    Code.DUPLICATE_CODE, "/code", published.content().code()));
        } else if (draft.basedOn() != published.version()) {
            findings.add(new Finding(Code.BASED_ON_OLDER_VERSION, "/basedOn", Integer.toString(published.version())));
        } else if (Fingerprint.of(draft.content()).equals(published.fingerprint())) {
            findings.add(new Finding(Code.NOTHING_CHANGED, "/content", ""));
        }
    }

    private static void content(Procedure says, Known known, List<Finding> findings) {
        if (withoutDiacritics(says.name().vi())) {
            findings.add(new Finding(Code.NAME_WITHOUT_DIACRITICS, "/content/name/vi", ""));
        }
        if (blank(says.authority())) {
            findings.add(new Finding(Code.UNIT_MISSING, "/content/authority", ""));
        }
        if (blank(says.department()) || says.department().equals(UNROUTED)) {
            findings.add(new Finding(Code.DEPARTMENT_MISSING, "/content/department", ""));
        } else if (!known.departments().contains(says.department())) {
            findings.add(new Finding(Code.DEPARTMENT_UNKNOWN, "/content/department", says.department()));
        }
        empty(says.channels(), Code.NO_CHANNEL, "/content/channels", findings);
        limits(says, findings);
        fees(says, findings);
        exemptions(says, findings);
        empty(says.components(), Code.NO_PAPERS, "/content/components", findings);
        empty(says.results(), Code.NO_RESULT, "/content/results", findings);
        empty(says.legalBasis(), Code.NO_LEGAL_BASIS, "/content/legalBasis", findings);
        if (ONLINE_IN_PART.equals(says.serviceLevel()) && blank(says.beyond().onlineReason())) {
            findings.add(new Finding(Code.ONLINE_REASON_MISSING, "/content/further/onlineReason", ""));
        }
        if (says.lapseAfterWorkingDays() != null && blank(says.lapseGround())) {
            findings.add(new Finding(Code.LAPSE_WITHOUT_GROUND, "/content/lapseGround", ""));
        }
        Links.check(says, known, findings);
    }

    /** A name of several words without one diacritic was typed without them; a short one may have none. */
    private static boolean withoutDiacritics(String name) {
        String exact = Vietnamese.exact(name);
        return exact.split(" ").length >= WORDS_THAT_TELL && exact.equals(Vietnamese.key(name));
    }

    private static void limits(Procedure says, List<Finding> findings) {
        if (says.limits().isEmpty()) {
            findings.add(new Finding(Code.NO_LIMIT, "/content/limits", ""));
            return;
        }
        Set<Channel> limited = says.limits().stream().map(Limit::channel).collect(Collectors.toSet());
        for (Channel channel : says.channels()) {
            if (!limited.contains(channel)) {
                findings.add(new Finding(Code.CHANNEL_WITHOUT_LIMIT, "/content/limits", channel.name()));
            }
        }
    }

    private static void fees(Procedure says, List<Finding> findings) {
        if (says.fees().isEmpty() && says.openFees().isEmpty()) {
            findings.add(new Finding(Code.NO_FEE, "/content/fees", ""));
        }
        for (int i = 0; i < says.fees().size(); i++) {
            Fee fee = says.fees().get(i);
            if (fee.rule() != FeeRule.FREE && blank(fee.source())) {
                findings.add(new Finding(Code.FEE_WITHOUT_GROUND, "/content/fees/" + i + "/source", ""));
            }
        }
    }

    private static void exemptions(Procedure says, List<Finding> findings) {
        List<Exemption> exemptions = says.beyond().exemptions();
        for (int i = 0; i < exemptions.size(); i++) {
            if (blank(exemptions.get(i).ground())) {
                findings.add(
                        new Finding(Code.EXEMPTION_WITHOUT_GROUND, "/content/further/exemptions/" + i + "/ground", ""));
            }
        }
    }

    private static void days(Proposal draft, ProcedureVersion published, LocalDate earliest, List<Finding> findings) {
        if (draft.effectiveFrom() == null) {
            findings.add(new Finding(Code.EFFECTIVE_DATE_MISSING, "/effectiveFrom", ""));
            return;
        }
        Timeline.of(published == null ? List.of() : List.of(published))
                .refusesBeginning(draft.effectiveFrom(), earliest)
                .ifPresent(refusal ->
                        findings.add(new Finding(Code.EFFECTIVE_DATE_REFUSED, "/effectiveFrom", refusal.name())));
    }

    private static void announcement(
            LocalDate effectiveFrom, Announcement decision, Known known, List<Finding> findings) {
        if (decision == null || blank(decision.number()) || decision.date() == null) {
            findings.add(new Finding(Code.ANNOUNCEMENT_MISSING, "/announcement", ""));
        }
        if (decision == null || decision.date() == null || effectiveFrom == null) {
            return;
        }
        LocalDate inTime = known.announceBy().apply(effectiveFrom);
        if (effectiveFrom.isBefore(decision.date())) {
            findings.add(new Finding(
                    Code.EFFECTIVE_BEFORE_DECISION,
                    "/effectiveFrom",
                    decision.date().toString()));
        } else if (decision.date().isAfter(inTime)) {
            findings.add(new Finding(Code.ANNOUNCED_LATE, "/announcement/date", inTime.toString()));
        }
    }

    private static void empty(Collection<?> some, Code code, String pointer, List<Finding> findings) {
        if (some.isEmpty()) {
            findings.add(new Finding(code, pointer, ""));
        }
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
