package vn.motcua.catalog.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import vn.motcua.catalog.procedure.WhatChanged.Change;
import vn.motcua.catalog.procedure.WhatChanged.Kind;
import vn.motcua.platform.json.EventJson;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

class WhatChangedTest {
    private static final int RUNS = 3_000;

    @Test
    void a_procedure_does_not_differ_from_itself() {
        Random random = new Random(1);
        for (int i = 0; i < RUNS; i++) {
            Procedure any = any(random);
            assertThat(WhatChanged.between(any, copy(any))).isEmpty();
        }
    }

    @Test
    void nothing_is_found_if_and_only_if_both_say_the_same() {
        Random random = new Random(2);
        int differing = 0;
        for (int i = 0; i < RUNS; i++) {
            Procedure before = any(random);
            Procedure after = random.nextInt(3) == 0 ? before : altered(before, random);
            assertThat(WhatChanged.between(before, after).isEmpty())
                    .as("%s%n%s", before, after)
                    .isEqualTo(before.equals(after));
            differing += before.equals(after) ? 0 : 1;
        }
        assertThat(differing).isGreaterThan(RUNS / 3);
    }

    @Test
    void every_field_that_differs_is_told_by_its_path() {
        Random random = new Random(3);
        for (int i = 0; i < RUNS; i++) {
            Procedure before = any(random);
            Procedure after = any(random);
            ObjectNode old = EventJson.mapper().valueToTree(before);
            ObjectNode now = EventJson.mapper().valueToTree(after);
            Set<String> differing = new HashSet<>();
            Set<String> names = new HashSet<>();
            old.fieldNames().forEachRemaining(names::add);
            now.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                if (!old.path(name).equals(now.path(name))) {
                    differing.add(name);
                }
            }
            Set<String> told = new HashSet<>();
            WhatChanged.between(before, after)
                    .forEach(each -> told.add(each.field().split("\\.")[0]));
            assertThat(told).isEqualTo(differing);
        }
    }

    @Test
    void back_again_what_was_added_is_removed_and_the_other_way_round() {
        Random random = new Random(4);
        for (int i = 0; i < RUNS; i++) {
            Procedure one = any(random);
            Procedure other = altered(one, random);
            List<Change> there = WhatChanged.between(one, other);
            List<Change> back = WhatChanged.between(other, one);
            for (Kind kind : List.of(Kind.ADDED, Kind.REMOVED)) {
                Kind opposite = kind == Kind.ADDED ? Kind.REMOVED : Kind.ADDED;
                assertThat(texts(there, kind)).containsExactlyInAnyOrderElementsOf(texts(back, opposite));
            }
        }
    }

    @Test
    void a_change_never_says_the_same_before_and_after() {
        Random random = new Random(5);
        for (int i = 0; i < RUNS; i++) {
            assertThat(WhatChanged.between(any(random), any(random)))
                    .allSatisfy(each -> assertThat(each.before()).isNotEqualTo(each.after()))
                    .allSatisfy(each -> assertThat(each.kind())
                            .isEqualTo(
                                    each.before() == null
                                            ? Kind.ADDED
                                            : each.after() == null ? Kind.REMOVED : Kind.CHANGED));
        }
    }

    @Test
    void a_single_value_is_told_with_what_it_was_and_is() {
        assertThat(changed(tree -> tree.put("level", "Cấp xã")))
                .containsExactly(new Change("level", null, Kind.CHANGED, "Cấp tỉnh", "Cấp xã"));
        assertThat(changed(tree -> tree.with("name").put("en", "Birth")))
                .containsExactly(new Change("name.en", null, Kind.ADDED, null, "Birth"));
        assertThat(changed(tree -> tree.putNull("authority")))
                .containsExactly(new Change("authority", null, Kind.REMOVED, "UBND cấp xã", null));
    }

    @Test
    void a_paper_put_in_front_does_not_change_those_that_follow() {
        assertThat(changed(tree -> papers(tree, "Giấy khai sinh", "Tờ khai", "Giấy chứng sinh")))
                .containsExactly(new Change(
                        "components", "Giấy khai sinh", Kind.ADDED, null, "Giấy khai sinh; originals 1; copies 0"));
    }

    @Test
    void a_paper_left_out_is_removed_and_the_others_stay() {
        assertThat(changed(tree -> papers(tree, "Giấy chứng sinh")))
                .containsExactly(
                        new Change("components", "Tờ khai", Kind.REMOVED, "Tờ khai; originals 1; copies 0", null));
    }

    @Test
    void papers_that_change_places_are_one_change() {
        assertThat(changed(tree -> papers(tree, "Giấy chứng sinh", "Tờ khai")))
                .singleElement()
                .satisfies(each -> assertThat(each.field()).isEqualTo("components.order"))
                .satisfies(each -> assertThat(each.after()).startsWith("Giấy chứng sinh"));
    }

    @Test
    void a_paper_for_another_case_is_the_same_paper_changed() {
        assertThat(changed(tree -> ((ObjectNode) tree.withArray("components").get(1)).put("caseName", "Nộp trực tiếp")))
                .containsExactly(
                        new Change("components.caseName", "Giấy chứng sinh", Kind.ADDED, null, "Nộp trực tiếp"));
    }

    @Test
    void a_limit_and_a_fee_are_known_again_by_their_channel() {
        assertThat(changed(tree -> ((ObjectNode) tree.withArray("limits").get(0)).put("amount", 3)))
                .containsExactly(new Change("limits.amount", "ONLINE", Kind.CHANGED, "5", "3"));
        assertThat(changed(tree -> ((ObjectNode) tree.withArray("fees").get(0)).put("amountVnd", 8_000)))
                .containsExactly(new Change("fees.amountVnd", "COUNTER", Kind.CHANGED, "10000", "8000"));
    }

    @Test
    void a_legal_basis_is_added_or_removed_by_its_number() {
        assertThat(changed(
                        tree -> tree.putArray("legalBasis").add("60/2014/QH13").add("18/2026/NĐ-CP")))
                .containsExactly(
                        new Change("legalBasis", null, Kind.REMOVED, "123/2015/NĐ-CP", null),
                        new Change("legalBasis", null, Kind.ADDED, null, "18/2026/NĐ-CP"));
    }

    @Test
    void what_is_told_beyond_the_lists_for_the_first_time_is_told_part_by_part() {
        assertThat(changed(tree -> {
                    ObjectNode further = tree.putObject("further");
                    further.putArray("subjects").add("Công dân Việt Nam");
                    further.put("presence", true);
                    ((ObjectNode) tree.withArray("components").get(0)).put("replacedBy", "CSDL quốc gia về dân cư");
                }))
                .containsExactlyInAnyOrder(
                        new Change("further.subjects", null, Kind.ADDED, null, "Công dân Việt Nam"),
                        new Change("further.presence", null, Kind.ADDED, null, "true"),
                        new Change("components.replacedBy", "Tờ khai", Kind.ADDED, null, "CSDL quốc gia về dân cư"));
    }

    @Test
    void nothing_beyond_the_lists_leaves_the_fingerprint_as_it_was() {
        assertThat(EventJson.write(birth())).doesNotContain("further", "templateFile", "replacedBy");
        ObjectNode tree = EventJson.mapper().valueToTree(birth());
        tree.putObject("further").putArray("steps");
        assertThat(Fingerprint.of(EventJson.read(tree, Procedure.class))).isEqualTo(Fingerprint.of(birth()));
    }

    private static List<Change> changed(Consumer<ObjectNode> change) {
        ObjectNode tree = EventJson.mapper().valueToTree(birth());
        change.accept(tree);
        return WhatChanged.between(birth(), EventJson.read(tree, Procedure.class));
    }

    private static void papers(ObjectNode tree, String... names) {
        ArrayNode papers = tree.putArray("components");
        components(List.of(names)).forEach(each -> papers.add(EventJson.mapper().<ObjectNode>valueToTree(each)));
    }

    private static List<Component> components(List<String> names) {
        return IntStream.range(0, names.size())
                .mapToObj(i -> new Component("1.000001-%02d".formatted(i + 1), names.get(i), null, 1, 0))
                .toList();
    }

    private static Procedure birth() {
        return new Procedure(
                "1.000001",
                new Name("Đăng ký khai sinh", null),
                "Hộ tịch",
                "Cấp tỉnh",
                "civil-status",
                false,
                false,
                List.of(Channel.ONLINE, Channel.COUNTER),
                List.of(Limit.of(Channel.ONLINE, 5, LimitUnit.WORKING_DAY, null, "list", null)),
                List.of(),
                List.of(fee(Channel.COUNTER, 10_000, null)),
                List.of(),
                components(List.of("Tờ khai", "Giấy chứng sinh")),
                List.of(new Result("Giấy khai sinh", "KQ.1")),
                null,
                null,
                "full",
                "UBND cấp xã",
                List.of("60/2014/QH13", "123/2015/NĐ-CP"),
                "list",
                null);
    }

    private static Fee fee(Channel channel, long amount, Integer from) {
        return new Fee(
                channel, FeeKind.CHARGE, FeeRule.FIXED, amount, from, null, null, null, null, null, null, "list", "V");
    }

    private static Procedure copy(Procedure content) {
        return EventJson.read(EventJson.tree(EventJson.write(content)), Procedure.class);
    }

    /** The same with one field of another procedure. */
    private static Procedure altered(Procedure content, Random random) {
        ObjectNode tree = EventJson.mapper().valueToTree(content);
        ObjectNode other = EventJson.mapper().valueToTree(any(random));
        List<String> names = new ArrayList<>();
        tree.fieldNames().forEachRemaining(names::add);
        String name = names.get(random.nextInt(names.size()));
        tree.set(name, other.get(name));
        return EventJson.read(tree, Procedure.class);
    }

    private static Procedure any(Random random) {
        List<String> papers = new ArrayList<>(some(random, "Tờ khai", "Tờ khai", "Hộ chiếu", "Ảnh", "Đơn"));
        Collections.shuffle(papers, random);
        List<Component> components = IntStream.range(0, papers.size())
                .mapToObj(i -> new Component(
                        "1-%02d".formatted(i + 1),
                        papers.get(i),
                        random.nextBoolean() ? null : one(random, "Trực tiếp", "Ủy quyền"),
                        random.nextInt(2),
                        random.nextInt(2)))
                .toList();
        return new Procedure(
                "1.00000" + random.nextInt(2),
                new Name(one(random, "Khai sinh", "Khai tử"), random.nextBoolean() ? null : "Birth"),
                one(random, "Hộ tịch", "Đất đai"),
                one(random, "Cấp xã", null),
                one(random, "a", "b"),
                random.nextBoolean(),
                random.nextBoolean(),
                some(random, Channel.values()),
                limits(random),
                limits(random),
                some(random, Channel.COUNTER, Channel.ONLINE, null, null).stream()
                        .map(each -> fee(each, random.nextInt(2), random.nextBoolean() ? null : random.nextInt(2)))
                        .toList(),
                some(random, Channel.POST, null).stream()
                        .map(each -> new OpenFee(each, OpenFee.Reason.PROVINCE, one(random, "x", null)))
                        .toList(),
                components,
                some(random, "Giấy", "Bản sao").stream()
                        .map(each -> new Result(each, one(random, "KQ.1", null)))
                        .toList(),
                one(random, 20, null),
                one(random, "NĐ", null),
                one(random, "full", "partial"),
                one(random, "UBND", null),
                some(random, "1/2015", "2/2016", "3/2017"),
                one(random, "list", "other"),
                one(random, further(random), null));
    }

    private static Further further(Random random) {
        return new Further(
                some(random, "Công dân Việt Nam", "Tổ chức"),
                some(random, "Đủ 18 tuổi"),
                some(random, "Nộp hồ sơ", "Thẩm định", "Trả kết quả"),
                one(random, true, null),
                one(random, "Phải có mặt", null),
                some(random, "Trẻ em", "Hộ nghèo").stream()
                        .map(each -> new Exemption(each, one(random, "NQ", null)))
                        .toList(),
                some(random, "Công an xã").stream()
                        .map(each -> new Coordination(each, one(random, 1, 2), LimitUnit.WORKING_DAY))
                        .toList());
    }

    private static List<Limit> limits(Random random) {
        return some(random, Channel.values()).stream()
                .map(each -> Limit.of(
                        each,
                        1 + random.nextInt(2),
                        one(random, LimitUnit.values()),
                        one(random, "x", "y", null),
                        "list",
                        null))
                .toList();
    }

    @SafeVarargs
    private static <T> T one(Random random, T... values) {
        return values[random.nextInt(values.length)];
    }

    /** Some of them in any order, nulls among them. */
    @SafeVarargs
    private static <T> List<T> some(Random random, T... values) {
        List<T> all = new ArrayList<>(java.util.Arrays.asList(values));
        Collections.shuffle(all, random);
        return all.subList(0, random.nextInt(all.size() + 1));
    }

    private static List<String> texts(List<Change> changes, Kind kind) {
        return changes.stream()
                .filter(each -> each.kind() == kind)
                .map(each -> each.field() + " " + (each.before() == null ? each.after() : each.before()))
                .toList();
    }
}
