package vn.motcua.catalog.lists;

import vn.motcua.catalog.procedure.Channel;
import vn.motcua.catalog.procedure.Fee;
import vn.motcua.catalog.procedure.FeeKind;
import vn.motcua.catalog.procedure.FeeRule;
import vn.motcua.catalog.procedure.OpenFee;
import vn.motcua.catalog.procedure.OpenFee.Reason;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is to be paid per channel. An overlay wins. A listed 0 is free only where the procedure's nationwide amount is 0
 * too; a listed amount counts only where the procedure has a nationwide amount and the channel has one amount.
 * Everything else stays open, with its reason. Amounts in USD belong to missions abroad and never count.
 */
class FeeRules {
    /** Below this a number on the portal is a slip: no fee of the State is 40 or 700 đồng. */
    private static final long SMALLEST_VND = 1_000;

    private static final Pattern TIERED =
            Pattern.compile("([\\d.]+) đồng/trang; từ trang thứ (\\d+) trở lên thu ([\\d.]+) đồng/trang, "
                    + "tối đa thu không quá ([\\d.]+) đồng/bản");
    private static final Pattern PER = Pattern.compile("/\\s?(\\p{L}+(?: \\p{L}+)?)");
    private static final List<String[]> PER_WORDS = List.of(
            new String[] {"giấy", "certificate"},
            new String[] {"thẻ", "card"},
            new String[] {"lần", "case"},
            new String[] {"trường hợp", "case"},
            new String[] {"giao dịch", "transaction"},
            new String[] {"văn bản", "document"},
            new String[] {"di chúc", "will"},
            new String[] {"bản", "copy"});

    private final ProcedureRow procedure;
    private final List<Fee> fees = new ArrayList<>();
    private final List<OpenFee> open = new ArrayList<>();

    private FeeRules(ProcedureRow procedure) {
        this.procedure = procedure;
    }

    static FeeRules of(ProcedureRow procedure, List<MethodRow> methods, List<OverlayFee> overlay) {
        FeeRules rules = new FeeRules(procedure);
        overlay.forEach(each -> rules.fees.add(each.fee()));
        if (rules.fees.stream().anyMatch(fee -> fee.channel() == null)) {
            return rules;
        }
        Set<Channel> settled = EnumSet.noneOf(Channel.class);
        rules.fees.forEach(fee -> settled.add(fee.channel()));
        for (Channel channel : Channel.values()) {
            List<MethodRow> rows = methods.stream()
                    .filter(each -> each.channel() == channel && !each.abroad())
                    .toList();
            if (!rows.isEmpty() && !settled.contains(channel)) {
                rules.listed(channel, rows);
            }
        }
        if (methods.isEmpty() && rules.fees.isEmpty()) {
            rules.asAWhole();
        }
        return rules;
    }

    List<Fee> established() {
        return List.copyOf(fees);
    }

    List<OpenFee> open() {
        return List.copyOf(open);
    }

    private void listed(Channel channel, List<MethodRow> rows) {
        List<MethodRow> priced = rows.stream()
                .filter(each -> each.feeVnd() != null && each.feeVnd() > 0)
                .toList();
        long amounts = priced.stream().map(MethodRow::feeVnd).distinct().count();
        Long nationwide = procedure.feeVnd();
        boolean zero = rows.stream().anyMatch(each -> each.feeVnd() != null && each.feeVnd() == 0);
        if (nationwide != null && nationwide == 0 && priced.isEmpty() && zero) {
            fees.add(free(channel));
        } else if (nationwide != null
                && nationwide > 0
                && amounts == 1
                && priced.get(0).feeVnd() >= SMALLEST_VND) {
            fees.addAll(priced(channel, priced.get(0)));
        } else {
            open.add(new OpenFee(channel, reason(rows, amounts), words(rows)));
        }
    }

    private void asAWhole() {
        if (procedure.feeVnd() == null) {
            open.add(new OpenFee(null, Reason.NOT_ESTABLISHED, null));
        } else if (procedure.feeVnd() == 0) {
            fees.add(free(null));
        } else {
            fees.add(fixed(null, null, procedure.feeVnd(), null, null, procedure.source()));
        }
    }

    private List<Fee> priced(Channel channel, MethodRow row) {
        String words = row.words();
        Matcher tiers = TIERED.matcher(words == null ? "" : words);
        if (tiers.find()) {
            int next = Integer.parseInt(tiers.group(2));
            Long cap = vnd(tiers.group(4));
            return List.of(
                    tier(channel, row, vnd(tiers.group(1)), 1, next - 1, cap),
                    tier(channel, row, vnd(tiers.group(3)), next, null, cap));
        }
        return List.of(fixed(channel, kind(words), row.feeVnd(), per(row.feeNote()), row.feeNote(), row.source()));
    }

    private Fee free(Channel channel) {
        return new Fee(
                channel, null, FeeRule.FREE, 0, null, null, null, null, null, null, null, procedure.source(), null);
    }

    private static Fee fixed(Channel channel, FeeKind kind, long amount, String per, String note, String source) {
        return new Fee(channel, kind, FeeRule.FIXED, amount, null, null, null, per, null, null, note, source, null);
    }

    private static Fee tier(Channel channel, MethodRow row, long amount, Integer from, Integer to, Long cap) {
        return new Fee(
                channel,
                kind(row.words()),
                FeeRule.TIERED_PER_PAGE,
                amount,
                from,
                to,
                cap,
                "copy",
                null,
                null,
                row.words(),
                row.source(),
                null);
    }

    private static Reason reason(List<MethodRow> rows, long amounts) {
        boolean province = rows.stream()
                .anyMatch(each -> mentions(each.feeNote(), "Hội đồng nhân dân")
                        || mentions(each.description(), "Hội đồng nhân dân"));
        return province ? Reason.PROVINCE : amounts > 1 ? Reason.DEPENDS_ON_CASE : Reason.NOT_ESTABLISHED;
    }

    private static boolean mentions(String text, String words) {
        return text != null && text.contains(words);
    }

    private static String words(List<MethodRow> rows) {
        List<String> notes = rows.stream()
                .map(MethodRow::feeNote)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return notes.isEmpty() ? null : String.join(" ", notes);
    }

    /** Told by the words alone: "lệ phí" is a charge, "phí" by itself a fee; null where neither stands there. */
    private static FeeKind kind(String words) {
        String text = words == null ? "" : words.toLowerCase();
        if (text.contains("lệ phí")) {
            return FeeKind.CHARGE;
        }
        return text.matches("(?s).*\\bphí .*") && !text.contains("miễn phí") ? FeeKind.FEE : null;
    }

    /** What follows the first slash of the note, in a word the other services know; null where it is none of them. */
    private static String per(String note) {
        Matcher unit = PER.matcher(note == null ? "" : note.toLowerCase());
        if (!unit.find()) {
            return null;
        }
        return PER_WORDS.stream()
                .filter(pair -> unit.group(1).startsWith(pair[0]))
                .map(pair -> pair[1])
                .findFirst()
                .orElse(null);
    }

    private static long vnd(String dotted) {
        return Long.parseLong(dotted.replace(".", ""));
    }
}
