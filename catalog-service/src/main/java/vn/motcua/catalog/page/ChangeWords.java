package vn.motcua.catalog.page;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import vn.motcua.catalog.procedure.WhatChanged.Change;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What changed, in words for people: fields and closed words get names, everything else is shown as it stands. */
final class ChangeWords {
    private static final String FURTHER = "further";

    private final ChangeTexts texts;
    private final FurtherTexts further;
    private final Departments departments;
    private final String lang;

    ChangeWords(String lang, Departments departments) {
        texts = MessageBundles.get(ChangeTexts.class, Localized.Literal.of(lang));
        further = MessageBundles.get(FurtherTexts.class, Localized.Literal.of(lang));
        this.departments = departments;
        this.lang = lang;
    }

    Pages.Changed of(Change change) {
        String[] path = change.field().split("\\.");
        String label = Stream.concat(
                        path.length > 1 && path[0].equals(FURTHER) ? Stream.empty() : Stream.of(field(path[0])),
                        Arrays.stream(path).skip(1).map(this::part))
                .collect(Collectors.joining(", "));
        String item = change.item() == null ? null : value("", change.item());
        return new Pages.Changed(
                label, item, said(change.field(), change.before()), said(change.field(), change.after()));
    }

    /** A whole item of a list says its parts with their names in front. */
    private String said(String field, String text) {
        if (text == null) {
            return null;
        }
        String bare = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        return Arrays.stream(bare.split("; ")).map(each -> part(field, each)).collect(Collectors.joining("; "));
    }

    private String part(String field, String text) {
        int space = text.indexOf(' ');
        String first = space < 0 ? "" : text.substring(0, space);
        String name = part(first);
        if (space > 0 && !name.equals(first)) {
            return name + ": " + value(field, text.substring(space + 1));
        }
        return Arrays.stream(text.split(", ")).map(each -> value(field, each)).collect(Collectors.joining(", "));
    }

    private String value(String field, String text) {
        if (field.equals("department")) {
            String name = departments.name(text, lang);
            return name == null ? text : name;
        }
        return switch (text) {
            case "COUNTER" -> texts.value_COUNTER();
            case "ONLINE" -> texts.value_ONLINE();
            case "POST" -> texts.value_POST();
            case "WORKING_DAY" -> texts.value_WORKING_DAY();
            case "DAY" -> texts.value_DAY();
            case "HOUR" -> texts.value_HOUR();
            case "CLOCK_HOUR" -> texts.value_CLOCK_HOUR();
            case "MONTH" -> texts.value_MONTH();
            case "SAME_DAY" -> texts.value_SAME_DAY();
            case "FIXED" -> texts.value_FIXED();
            case "TIERED_PER_PAGE" -> texts.value_TIERED_PER_PAGE();
            case "FREE" -> texts.value_FREE();
            case "FEE" -> texts.value_FEE();
            case "CHARGE" -> texts.value_CHARGE();
            case "FILING" -> texts.value_FILING();
            case "RETURN" -> texts.value_RETURN();
            case "PROVINCE" -> texts.value_PROVINCE();
            case "DEPENDS_ON_CASE" -> texts.value_DEPENDS_ON_CASE();
            case "NOT_ESTABLISHED" -> texts.value_NOT_ESTABLISHED();
            case "true" -> texts.value_true();
            case "false" -> texts.value_false();
            case "full" -> texts.value_full();
            case "partial" -> texts.value_partial();
            default -> text;
        };
    }

    private String field(String name) {
        return switch (name) {
            case "name" -> texts.changed_name();
            case "field" -> texts.changed_field();
            case "level" -> texts.changed_level();
            case "department" -> texts.changed_department();
            case "singleHand" -> texts.changed_singleHand();
            case "sameDay" -> texts.changed_sameDay();
            case "channels" -> texts.changed_channels();
            case "limits" -> texts.changed_limits();
            case "otherLimits" -> texts.changed_otherLimits();
            case "fees" -> texts.changed_fees();
            case "openFees" -> texts.changed_openFees();
            case "components" -> texts.changed_components();
            case "results" -> texts.changed_results();
            case "lapseAfterWorkingDays" -> texts.changed_lapseAfterWorkingDays();
            case "lapseGround" -> texts.changed_lapseGround();
            case "serviceLevel" -> texts.changed_serviceLevel();
            case "authority" -> texts.changed_authority();
            case "legalBasis" -> texts.changed_legalBasis();
            case "source" -> texts.changed_source();
            case FURTHER -> texts.changed_further();
            default -> texts.changed_other() + " (" + name + ")";
        };
    }

    private String part(String name) {
        return switch (name) {
            case "vi" -> texts.part_vi();
            case "en" -> texts.part_en();
            case "channel" -> texts.part_channel();
            case "amount" -> texts.part_amount();
            case "unit" -> texts.part_unit();
            case "cutOff" -> texts.part_cutOff();
            case "description" -> texts.part_description();
            case "source" -> texts.part_source();
            case "grade" -> texts.part_grade();
            case "kind" -> texts.part_kind();
            case "rule" -> texts.part_rule();
            case "amountVnd" -> texts.part_amountVnd();
            case "fromUnit" -> texts.part_fromUnit();
            case "toUnit" -> texts.part_toUnit();
            case "capVnd" -> texts.part_capVnd();
            case "per" -> texts.part_per();
            case "dueAt" -> texts.part_dueAt();
            case "refundable" -> texts.part_refundable();
            case "note" -> texts.part_note();
            case "reason" -> texts.part_reason();
            case "name" -> texts.part_name();
            case "caseName" -> texts.part_caseName();
            case "originals" -> texts.part_originals();
            case "copies" -> texts.part_copies();
            case "certified" -> texts.part_certified();
            case "code" -> texts.part_code();
            case "order" -> texts.part_order();
            case "templateFile" -> further.template();
            case "replacedBy" -> texts.part_replacedBy();
            case "subjects" -> further.subjects();
            case "conditions" -> further.conditions();
            case "steps" -> further.steps();
            case "presence" -> further.presence();
            case "onlineReason" -> texts.part_onlineReason();
            case "coordination" -> further.coordination();
            case "exemptions" -> further.exemptions();
            case "ground" -> texts.part_ground();
            case "who" -> texts.part_who();
            default -> name;
        };
    }
}
