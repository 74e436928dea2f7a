package vn.motcua.catalog.page;

import vn.motcua.catalog.guidance.Advice;
import vn.motcua.catalog.guidance.Answers;
import vn.motcua.catalog.guidance.Answers.ReturnMode;
import vn.motcua.catalog.guidance.Checklist;
import vn.motcua.catalog.guidance.Checklist.Question;
import vn.motcua.catalog.guidance.FeeSum;
import vn.motcua.catalog.guidance.Guide;
import vn.motcua.catalog.page.ChecklistPages.Option;
import vn.motcua.catalog.procedure.Channel;
import vn.motcua.catalog.procedure.DueAt;
import vn.motcua.catalog.procedure.ProcedureVersion;
import vn.motcua.catalog.qr.QrCode;

import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Questions and checklist in sentences of one language. */
class ChecklistWording {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");

    private final GuidanceTexts texts;
    private final PageTexts common;
    private final Wording wording;
    private final NumberFormat amounts;

    ChecklistWording(String lang, GuidanceTexts texts, PageTexts common) {
        this.texts = texts;
        this.common = common;
        wording = new Wording(lang);
        amounts = NumberFormat.getIntegerInstance(lang.equals("vi") ? Locale.forLanguageTag("vi") : Locale.ENGLISH);
    }

    /**
     * @param unit the name of the centre whose hours count, null: the usual ones
     * @param unknown what was typed for a centre and found no single one; null else
     */
    ChecklistPages.View view(
            ProcedureVersion version, Answers answers, Advice.Told told, String unit, String unknown, String address) {
        boolean answered = !answers.equals(Answers.none()) || unknown != null;
        return new ChecklistPages.View(
                version,
                wording.translation(version.content()),
                Days.text(version.effectiveFrom()),
                form(told.guide(), answers, unit == null ? unknown : unit),
                answered ? result(answers, told, unit, unknown, address) : null);
    }

    private ChecklistPages.Form form(Guide guide, Answers answers, String unit) {
        List<Option> cases = new ArrayList<>();
        guide.cases()
                .forEach(each -> cases.add(
                        new Option(each.key(), each.label(), answers.cases().contains(each.key()), true)));
        if (guide.mayBeNone()) {
            cases.add(new Option(Answers.NONE, texts.none(), answers.cases().contains(Answers.NONE), false));
        }
        List<Option> proxy = new ArrayList<>();
        if (guide.proxy() != null) {
            boolean authorised = answers.cases().contains(guide.proxy().key());
            proxy.add(new Option(Answers.SELF, texts.proxy_no(), !authorised, false));
            proxy.add(new Option(guide.proxy().key(), texts.proxy_yes(), authorised, false));
        }
        Channel channel = answers.channel() == null ? guide.channels().get(0) : answers.channel();
        ReturnMode back = answers.returnMode() == null ? ReturnMode.COUNTER : answers.returnMode();
        return new ChecklistPages.Form(
                cases,
                proxy,
                guide.asksPages(),
                answers.pages(),
                guide.asksCopies(),
                answers.copies(),
                guide.channels().stream()
                        .map(each -> new Option(each.name(), name(each), each == channel, false))
                        .toList(),
                Arrays.stream(ReturnMode.values())
                        .map(each -> new Option(each.name(), name(each), each == back, false))
                        .toList(),
                unit);
    }

    private ChecklistPages.Result result(
            Answers answers, Advice.Told told, String unit, String unknown, String address) {
        return new ChecklistPages.Result(
                notices(told.checklist(), unknown),
                told.checklist().sections().stream().map(this::group).toList(),
                told.fees().stream()
                        .map(fee ->
                                new Wording.Line(told.fees().size() == 1 ? null : name(fee.channel()), text(fee), null))
                        .toList(),
                told.limit() == null ? common.limit_unknown() : wording.text(told.limit()),
                due(answers, told, unit),
                answers.returnMode() == null ? null : name(answers.returnMode()),
                address,
                QrCode.of(address)
                        .svg()
                        .replaceFirst(
                                "<svg ", "<svg class=\"qr\" role=\"img\" aria-label=\"" + texts.qr_alt() + "\" "));
    }

    private List<String> notices(Checklist checklist, String unknown) {
        List<String> notices = new ArrayList<>();
        if (!checklist.unknown().isEmpty()) {
            notices.add(texts.changed());
        }
        for (Question open : checklist.open()) {
            String text =
                    switch (open) {
                        case CASE -> texts.open_case();
                        case PROXY -> texts.open_proxy();
                        case PAGES, COPIES -> texts.open_count();
                        case CHANNEL -> texts.open_channel();
                    };
            if (!notices.contains(text)) {
                notices.add(text);
            }
        }
        if (unknown != null) {
            notices.add(texts.unit_unknown(unknown));
        }
        return notices;
    }

    private ChecklistPages.Group group(Checklist.Section section) {
        return new ChecklistPages.Group(
                section.title(),
                section.papers().stream()
                        .map(paper -> new ChecklistPages.Item(paper.name(), said(paper)))
                        .toList());
    }

    private String said(Checklist.Paper paper) {
        List<String> said = new ArrayList<>();
        if (paper.note()) {
            return texts.note();
        }
        if (paper.originals() > 0) {
            said.add(common.originals(paper.originals()));
        }
        if (paper.copies() > 0) {
            said.add(common.copies(paper.copies()));
        }
        if (paper.certified() > 0) {
            said.add(wording.certified(paper.certified()));
        }
        if (paper.toShow()) {
            said.add(texts.to_show());
        }
        if (paper.ifItApplies()) {
            said.add(texts.if_it_applies());
        }
        return String.join(", ", said);
    }

    private String text(FeeSum fee) {
        return switch (fee.state()) {
            case FREE -> common.fee_free();
            case AMOUNT -> amount(fee);
            case COUNT_MISSING -> texts.count_missing();
            case PROVINCE -> common.fee_province();
            case DEPENDS_ON_CASE -> common.fee_depends();
            case NOT_ESTABLISHED -> common.fee_unknown();
        };
    }

    private String amount(FeeSum fee) {
        List<String> parts = new ArrayList<>(List.of(texts.amount(amounts.format(fee.totalVnd()))));
        parts.add(fee.dueAt() == DueAt.FILING ? common.due_filing() : common.due_return());
        if (fee.refundable() != null) {
            parts.add(fee.refundable() ? texts.refunded() : texts.not_refunded());
        }
        return String.join("; ", parts);
    }

    private List<String> due(Answers answers, Advice.Told told, String unit) {
        if (told.due() == null) {
            return List.of();
        }
        List<String> sentences = new ArrayList<>();
        sentences.add(texts.due(
                MOMENT.format(told.due().received()), MOMENT.format(told.due().due())));
        if (answers.channel() == Channel.ONLINE || answers.channel() == Channel.POST) {
            sentences.add(texts.from_receipt());
        }
        sentences.add(unit == null ? texts.hours_usual() : texts.hours_of(unit));
        if (told.due().provisional()) {
            sentences.add(texts.provisional());
        }
        sentences.add(texts.binding());
        return sentences;
    }

    private String name(Channel channel) {
        return switch (channel) {
            case COUNTER -> texts.at_counter();
            case ONLINE -> texts.online();
            case POST -> texts.by_post();
        };
    }

    private String name(ReturnMode mode) {
        return switch (mode) {
            case COUNTER -> texts.back_counter();
            case POST -> texts.back_post();
            case ELECTRONIC -> texts.back_electronic();
        };
    }
}
