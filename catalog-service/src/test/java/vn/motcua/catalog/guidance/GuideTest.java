package vn.motcua.catalog.guidance;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.catalog.guidance.HeadingsTest.PROCEDURES;

import org.junit.jupiter.api.Test;
import vn.motcua.catalog.guidance.Checklist.Paper;
import vn.motcua.catalog.guidance.Checklist.Question;
import vn.motcua.catalog.guidance.Headings.Kind;
import vn.motcua.catalog.procedure.Channel;
import vn.motcua.catalog.procedure.Component;
import vn.motcua.catalog.procedure.Procedure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rules over all 544 procedures of the shipped lists, and by name over some of them. */
class GuideTest {
    @Test
    void every_paper_of_every_procedure_is_on_the_list_of_some_answer() {
        for (Procedure each : PROCEDURES) {
            Guide guide = Guide.of(each);
            Set<String> reached = new HashSet<>();
            for (Answers answers : all(guide)) {
                guide.checklist(answers).papers().forEach(paper -> reached.add(paper.component()));
            }
            assertThat(reached).as(each.code()).isEqualTo(ids(each));
        }
    }

    @Test
    void a_paper_without_a_case_is_on_every_list_of_its_way_of_filing() {
        for (Procedure each : PROCEDURES) {
            Guide guide = Guide.of(each);
            for (Answers answers : all(guide)) {
                List<String> listed = guide.checklist(answers).papers().stream()
                        .map(Paper::component)
                        .toList();
                for (Component paper : each.components()) {
                    if (paper.caseName() == null && !paper.name().contains("theo hình thức tr")) {
                        assertThat(listed).as(each.code()).contains(paper.id());
                    }
                }
            }
        }
    }

    @Test
    void what_was_fully_answered_puts_each_paper_either_on_the_list_or_beside_it_and_always_the_same() {
        for (Procedure each : PROCEDURES) {
            Guide guide = Guide.of(each);
            for (Answers answers : all(guide)) {
                Checklist list = guide.checklist(answers);
                assertThat(list).isEqualTo(Guide.of(each).checklist(answers));
                assertThat(list.unknown()).isEmpty();
                assertThat(list.open()).as(each.code()).isEmpty();
                List<String> both = new ArrayList<>(list.notNeeded());
                list.papers().forEach(paper -> both.add(paper.component()));
                assertThat(both).as(each.code()).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(ids(each));
            }
        }
    }

    @Test
    void an_open_question_leaves_no_paper_out() {
        for (Procedure each : PROCEDURES) {
            Checklist list = Guide.of(each).checklist(Answers.none());
            assertThat(list.notNeeded()).as(each.code()).isEmpty();
            boolean asked = HeadingsTest.headings(each).values().stream().anyMatch(kind -> kind == Kind.CASE);
            assertThat(list.open().contains(Question.CASE)).as(each.code()).isEqualTo(asked);
        }
    }

    @Test
    void the_keys_of_a_procedure_differ_and_a_label_stands_once() {
        for (Procedure each : PROCEDURES) {
            List<Choice> choices = new ArrayList<>(Guide.of(each).cases());
            if (Guide.of(each).proxy() != null) {
                choices.add(Guide.of(each).proxy());
            }
            assertThat(choices.stream().map(Choice::key)).as(each.code()).doesNotHaveDuplicates();
            assertThat(choices)
                    .allMatch(
                            choice -> !choice.label().isBlank() && choice.key().matches("[0-9a-f]{8}"));
        }
    }

    @Test
    void birth_registration_asks_for_no_case_and_gives_each_way_of_filing_its_form() {
        Guide guide = Guide.of(procedure("1.001193"));
        assertThat(guide.cases()).isEmpty();
        Checklist counter = guide.checklist(on(Channel.COUNTER));
        Checklist online = guide.checklist(on(Channel.ONLINE));
        assertThat(counter.papers()).anyMatch(paper -> paper.name().startsWith("Tờ khai đăng ký khai sinh"));
        assertThat(counter.papers()).noneMatch(paper -> paper.name().startsWith("Mẫu hộ tịch điện tử"));
        assertThat(online.papers()).anyMatch(paper -> paper.name().startsWith("Mẫu hộ tịch điện tử"));
        assertThat(online.papers()).noneMatch(paper -> paper.name().startsWith("Tờ khai đăng ký khai sinh"));
        assertThat(counter.papers()).anyMatch(Paper::toShow);
    }

    @Test
    void a_house_of_ones_own_needs_the_papers_of_such_a_house_alone() {
        Guide guide = Guide.of(procedure("1.013225"));
        assertThat(guide.cases()).hasSize(7);
        assertThat(guide.mayBeNone()).isFalse();
        Choice house = guide.cases().stream()
                .filter(each -> each.label().endsWith("nhà ở riêng lẻ"))
                .findFirst()
                .orElseThrow();
        Checklist list = guide.checklist(cases(house.key()));
        assertThat(list.papers()).hasSize(6);
        assertThat(list.sections())
                .extracting(Checklist.Section::title)
                .containsExactly("Đối với công trình nhà ở riêng lẻ");
    }

    @Test
    void somebody_in_two_cases_gets_the_papers_of_both() {
        Guide guide = Guide.of(procedure("1.005277"));
        String first = guide.cases().get(1).key();
        String second = guide.cases().get(2).key();
        int one = guide.checklist(cases(first)).papers().size();
        int other = guide.checklist(cases(second)).papers().size();
        assertThat(guide.checklist(cases(first, second)).papers()).hasSize(one + other);
    }

    @Test
    void papers_of_an_authorised_person_are_asked_for_only_where_there_is_one() {
        Guide guide = Guide.of(procedure("1.001612"));
        assertThat(guide.cases()).isEmpty();
        assertThat(guide.proxy()).isNotNull();
        assertThat(guide.checklist(cases(Answers.SELF)).papers()).hasSize(2);
        assertThat(guide.checklist(cases(guide.proxy().key())).papers()).hasSize(8);
        assertThat(guide.checklist(Answers.none()).open()).contains(Question.PROXY);
    }

    @Test
    void what_the_same_people_hand_in_and_show_is_one_case() {
        Guide guide = Guide.of(procedure("1.002372"));
        assertThat(guide.cases()).hasSize(2);
        assertThat(guide.cases().get(1).label()).startsWith("Tàu biển, tàu công vụ");
        assertThat(guide.checklist(cases(guide.cases().get(1).key())).papers()).hasSize(4);
    }

    @Test
    void an_answer_of_another_version_is_named_and_answers_nothing() {
        Checklist list = Guide.of(procedure("1.013225")).checklist(cases("0badc0de"));
        assertThat(list.unknown()).containsExactly("0badc0de");
        assertThat(list.open()).contains(Question.CASE);
    }

    /** Every single case, none, all together, with and without somebody authorised, on every way of filing. */
    private static List<Answers> all(Guide guide) {
        List<Set<String>> cases = new ArrayList<>();
        guide.cases().forEach(each -> cases.add(Set.of(each.key())));
        if (guide.mayBeNone() || guide.cases().isEmpty()) {
            cases.add(Set.of(Answers.NONE));
        }
        Set<String> every = new HashSet<>();
        guide.cases().forEach(each -> every.add(each.key()));
        if (!every.isEmpty()) {
            cases.add(every);
        }
        List<Answers> all = new ArrayList<>();
        for (Set<String> some : cases) {
            for (Channel channel : Channel.values()) {
                all.add(new Answers(some, 3, 2, channel, null, null));
                if (guide.proxy() != null) {
                    Set<String> authorised = new HashSet<>(some);
                    authorised.add(guide.proxy().key());
                    all.add(new Answers(authorised, 3, 2, channel, null, null));
                }
            }
        }
        return all;
    }

    private static Set<String> ids(Procedure procedure) {
        Set<String> ids = new HashSet<>();
        procedure.components().forEach(each -> ids.add(each.id()));
        return ids;
    }

    private static Answers on(Channel channel) {
        return new Answers(Set.of(), null, null, channel, null, null);
    }

    private static Answers cases(String... keys) {
        return new Answers(Set.of(keys), 1, 1, Channel.COUNTER, null, null);
    }

    static Procedure procedure(String code) {
        return PROCEDURES.stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
