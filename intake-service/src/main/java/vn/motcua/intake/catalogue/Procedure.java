package vn.motcua.intake.catalogue;

import vn.motcua.intake.deadline.Limit;
import vn.motcua.intake.deadline.LimitUnit;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One version of an administrative procedure as intake needs it; a version never changes, so a dossier keeps what it was received
 * under.
 *
 * @param code national code, as 2.000815
 * @param effectiveTo last day in force, or null
 * @param department that processes it, or null where the routing knows none
 * @param singleHand whether one officer may examine and sign
 * @param channels ways of filing the lists name; empty where none is established
 * @param further what editors tell beyond the lists, or null
 * @param limits empty where no limit is established: then no date is promised
 * @param fees empty where no fee is established, which is not the same as free
 * @param openFees channels for which an amount, or a part of it, cannot be named, and why
 * @param lapseAfterWorkingDays after how long without the supplement the dossier lapses, or null where it never does by itself
 * @param lapseGround the legal ground of the lapse, or null
 */
public record Procedure(
        String code,
        int version,
        LocalDate effectiveFrom,
        LocalDate effectiveTo,
        Name name,
        String field,
        String level,
        String department,
        boolean singleHand,
        List<Channel> channels,
        Further further,
        List<PublishedLimit> limits,
        List<Fee> fees,
        List<OpenFee> openFees,
        List<Component> components,
        List<Result> results,
        Integer lapseAfterWorkingDays,
        String lapseGround) {
    public Procedure {
        channels = channels == null ? List.of() : List.copyOf(channels);
        limits = limits == null ? List.of() : List.copyOf(limits);
        fees = fees == null ? List.of() : List.copyOf(fees);
        openFees = openFees == null ? List.of() : List.copyOf(openFees);
        components = components == null ? List.of() : List.copyOf(components);
        results = results == null ? List.of() : List.copyOf(results);
    }

    /** The name in both languages; the English one may be null. */
    public record Name(String vi, String en) {
        /** The name in a language, Vietnamese where the other is missing. */
        public String in(String language) {
            return "en".equals(language) && en != null && !en.isBlank() ? en : vi;
        }
    }

    /** @param presence whether the person must come in person; null where nobody says */
    public record Further(Boolean presence) {}

    /** How a procedure stands to the post (Decision 45/2016 Arts 1(2), 13: the centre publishes which allow it). */
    public enum ByPost {
        ALLOWED,
        /** Its ways of filing are published, and the post is none of them. */
        NOT_OFFERED,
        /** The person must come themselves. */
        IN_PERSON,
        /** No way of filing is published. */
        NOT_ESTABLISHED
    }

    /** Whether a dossier of it may come by post, and why not. */
    public ByPost byPost() {
        if (further != null && Boolean.TRUE.equals(further.presence())) {
            return ByPost.IN_PERSON;
        }
        if (channels.isEmpty()) {
            return ByPost.NOT_ESTABLISHED;
        }
        return channels.contains(Channel.POST) ? ByPost.ALLOWED : ByPost.NOT_OFFERED;
    }

    /** A limit as published; the channel is null where it holds for all. */
    public record PublishedLimit(
            Channel channel,
            Integer amount,
            LimitUnit unit,
            LocalTime cutOff,
            String description,
            String source,
            String grade) {
        Limit limit() {
            return new Limit(amount == null ? 0 : amount, unit, cutOff);
        }
    }

    /** Whether money is a fee (phí, for a service) or a charge (lệ phí, for state management). */
    public enum FeeKind {
        FEE,
        CHARGE
    }

    /** How an amount is computed. */
    public enum FeeRule {
        FIXED,
        TIERED_PER_PAGE,
        FREE
    }

    /**
     * One row of the fee table.
     *
     * @param channel null where it holds for all
     * @param kind null where no source tells
     * @param amountVnd in đồng; per page of the tier for TIERED_PER_PAGE
     * @param fromUnit first page of the tier, 1 where null
     * @param toUnit last page of the tier, open where null
     * @param capVnd most that one copy costs, or null
     * @param per copy, case, contract, transaction … ; only copy multiplies
     * @param dueAt null means at filing
     */
    public record Fee(
            Channel channel,
            FeeKind kind,
            FeeRule rule,
            Long amountVnd,
            Integer fromUnit,
            Integer toUnit,
            Long capVnd,
            String per,
            DueAt dueAt,
            Boolean refundable,
            String source) {}

    /** A channel whose fee is not established; null for all channels. The reason is PROVINCE, DEPENDS_ON_CASE or NOT_ESTABLISHED. */
    public record OpenFee(Channel channel, String reason) {}

    /**
     * A paper of the published list.
     *
     * @param caseName the heading it stands under there, null without any
     * @param replacedBy the data that replace it (Resolution 66.7/2025/NQ-CP), null where none are established
     */
    public record Component(
            String id, String name, String caseName, Integer originals, Integer copies, String replacedBy) {
        private static final Pattern NUMBERING =
                Pattern.compile("^\\s*(?:\\(?[0-9ivx]+(?:\\.[0-9]+)*\\)|(?:[0-9]+\\.)+|\\p{Ll}[).]|[-+•])\\s*");

        /** What a heading says of a case. */
        private static final Pattern OF_A_CASE = words("trường hợp|đối với");

        /** Headings of the national lists that say what is done with papers or whose they are, not who needs them. */
        private static final Pattern NO_CASE =
                words("^(các )?giấy tờ phải (nộp|xuất trình)|^xuất trình |^người yêu cầu "
                        + "|^thành phần hồ sơ($|[.:]| theo)|^hồ sơ gồm |^hồ sơ (thu hồi|đăng ký)[.:]?$|^hồ sơ đăng ký bao gồm[.:]?$"
                        + "|^hồ sơ của người|^hồ sơ đề nghị công bố|^số lượng hồ sơ|^trong phiếu nêu rõ|^theo quy định tại"
                        + "|^hồ sơ khác[.:]?$");

        private static final Pattern ALWAYS = words("^lưu ý|^tùy từng trường hợp");

        /** Whether every case needs it; the catalogue's reviewed list of headings holds this together with its guidance. */
        public boolean always() {
            if (caseName == null) {
                return true;
            }
            String words = NUMBERING.matcher(caseName.strip()).replaceFirst("");
            return ALWAYS.matcher(words).find()
                    || !OF_A_CASE.matcher(words).find()
                            && NO_CASE.matcher(words).find();
        }

        private static Pattern words(String regex) {
            return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        }
    }

    /** A result the procedure ends with. */
    public record Result(String name, String code) {}

    /** The limit that counts for a channel: the longest of those published for it, else of those for all; empty where none is. */
    public Optional<Limit> limitFor(Channel channel) {
        List<PublishedLimit> own =
                limits.stream().filter(l -> l.channel() == channel).toList();
        List<PublishedLimit> all =
                own.isEmpty() ? limits.stream().filter(l -> l.channel() == null).toList() : own;
        return all.stream()
                .filter(l ->
                        l.unit() == LimitUnit.SAME_DAY || (l.unit() != null && l.amount() != null && l.amount() > 0))
                .map(PublishedLimit::limit)
                .max(Comparator.comparingLong(Procedure::roughHours));
    }

    /** Whether it is about originals alone: its one paper is what is copied, and the fee goes by its pages. */
    public boolean countsOriginals() {
        return components.size() == 1 && fees.stream().anyMatch(fee -> fee.rule() == FeeRule.TIERED_PER_PAGE);
    }

    /** The cases between which the published list tells apart, in its order; one heading alone that speaks of no case is none. */
    public List<String> cases() {
        List<String> cases = components.stream()
                .filter(c -> !c.always())
                .map(Component::caseName)
                .distinct()
                .toList();
        return cases.size() == 1 && !Component.OF_A_CASE.matcher(cases.get(0)).find() ? List.of() : cases;
    }

    /** The papers of a case: those of every case and those of this one; without a case name, those of every case. */
    public List<Component> componentsFor(String caseName) {
        List<String> cases = cases();
        return components.stream()
                .filter(c -> c.caseName() == null
                        || !cases.contains(c.caseName())
                        || c.caseName().equals(caseName))
                .toList();
    }

    /** The component with this id. */
    public Optional<Component> component(String id) {
        return components.stream().filter(c -> c.id().equals(id)).findFirst();
    }

    /** Orders limits of different units; only ever compared, never counted with. */
    private static long roughHours(Limit limit) {
        return switch (limit.unit()) {
            case SAME_DAY -> 7;
            case CLOCK_HOUR -> limit.amount();
            case HOUR -> limit.amount() * 24L / 8;
            case DAY -> limit.amount() * 24L;
            case WORKING_DAY -> limit.amount() * 24L * 7 / 5;
            case MONTH -> limit.amount() * 24L * 30;
        };
    }
}
