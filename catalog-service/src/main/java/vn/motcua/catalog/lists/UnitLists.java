package vn.motcua.catalog.lists;

import vn.motcua.catalog.unit.AgencyCode;
import vn.motcua.catalog.unit.Hours;
import vn.motcua.catalog.unit.Part;
import vn.motcua.catalog.unit.Predecessor;
import vn.motcua.catalog.unit.Successor;
import vn.motcua.catalog.unit.Unit;
import vn.motcua.catalog.unit.UnitKind;
import vn.motcua.catalog.unit.UnitName;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The lists of units put together: units in force with their names in time, former ones, and who became what on
 * 1 July 2025 (34 resolutions of the National Assembly's Standing Committee).
 *
 * @param units in force first, each part in the order of its list
 * @param hours office hours by unit id; under null those of every unit without hours of its own
 * @param mergers rows of the merge list, districts without communes included
 */
public record UnitLists(List<Unit> units, int mergers, Map<String, List<Hours>> hours, List<RowError> errors) {
    /** The day the two-level local government began. */
    public static final LocalDate REFORM = LocalDate.of(2025, 7, 1);

    /** Reads the shipped lists or those of another source; errors are listed, not thrown. */
    public static UnitLists from(ListSource source) {
        return new Reader(source).read();
    }

    private record Change(String name, String nameBefore, LocalDate from, LocalDate untilBefore, String legalBasis) {}

    private record Merger(
            String oldCode, String oldName, String oldDistrict, String oldProvince, String newCode, Part part) {}

    private static final class Reader {
        private final ListSource source;
        private final List<RowError> errors = new ArrayList<>();
        private final Map<String, Change> provinceChanges = new HashMap<>();
        private final Map<String, Change> unitChanges = new HashMap<>();
        private final Map<String, List<Merger>> byOld = new HashMap<>();
        private final Map<String, List<Merger>> byNew = new HashMap<>();
        private final Map<String, String> newIds = new HashMap<>();
        private final Map<String, String> oldIds = new HashMap<>();
        private final Map<String, List<AgencyCode>> agencyCodes = new HashMap<>();
        private final Map<String, List<Hours>> hours = new HashMap<>();

        Reader(ListSource source) {
            this.source = source;
        }

        UnitLists read() {
            List<Row> fresh =
                    rows("units_new.csv", "code", "name", "kind", "province_code", "province_name", "valid_from");
            List<Row> old = rows(
                    "units_old.csv",
                    "code",
                    "name",
                    "kind",
                    "district_name",
                    "province_code",
                    "province_name",
                    "valid_to");
            changes();
            int mergers = mergers();
            agencyCodesAndHours();
            fresh.forEach(
                    row -> newIds.put(row.text("code"), Unit.id(row.text("province_code"), row.text("code"), REFORM)));
            old.forEach(
                    row -> oldIds.put(row.text("code"), Unit.id(row.text("province_code"), row.text("code"), null)));
            List<Unit> units = Stream.concat(
                            fresh.stream().map(this::inForce), old.stream().map(this::former))
                    .toList();
            return new UnitLists(units, mergers, hours, List.copyOf(errors));
        }

        private void changes() {
            String file = "units_changes_2026.csv";
            for (Row row : rows(file, "code", "name_2025_07_01", "name_2026_04_30", "valid_to_old", "valid_from_new")) {
                Change change = new Change(
                        row.required("name_2026_04_30"),
                        row.required("name_2025_07_01"),
                        row.date("valid_from_new"),
                        row.date("valid_to_old"),
                        row.text("legal_basis"));
                String code = row.required("code");
                boolean province = code != null && code.length() == 2;
                (province ? provinceChanges : unitChanges).put(code, change);
            }
        }

        private int mergers() {
            List<Row> rows =
                    rows("units_merge.csv", "old_code", "old_name", "old_district", "old_province", "new_code", "part");
            for (Row row : rows) {
                Merger merger = new Merger(
                        row.text("old_code"),
                        row.required("old_name"),
                        row.text("old_district"),
                        row.text("old_province"),
                        row.required("new_code"),
                        row.requiredWord("part", UnitLists::part));
                byNew.computeIfAbsent(merger.newCode(), c -> new ArrayList<>()).add(merger);
                if (merger.oldCode() != null) {
                    byOld.computeIfAbsent(merger.oldCode(), c -> new ArrayList<>())
                            .add(merger);
                }
            }
            return rows.size();
        }

        private void agencyCodesAndHours() {
            for (Row row : rows("agency_codes.csv", "unit_id", "code", "valid_from", "valid_to", "invented")) {
                AgencyCode code = new AgencyCode(
                        row.required("code"),
                        row.date("valid_from"),
                        row.date("valid_to"),
                        "yes".equals(row.text("invented")));
                agencyCodes
                        .computeIfAbsent(row.required("unit_id"), id -> new ArrayList<>())
                        .add(code);
            }
            for (Row row : rows("office_hours.csv", "unit_id", "opens", "closes")) {
                Hours span = new Hours(LocalTime.parse(row.required("opens")), LocalTime.parse(row.required("closes")));
                hours.computeIfAbsent(row.text("unit_id"), id -> new ArrayList<>())
                        .add(span);
            }
        }

        private Unit inForce(Row row) {
            String code = row.required("code");
            String id = newIds.get(code);
            return new Unit(
                    id,
                    code,
                    row.required("province_code"),
                    REFORM,
                    null,
                    namesInTime(row, code),
                    List.of(),
                    predecessors(code),
                    agencyCodes.getOrDefault(id, List.of()),
                    hours.getOrDefault(id, hours.getOrDefault(null, List.of())),
                    true);
        }

        /** Cuts the time since the reform at the day the unit's own name or its province's name changed. */
        private List<UnitName> namesInTime(Row row, String code) {
            Change own = unitChanges.get(code);
            Change province = provinceChanges.get(row.text("province_code"));
            Map<LocalDate, String> cuts = new LinkedHashMap<>();
            cuts.put(REFORM, null);
            Stream.of(own, province)
                    .filter(change -> change != null)
                    .sorted(Comparator.comparing(Change::from))
                    .forEach(change -> cuts.putIfAbsent(change.from(), change.legalBasis()));
            List<LocalDate> days = List.copyOf(cuts.keySet());
            List<UnitName> names = new ArrayList<>();
            for (int i = 0; i < days.size(); i++) {
                LocalDate from = days.get(i);
                String name = nameOn(own, from, row.required("name"));
                names.add(new UnitName(
                        name,
                        kind(name, row),
                        nameOn(province, from, row.text("province_name")),
                        null,
                        from,
                        i + 1 < days.size() ? days.get(i + 1).minusDays(1) : null,
                        cuts.get(from)));
            }
            return names;
        }

        private static String nameOn(Change change, LocalDate day, String otherwise) {
            return change == null ? otherwise : day.isBefore(change.from()) ? change.nameBefore() : change.name();
        }

        private static UnitKind kind(String name, Row row) {
            String lower = name == null ? "" : name.toLowerCase();
            for (UnitKind each : UnitKind.values()) {
                if (lower.startsWith(each.label() + " ")) {
                    return each;
                }
            }
            return row.requiredWord("kind", UnitKind::of);
        }

        private List<Predecessor> predecessors(String code) {
            return byNew.getOrDefault(code, List.of()).stream()
                    .map(merger -> new Predecessor(
                            oldIds.get(merger.oldCode()),
                            merger.oldName(),
                            merger.oldDistrict(),
                            merger.oldProvince(),
                            merger.part()))
                    .toList();
        }

        private Unit former(Row row) {
            String code = row.required("code");
            LocalDate lastDay = row.date("valid_to");
            UnitName name = new UnitName(
                    row.required("name"),
                    row.requiredWord("kind", UnitKind::of),
                    row.text("province_name"),
                    row.text("district_name"),
                    null,
                    lastDay,
                    null);
            List<Successor> successors = byOld.getOrDefault(code, List.of()).stream()
                    .map(merger -> new Successor(newIds.get(merger.newCode()), merger.part()))
                    .toList();
            return new Unit(
                    oldIds.get(code),
                    code,
                    row.required("province_code"),
                    null,
                    lastDay,
                    List.of(name),
                    successors,
                    List.of(),
                    List.of(),
                    List.of(),
                    false);
        }

        private List<Row> rows(String file, String... columns) {
            return CsvList.read(source, file, Set.of(columns), null, errors);
        }
    }

    private static Part part(String word) {
        return word.equals("whole") ? Part.WHOLE : word.equals("part") ? Part.PART : null;
    }
}
