package vn.motcua.catalog.page;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import vn.motcua.catalog.lists.EnglishNames;
import vn.motcua.catalog.procedure.Channel;
import vn.motcua.catalog.procedure.Component;
import vn.motcua.catalog.procedure.DueAt;
import vn.motcua.catalog.procedure.Fee;
import vn.motcua.catalog.procedure.FeeRule;
import vn.motcua.catalog.procedure.Limit;
import vn.motcua.catalog.procedure.OpenFee;
import vn.motcua.catalog.procedure.Procedure;
import vn.motcua.catalog.procedure.ProcedureVersion;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a procedure says, in sentences of one language. Channels that say the same share one line. */
public class Wording {
    private final PageTexts texts;
    private final FurtherTexts further;
    private final NumberFormat amounts;
    private final boolean translated;

    public Wording(String lang) {
        texts = MessageBundles.get(PageTexts.class, Localized.Literal.of(lang));
        further = MessageBundles.get(FurtherTexts.class, Localized.Literal.of(lang));
        translated = lang.equals("en");
        amounts = NumberFormat.getIntegerInstance(lang.equals("vi") ? Locale.forLanguageTag("vi") : Locale.ENGLISH);
    }

    /** A line: for which channels (null: all), what, and the list's own words (null without any). */
    public record Line(String where, String text, String note) {}

    /** Papers of one case (null: every case). */
    public record Papers(String caseName, List<Paper> papers) {}

    /**
     * A paper and how many of it.
     *
     * @param form where its form is, null where none is known or it is no address people can open
     * @param replacedBy the data that replace it, null where none are established
     */
    public record Paper(String name, String quantity, String form, String replacedBy) {}

    /** The name in the page's language where it is not the official one; null on a Vietnamese page, or where there is none. */
    public String translation(Procedure procedure) {
        return translated ? EnglishNames.shipped().ofProcedure(procedure.code()) : null;
    }

    /** Which version this is, and since when. */
    public String edition(ProcedureVersion version) {
        return texts.version(version.version(), Days.text(version.effectiveFrom()));
    }

    public List<Line> limits(Procedure procedure) {
        if (procedure.limits().isEmpty()) {
            return List.of(new Line(null, texts.limit_unknown(), null));
        }
        Map<Channel, String> byChannel = new LinkedHashMap<>();
        procedure.channels().forEach(channel -> byChannel.put(channel, texts.limit_unknown_channel()));
        for (Limit limit : procedure.limits()) {
            if (procedure.channels().isEmpty() || procedure.channels().contains(limit.channel())) {
                byChannel.put(limit.channel(), text(limit));
            }
        }
        return lines(byChannel);
    }

    /** Shorter limits of the list, with its description. */
    public List<Line> otherLimits(Procedure procedure) {
        return procedure.otherLimits().stream()
                .map(limit -> new Line(null, text(limit), limit.description()))
                .distinct()
                .toList();
    }

    public List<Line> fees(Procedure procedure) {
        List<Fee> everywhere =
                procedure.fees().stream().filter(fee -> fee.channel() == null).toList();
        if (!everywhere.isEmpty()) {
            return List.of(new Line(null, text(everywhere), note(everywhere)));
        }
        Map<Channel, String> byChannel = new LinkedHashMap<>();
        Map<String, String> notes = new LinkedHashMap<>();
        for (Channel channel : Channel.values()) {
            List<Fee> fees = procedure.fees().stream()
                    .filter(fee -> fee.channel() == channel)
                    .toList();
            if (!fees.isEmpty()) {
                byChannel.put(channel, text(fees));
                notes.putIfAbsent(text(fees), note(fees));
            }
        }
        for (OpenFee open : procedure.openFees()) {
            if (open.channel() == null) {
                return List.of(new Line(null, text(open), open.note()));
            }
            byChannel.put(open.channel(), text(open));
            notes.putIfAbsent(text(open), open.note());
        }
        return lines(byChannel).stream()
                .map(line -> new Line(line.where(), line.text(), notes.get(line.text())))
                .toList();
    }

    /** One way of filing and what holds for it. */
    record Way(String name, boolean listed, List<String> facts) {}

    /** Each of the three ways with its limit, fee, when that is due and whether it comes back; a way not listed is told as such. */
    List<Way> ways(Procedure procedure, GuidanceTexts more) {
        return procedure.channels().isEmpty()
                ? List.of()
                : Arrays.stream(Channel.values())
                        .map(channel -> procedure.channels().contains(channel)
                                ? new Way(name(channel), true, facts(procedure, channel, more))
                                : new Way(name(channel), false, List.of(more.way_not_listed())))
                        .toList();
    }

    private List<String> facts(Procedure procedure, Channel channel, GuidanceTexts more) {
        List<String> facts = new ArrayList<>();
        facts.add(procedure.limits().stream()
                .filter(limit -> limit.channel() == channel)
                .findFirst()
                .map(this::text)
                .orElse(texts.limit_unknown_channel()));
        facts.add(fee(procedure, channel, more));
        if (channel == Channel.ONLINE) {
            String level = procedure.serviceLevel();
            String reason = procedure.beyond().onlineReason();
            facts.add(
                    "partial".equals(level) && reason != null
                            ? further.online_reason(reason)
                            : "full".equals(level)
                                    ? more.online_full()
                                    : "partial".equals(level) ? more.online_partial() : more.online_level_unknown());
        }
        if (channel == Channel.POST) {
            facts.add(more.postage());
        }
        return facts;
    }

    private String fee(Procedure procedure, Channel channel, GuidanceTexts more) {
        List<Fee> rows = procedure.feesOf(channel);
        OpenFee open = procedure.openFeeOf(channel);
        if (open != null || rows.isEmpty()) {
            return open == null ? texts.fee_unknown() : text(open);
        }
        Boolean refundable = rows.get(0).refundable();
        String back = refundable == null || rows.get(0).rule() == FeeRule.FREE
                ? ""
                : "; " + (refundable ? more.refunded() : more.not_refunded());
        return text(rows) + back;
    }

    public List<String> channels(Procedure procedure) {
        return procedure.channels().stream().map(this::name).toList();
    }

    public List<Papers> papers(Procedure procedure) {
        Map<String, List<Paper>> byCase = new LinkedHashMap<>();
        procedure.components().stream().filter(each -> each.caseName() == null).forEach(each -> byCase.computeIfAbsent(
                        "", c -> new ArrayList<>())
                .add(paper(each)));
        procedure.components().stream().filter(each -> each.caseName() != null).forEach(each -> byCase.computeIfAbsent(
                        each.caseName(), c -> new ArrayList<>())
                .add(paper(each)));
        return byCase.entrySet().stream()
                .map(each -> new Papers(each.getKey().isEmpty() ? null : each.getKey(), each.getValue()))
                .toList();
    }

    private Paper paper(Component component) {
        List<String> many = new ArrayList<>();
        if (component.originals() > 0) {
            many.add(texts.originals(component.originals()));
        }
        if (component.copies() > 0) {
            many.add(texts.copies(component.copies()));
        }
        if (component.certifiedCopies() > 0) {
            many.add(certified(component.certifiedCopies()));
        }
        return new Paper(
                component.name(), String.join(", ", many), form(component.templateFile()), component.replacedBy());
    }

    String certified(int copies) {
        return further.certified(copies);
    }

    /** A form lies elsewhere under https, or in the catalogue itself. */
    private static String form(String file) {
        return file == null || file.startsWith("https://") ? file : "/bieu-mau/" + file;
    }

    /** Who takes part beside the department that handles it, each with its share of the limit. */
    List<Line> coordination(Procedure procedure) {
        return procedure.beyond().coordination().stream()
                .map(each -> new Line(
                        null,
                        each.who(),
                        each.amount() == null || each.unit() == null
                                ? null
                                : further.share(
                                        text(Limit.of(Channel.COUNTER, each.amount(), each.unit(), null, null, null)))))
                .toList();
    }

    private List<Line> lines(Map<Channel, String> byChannel) {
        Map<String, Set<Channel>> sharing = new LinkedHashMap<>();
        byChannel.forEach((channel, text) -> sharing.computeIfAbsent(text, t -> EnumSet.noneOf(Channel.class))
                .add(channel));
        boolean same = sharing.size() == 1;
        return sharing.entrySet().stream()
                .map(each -> new Line(same ? null : names(each.getValue()), each.getKey(), null))
                .toList();
    }

    private String names(Set<Channel> channels) {
        return channels.stream().map(this::name).collect(Collectors.joining(", "));
    }

    /** A way of filing in words. */
    String name(Channel channel) {
        return switch (channel) {
            case COUNTER -> texts.channel_counter();
            case ONLINE -> texts.channel_online();
            case POST -> texts.channel_post();
        };
    }

    /** A limit in words. */
    String text(Limit limit) {
        return switch (limit.unit()) {
            case WORKING_DAY -> texts.limit_working_day(limit.amount());
            case DAY -> texts.limit_day(limit.amount());
            case HOUR -> texts.limit_hour(limit.amount());
            case CLOCK_HOUR -> texts.limit_clock_hour(limit.amount());
            case MONTH -> texts.limit_month(limit.amount());
            case SAME_DAY -> texts.limit_same_day(limit.cutOff().toString());
        };
    }

    private String text(List<Fee> fees) {
        List<String> parts = new ArrayList<>(fees.stream().map(this::amount).toList());
        fees.stream()
                .map(Fee::capVnd)
                .filter(cap -> cap != null)
                .findFirst()
                .ifPresent(cap -> parts.add(texts.fee_cap(amounts.format(cap))));
        DueAt due = fees.get(0).dueAt();
        if (due != null) {
            parts.add(due == DueAt.FILING ? texts.due_filing() : texts.due_return());
        }
        return String.join("; ", parts);
    }

    private String amount(Fee fee) {
        String amount = amounts.format(fee.amountVnd());
        if (fee.rule() == FeeRule.FREE) {
            return texts.fee_free();
        }
        if (fee.rule() == FeeRule.TIERED_PER_PAGE) {
            return fee.toUnit() == null
                    ? texts.fee_tier_open(amount, fee.fromUnit())
                    : texts.fee_tier(amount, fee.fromUnit(), fee.toUnit());
        }
        String per = fee.per() == null
                ? null
                : per().getOrDefault(fee.per(), t -> null).apply(texts);
        return per == null ? texts.fee_fixed(amount) : texts.fee_per(amount, per);
    }

    private static Map<String, Function<PageTexts, String>> per() {
        return Map.of(
                "certificate", PageTexts::per_certificate,
                "card", PageTexts::per_card,
                "case", PageTexts::per_case,
                "transaction", PageTexts::per_transaction,
                "contract", PageTexts::per_contract,
                "document", PageTexts::per_document,
                "will", PageTexts::per_will,
                "copy", PageTexts::per_copy);
    }

    private String text(OpenFee open) {
        return switch (open.reason()) {
            case PROVINCE -> texts.fee_province();
            case DEPENDS_ON_CASE -> texts.fee_depends();
            case NOT_ESTABLISHED -> texts.fee_unknown();
        };
    }

    private static String note(List<Fee> fees) {
        return fees.stream()
                .filter(fee -> fee.rule() == FeeRule.FIXED)
                .map(Fee::note)
                .filter(note -> note != null)
                .findFirst()
                .orElse(null);
    }
}
