package vn.motcua.notification.message;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.notification.delivery.ChannelKind.EMAIL;
import static vn.motcua.notification.delivery.ChannelKind.PORTAL;
import static vn.motcua.notification.delivery.ChannelKind.SMS;
import static vn.motcua.notification.delivery.ChannelKind.WEBHOOK;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.motcua.notification.delivery.ChannelKind;
import vn.motcua.notification.wording.ShippedTexts;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which ways each row of the message table takes, written down a second time by hand. */
class RouteTest {

    private static Set<Route> routes(Template template) {
        Set<Route> routes = MessageTable.rows().stream()
                .filter(row -> row.template() == template)
                .map(MessageTable.Row::by)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Route.class)));
        CaseMessageTable.rows().stream()
                .map(CaseMessageTable.Row::says)
                .filter(row -> row.template() == template)
                .forEach(row -> routes.add(row.by()));
        if (template == Template.STAGE_CHANGED) {
            routes.add(Route.APP);
        }
        if (template == Template.COLLECT_REMINDER) {
            routes.add(MessageTable.REMINDER.by());
        }
        return routes;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ALL     | RECEIVED REFUSED REFUSED_COLLECT SUPPLEMENT SUPPLEMENT_EARLY EXTENDED APOLOGY STOPPED STOPPED_COLLECT LAPSED LAPSED_COLLECT",
                "PHONE   | DRAFT_OFFERED DRAFT_REDATED DRAFT_TACIT SUBMITTED PAYMENT RESULT_READY RESULT_READY_NOT_WITHDRAWN RESULT_REPLACED RESULT_REPLACED_AFTER_RETURN WITHDRAWAL_DENIED REDATED REDATED_PROMISE ABANDONED COLLECT_REMINDER",
                "LETTER  | PAID PAID_RESUMED",
                "APP     | DRAFT_CONFIRMED DRAFT_OBJECTED SUPPLIED SUPPLIED_EARLY SUPPLIED_PAYMENT SUPPLIED_WITHDRAWAL TRANSFERRED WITHDRAWAL WITHDRAWAL_CANCELLED CORRECTED STAGE_CHANGED",
                "THANKS  | RETURNED ORIGINALS_RETURNED",
                "POSTMAN | PICK_UP PICK_UP_ORIGINALS"
            })
    void practice_says_this(Route route, String templates) {
        for (String template : templates.split(" ")) {
            assertThat(routes(Template.valueOf(template))).as(template).containsExactly(route);
        }
    }

    @ParameterizedTest
    @EnumSource(Template.class)
    void every_template_goes_one_way_and_has_a_short_text_for_it(Template template) {
        assertThat(routes(template)).hasSize(1);
        boolean needsShort = routes(template).iterator().next().chains().stream()
                .flatMap(List::stream)
                .anyMatch(way -> way == SMS || way == WEBHOOK);
        if (needsShort) {
            assertThat(ShippedTexts.templates()).contains(template.key());
        }
    }

    @Test
    void no_short_text_belongs_to_a_template_that_does_not_exist() {
        Set<String> keys = Arrays.stream(Template.values()).map(Template::key).collect(Collectors.toSet());
        for (FeedbackTemplate template : FeedbackTemplate.values()) {
            keys.add(template.key());
        }
        assertThat(keys).containsAll(ShippedTexts.templates());
    }

    @Test
    void the_portal_is_no_way_that_could_fail_and_no_way_is_taken_twice() {
        for (Route route : Route.values()) {
            List<ChannelKind> all =
                    route.chains().stream().flatMap(List::stream).toList();
            assertThat(all).as("%s", route).doesNotContain(PORTAL);
            assertThat(new HashSet<>(all)).as("%s", route).hasSameSizeAs(all);
        }
        assertThat(Route.ALL.chains()).containsExactly(List.of(WEBHOOK, SMS), List.of(EMAIL));
        assertThat(Route.PHONE.chains()).containsExactly(List.of(WEBHOOK, SMS, EMAIL));
        assertThat(Route.THANKS.chains()).containsExactly(List.of(WEBHOOK, EMAIL, SMS));
    }

    @Test
    void the_post_gets_no_call_of_the_persons_app() {
        MessageTable.rows().stream()
                .filter(row -> row.audience() == Audience.POST)
                .forEach(row -> assertThat(row.by()).isEqualTo(Route.POSTMAN));
        MessageTable.rows().stream()
                .filter(row -> row.audience() == Audience.PERSON)
                .forEach(row -> assertThat(row.by()).isNotEqualTo(Route.POSTMAN));
    }
}
