package vn.motcua.catalog.unit;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import vn.motcua.platform.sql.Sql;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Proofs over all units and mergers that are loaded, on every day of 2025 and 2026 before, on and after a change. */
@QuarkusTest
class MergerGraphServiceTest {
    private static final String IN_FORCE =
            "(%1$s.valid_from is null or %1$s.valid_from <= d.day) and (%1$s.valid_to is null or %1$s.valid_to >= d.day)";

    /** Days on which a unit or a name begins or ends, with their neighbours, and both ends of the two years. */
    private static final String DAYS =
            """
            with change as (select valid_from as day from unit_name union select valid_to from unit_name
                union select valid_from from unit union select valid_to from unit),
            d as (select distinct c.day + n as day from change c, generate_series(-1, 1) n where c.day is not null
                union select date '2025-01-01' union select date '2026-12-31')
            """;

    @Inject
    AgroalDataSource source;

    @Inject
    ResolveUnit resolveUnit;

    @Inject
    Units units;

    @Test
    void the_days_that_matter_are_those_of_the_reform_and_of_the_changes_after_it() {
        Set<LocalDate> days =
                new TreeSet<>(Sql.query(source, DAYS + "select day from d", row -> row.getObject(1, LocalDate.class)));
        assertThat(days)
                .contains(
                        LocalDate.of(2025, 6, 30),
                        LocalDate.of(2025, 7, 1),
                        LocalDate.of(2026, 4, 29),
                        LocalDate.of(2026, 4, 30));
    }

    @Test
    void every_former_unit_is_in_force_or_has_successors_that_are_on_every_day() {
        assertThat(bad(
                        """
                select u.id from d, unit u where u.valid_to is not null and not (%s)
                  and (not exists (select from unit_merger m where m.from_unit = u.id)
                    or exists (select from unit_merger m join unit n on n.id = m.to_unit
                        where m.from_unit = u.id and not (%s)))
                """
                                .formatted(IN_FORCE.formatted("u"), IN_FORCE.formatted("n"))))
                .isEmpty();
    }

    @Test
    void every_unit_in_force_or_its_predecessors_are_in_force_on_every_day() {
        assertThat(bad(
                        """
                select u.id from d, unit u where u.valid_from is not null and u.valid_from > d.day
                  and not exists (select from unit_merger m left join unit n on n.id = m.from_unit
                        where m.to_unit = u.id and (n.id is null or (%s)))
                """
                                .formatted(IN_FORCE.formatted("n"))))
                .isEmpty();
    }

    @Test
    void a_unit_has_one_name_on_every_day_of_its_time() {
        assertThat(bad("select u.id from d, unit u where (" + IN_FORCE.formatted("u") + ") and (select count(*) from"
                        + " unit_name n where n.unit_id = u.id and " + IN_FORCE.formatted("n") + ") <> 1"))
                .isEmpty();
    }

    @Test
    void members_are_conserved_a_whole_goes_to_one_and_parts_go_to_several() {
        assertThat(bad("select from_unit from unit_merger where from_unit is not null group by from_unit"
                        + " having not (count(*) = 1 and min(part) = 'WHOLE' or count(*) > 1 and max(part) = 'PART'"
                        + " and min(part) = 'PART')"))
                .isEmpty();
        assertThat(bad("select from_unit from unit_merger where from_unit is not null group by from_unit, to_unit"
                        + " having count(*) > 1"))
                .isEmpty();
        assertThat(count("select count(distinct from_unit) from unit_merger")).isEqualTo(10_035);
        assertThat(count("select count(distinct to_unit) from unit_merger")).isEqualTo(3_321);
        assertThat(count("select count(*) from unit where valid_from <= '2026-12-31' and valid_to is null"))
                .isEqualTo(3_321);
    }

    @Test
    void every_unit_can_be_found_by_each_of_its_names_in_each_of_its_places() {
        assertThat(bad("select u.id from unit u where not exists (select from unit_called c where c.unit_id = u.id)"))
                .isEmpty();
        assertThat(bad("select unit_id from unit_called where exact = '' or key !~ '^[a-z0-9 ]+$'"
                        + " or cardinality(areas) = 0"))
                .isEmpty();
    }

    private record Old(String id, String address, Set<String> next) {}

    @Test
    void the_address_of_a_former_unit_leads_to_its_successors_and_to_itself_before() {
        List<Old> some = Sql.query(
                source,
                """
                select u.id, n.name || ', ' || n.parent_name || ', ' || n.province_name,
                  (select string_agg(m.to_unit, ' ') from unit_merger m where m.from_unit = u.id)
                from unit u join unit_name n on n.unit_id = u.id where u.valid_to is not null
                order by md5(u.id) limit 400
                """,
                row -> new Old(
                        row.getString(1),
                        row.getString(2),
                        Set.of(row.getString(3).split(" "))));
        for (Old old : some) {
            assertThat(ids(old.address(), LocalDate.of(2025, 7, 1)))
                    .as(old.address())
                    .containsAll(old.next());
            assertThat(ids(old.address(), LocalDate.of(2026, 11, 24)))
                    .as(old.address())
                    .containsAll(old.next());
            assertThat(ids(old.address(), LocalDate.of(2025, 6, 30)))
                    .as(old.address())
                    .contains(old.id());
        }
    }

    /** Every former unit by the graph alone, in both directions and as the API tells it: nobody is lost on the way. */
    @Test
    void every_successor_names_the_unit_among_its_predecessors_and_the_other_way_round() {
        assertThat(bad("select m.from_unit from unit_merger m where m.from_unit is not null and not exists"
                        + " (select from unit f join unit t on t.id = m.to_unit where f.id = m.from_unit)"))
                .isEmpty();
        assertThat(bad("select u.id from unit u where u.valid_to is not null and not exists"
                        + " (select from unit_merger m where m.from_unit = u.id)"))
                .isEmpty();
        assertThat(bad("select u.id from unit u where u.valid_to is null and not exists"
                        + " (select from unit_merger m where m.to_unit = u.id)"))
                .isEmpty();
        List<Unit> all =
                Sql.query(source, "select id from unit order by md5(id) limit 500", row -> row.getString(1)).stream()
                        .map(id -> units.find(id).orElseThrow())
                        .toList();
        for (Unit unit : all) {
            for (Successor next : unit.successors()) {
                assertThat(units.find(next.id()).orElseThrow().predecessors())
                        .as(unit.id())
                        .anyMatch(each -> unit.id().equals(each.id()) && each.part() == next.part());
            }
        }
    }

    @Test
    void on_any_day_of_two_years_an_old_address_means_what_the_graph_says() {
        long seed = Long.getLong("graph.seed", System.nanoTime());
        System.getLogger("graph").log(System.Logger.Level.INFO, "graph.seed={0}", Long.toString(seed));
        Random random = new Random(seed);
        List<Old> former = Sql.query(
                source,
                """
                select u.id, n.name || ', ' || n.parent_name || ', ' || n.province_name,
                  (select string_agg(m.to_unit, ' ') from unit_merger m where m.from_unit = u.id)
                from unit u join unit_name n on n.unit_id = u.id where u.valid_to is not null order by u.id, n.seq
                """,
                row -> new Old(
                        row.getString(1),
                        row.getString(2),
                        Set.of(row.getString(3).split(" "))));
        LocalDate first = LocalDate.of(2025, 1, 1);
        for (int i = 0; i < 400; i++) {
            Old old = former.get(random.nextInt(former.size()));
            LocalDate day = first.plusDays(random.nextInt(730));
            boolean before = day.isBefore(LocalDate.of(2025, 7, 1));
            assertThat(ids(old.address(), day))
                    .as("graph.seed=%d: %s on %s", seed, old.address(), day)
                    .containsAll(before ? Set.of(old.id()) : old.next());
        }
    }

    @Test
    void a_name_with_a_dash_in_it_means_its_unit_and_a_dash_between_places_parts_them() {
        List<Old> dashed = Sql.query(
                source,
                """
                select u.id, n.name || coalesce(', ' || n.parent_name, '') || ', ' || n.province_name, n.valid_from::text
                from unit u join unit_name n on n.unit_id = u.id where n.name like '% - %' order by u.id
                """,
                row -> new Old(row.getString(1), row.getString(2), Set.of(String.valueOf(row.getString(3)))));
        assertThat(dashed).hasSizeGreaterThan(8);
        for (Old each : dashed) {
            LocalDate day = LocalDate.parse("2025-07-01");
            LocalDate on = each.next().contains("2025-07-01") ? day : day.minusDays(1);
            assertThat(ids(each.address(), on)).as(each.address()).contains(each.id());
            assertThat(ids(plain(each.address()), on))
                    .as("%s without diacritics", each.address())
                    .contains(each.id());
        }
        assertThat(ids("Bản Nong - Nặm Ét - Quỳnh Nhai - Sơn La", LocalDate.parse("2025-06-30")))
                .isEqualTo(ids("Bản Nong, xã Nặm Ét, huyện Quỳnh Nhai, tỉnh Sơn La", LocalDate.parse("2025-06-30")))
                .hasSize(1);
    }

    private static String plain(String address) {
        return Normalizer.normalize(address, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('đ', 'd')
                .replace('Đ', 'D');
    }

    private Set<String> ids(String address, LocalDate on) {
        return resolveUnit.resolve(address, null, on).units().stream()
                .map(ResolveUnit.Candidate::id)
                .collect(Collectors.toSet());
    }

    private List<String> bad(String sql) {
        return Sql.query(source, (sql.contains(" d,") ? DAYS : "") + sql + " limit 20", row -> row.getString(1));
    }

    private long count(String sql) {
        return Sql.query(source, sql, row -> row.getLong(1)).get(0);
    }
}
