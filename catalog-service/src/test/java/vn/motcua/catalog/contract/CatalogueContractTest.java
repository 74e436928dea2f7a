package vn.motcua.catalog.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.catalog.calendar.CalendarYear;
import vn.motcua.catalog.calendar.DatedHours;
import vn.motcua.catalog.calendar.HalfDay;
import vn.motcua.catalog.calendar.Reception;
import vn.motcua.catalog.history.Officer;
import vn.motcua.catalog.lists.CalendarLists;
import vn.motcua.catalog.lists.ListSource;
import vn.motcua.catalog.lists.MergedProcedures;
import vn.motcua.catalog.lists.UnitLists;
import vn.motcua.catalog.procedure.Announcement;
import vn.motcua.catalog.procedure.Coordination;
import vn.motcua.catalog.procedure.Ending;
import vn.motcua.catalog.procedure.Exemption;
import vn.motcua.catalog.procedure.Further;
import vn.motcua.catalog.procedure.LimitUnit;
import vn.motcua.catalog.procedure.Procedure;
import vn.motcua.catalog.procedure.ProcedurePublished;
import vn.motcua.catalog.procedure.ProcedureVersion;
import vn.motcua.catalog.unit.Hours;
import vn.motcua.catalog.unit.UnitPublished;
import vn.motcua.platform.json.EventJson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the catalogue publishes equals the committed examples and fits the schemas. {@code -Dcontracts.update=true}
 * writes the body of the examples anew; later that may only add.
 */
class CatalogueContractTest {
    private static final Path CONTRACTS = Path.of(System.getProperty("motcua.contracts", "../deploy/contracts"));
    private static final Instant PUBLISHED = Instant.parse("2026-11-24T00:00:00Z");
    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 7, 1);
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final MergedProcedures PROCEDURES = MergedProcedures.from(ListSource.shipped());
    private static final UnitLists UNITS = UnitLists.from(ListSource.shipped());
    private static final CalendarLists CALENDARS = CalendarLists.from(ListSource.shipped());

    @ParameterizedTest
    @CsvSource({
        "certified-copy, 2.000815, 0f0f5a52-6f0e-4a75-9a37-2f0c2d4b0001",
        "birth-registration, 1.001193, 0f0f5a52-6f0e-4a75-9a37-2f0c2d4b0002",
        "without-limit, 1.001612, 0f0f5a52-6f0e-4a75-9a37-2f0c2d4b0003",
        "permanent-residence, 1.004222, 0f0f5a52-6f0e-4a75-9a37-2f0c2d4b0004"
    })
    void a_published_procedure_equals_its_example_and_fits_the_schema(String file, String code, String id)
            throws IOException {
        ProcedurePublished body =
                procedures().filter(p -> p.code().equals(code)).findFirst().orElseThrow();
        check(ProcedurePublished.TOPIC, ProcedurePublished.TYPE, file, code + "@1", id, body);
    }

    @Test
    void an_announced_version_that_ended_its_procedure_equals_its_example_and_fits_the_schema() throws IOException {
        Procedure content = PROCEDURES.procedures().stream()
                .filter(p -> p.code().equals("2.000884"))
                .findFirst()
                .orElseThrow();
        ProcedureVersion ended = ProcedureVersion.of(2, LocalDate.of(2026, 12, 7), content, PUBLISHED)
                .announced(
                        new Announcement("1234/QĐ-UBND", LocalDate.of(2026, 11, 25)),
                        new Officer("approver", "Lò Văn Bình", "Chủ tịch UBND xã"))
                .ended(
                        LocalDate.of(2027, 6, 30),
                        new Ending(
                                Ending.Reason.REPLACED,
                                List.of("2.000815"),
                                new Announcement("567/QĐ-UBND", LocalDate.of(2027, 6, 1))));
        check(
                ProcedurePublished.TOPIC,
                ProcedurePublished.TYPE,
                "announced-and-replaced",
                "2.000884@2",
                "0f0f5a52-6f0e-4a75-9a37-2f0c2d4b0005",
                ProcedurePublished.of(ended));
    }

    @Test
    void what_editors_tell_beyond_the_lists_equals_its_example_and_fits_the_schema() throws IOException {
        Procedure lists = PROCEDURES.procedures().stream()
                .filter(p -> p.code().equals("2.000815"))
                .findFirst()
                .orElseThrow();
        ObjectNode tree = EventJson.mapper().valueToTree(lists);
        ((ObjectNode) tree.withArray("components").get(0))
                .put("templateFile", "to-khai.docx")
                .put("replacedBy", "Cơ sở dữ liệu quốc gia về dân cư");
        tree.set(
                "further",
                EventJson.mapper()
                        .valueToTree(new Further(
                                List.of("Công dân Việt Nam"),
                                List.of("Bản chính không bị tẩy xóa"),
                                List.of("Xuất trình bản chính", "Nhận bản sao được chứng thực"),
                                true,
                                "Phải đối chiếu bản chính",
                                List.of(new Exemption("Người có công với cách mạng", "Ví dụ: nghị quyết của tỉnh")),
                                List.of(
                                        new Coordination("Công an xã", 1, LimitUnit.WORKING_DAY),
                                        new Coordination("Văn phòng đăng ký đất đai", null, null)))));
        ProcedureVersion version = ProcedureVersion.of(
                        2, LocalDate.of(2026, 12, 7), EventJson.read(tree, Procedure.class), PUBLISHED)
                .announced(
                        new Announcement("1234/QĐ-UBND", LocalDate.of(2026, 11, 25)),
                        new Officer("approver", "Lò Văn Bình", "Chủ tịch UBND xã"));
        check(
                ProcedurePublished.TOPIC,
                ProcedurePublished.TYPE,
                "told-beyond-the-lists",
                "2.000815@2",
                "0f0f5a52-6f0e-4a75-9a37-2f0c2d4b0006",
                ProcedurePublished.of(version));
    }

    @Test
    void a_paper_asked_for_as_a_certified_copy_equals_its_example_and_fits_the_schema() throws IOException {
        Procedure lists = PROCEDURES.procedures().stream()
                .filter(p -> p.code().equals("1.004222"))
                .findFirst()
                .orElseThrow();
        ObjectNode tree = EventJson.mapper().valueToTree(lists);
        ((ObjectNode) tree.withArray("components").get(0))
                .put("originals", 0)
                .put("copies", 0)
                .put("certified", 1);
        check(
                ProcedurePublished.TOPIC,
                ProcedurePublished.TYPE,
                "certified-paper",
                "1.004222@2",
                "0f0f5a52-6f0e-4a75-9a37-2f0c2d4b0007",
                ProcedurePublished.of(ProcedureVersion.of(
                        2, LocalDate.of(2026, 12, 7), EventJson.read(tree, Procedure.class), PUBLISHED)));
    }

    @ParameterizedTest
    @CsvSource({
        "muong-sai, 14-03712-20250701, 0f0f5a52-6f0e-4a75-9a37-2f0c2d4b0011",
        "quynh-nhai, 14-03703-20250701, 0f0f5a52-6f0e-4a75-9a37-2f0c2d4b0012",
        "former-muong-sai, 14-03709-00000000, 0f0f5a52-6f0e-4a75-9a37-2f0c2d4b0013",
        "changed-kind, 75-25270-20250701, 0f0f5a52-6f0e-4a75-9a37-2f0c2d4b0014",
        "former-in-parts, 01-00016-00000000, 0f0f5a52-6f0e-4a75-9a37-2f0c2d4b0015"
    })
    void a_published_unit_equals_its_example_and_fits_the_schema(String file, String unit, String id)
            throws IOException {
        UnitPublished body =
                units().filter(u -> u.id().equals(unit)).findFirst().orElseThrow();
        check(UnitPublished.TOPIC, UnitPublished.TYPE, file, unit, id, body);
    }

    @ParameterizedTest
    @CsvSource({
        "vn-2026, 2026, 0f0f5a52-6f0e-4a75-9a37-2f0c2d4b0021",
        "vn-2027-provisional, 2027, 0f0f5a52-6f0e-4a75-9a37-2f0c2d4b0022"
    })
    void a_published_calendar_equals_its_example_and_fits_the_schema(String file, int year, String id)
            throws IOException {
        CalendarYear body = CALENDARS.years().stream()
                .filter(y -> y.year() == year)
                .findFirst()
                .orElseThrow();
        check(CalendarYear.TOPIC, CalendarYear.TYPE, file, "VN+" + year + "@1", id, body);
    }

    @Test
    void a_calendar_of_a_unit_with_half_days_and_hours_equals_its_example_and_fits_the_schema() throws IOException {
        String unit = "14-03712-20250701";
        List<Hours> summer = List.of(
                new Hours(LocalTime.of(7, 0), LocalTime.of(11, 0)),
                new Hours(LocalTime.of(14, 0), LocalTime.of(17, 30)));
        CalendarYear body = new CalendarYear(
                unit,
                2026,
                2,
                false,
                List.of(),
                List.of(new HalfDay(
                        LocalDate.of(2026, 12, 31),
                        LocalTime.of(7, 30),
                        LocalTime.of(11, 30),
                        "Tổng kết năm",
                        false,
                        "Thông báo của xã (ví dụ)")),
                List.of(new DatedHours(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 8, 31), summer)),
                List.of(new Reception(
                        List.of(DayOfWeek.SATURDAY),
                        List.of(new Hours(LocalTime.of(7, 30), LocalTime.of(11, 30))),
                        null,
                        null)),
                "Thông báo của xã (ví dụ)");
        check(
                CalendarYear.TOPIC,
                CalendarYear.TYPE,
                "muong-sai-2026",
                unit + "+2026@2",
                "0f0f5a52-6f0e-4a75-9a37-2f0c2d4b0023",
                body);
    }

    @Test
    void everything_the_lists_hold_fits_the_schemas() throws IOException {
        allFit(ProcedurePublished.TOPIC, procedures());
        allFit(UnitPublished.TOPIC, units());
        allFit(CalendarYear.TOPIC, CALENDARS.years().stream());
    }

    private static Stream<ProcedurePublished> procedures() {
        return PROCEDURES.procedures().stream()
                .map(content -> ProcedurePublished.of(ProcedureVersion.of(1, FIRST_DAY, content, PUBLISHED)));
    }

    private static Stream<UnitPublished> units() {
        return UNITS.units().stream().map(UnitPublished::of);
    }

    private static void check(String topic, String type, String file, String key, String id, Object body)
            throws IOException {
        Path example = CONTRACTS.resolve("examples/" + topic + "/" + file + ".json");
        if (Boolean.getBoolean("contracts.update")) {
            Files.createDirectories(example.getParent());
            Files.writeString(example, JSON.writeValueAsString(record(type, key, id, body)) + "\n");
        }
        JsonNode committed = JSON.readTree(Files.readString(example));
        assertThat(committed).isEqualTo(record(type, key, id, body));
        assertThat(schema("envelope").validate(committed.toString(), InputFormat.JSON))
                .isEmpty();
        assertThat(schema(topic).validate(committed.get("data").toString(), InputFormat.JSON))
                .isEmpty();
    }

    private static ObjectNode record(String type, String key, String id, Object body) {
        ObjectNode headers = JSON.createObjectNode();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id);
        headers.put("ce_type", type);
        headers.put("ce_source", "/catalog-service");
        headers.put("ce_time", PUBLISHED.toString());
        headers.put("ce_subject", key);
        headers.put("content-type", "application/json");
        ObjectNode record = JSON.createObjectNode();
        record.set("headers", headers);
        record.put("key", key);
        record.set("data", EventJson.tree(EventJson.write(body)));
        return record;
    }

    private static void allFit(String topic, Stream<?> bodies) throws IOException {
        Schema schema = schema(topic);
        List<String> misfits = bodies.map(EventJson::write)
                .flatMap(
                        json -> schema.validate(json, InputFormat.JSON).stream().map(Object::toString))
                .limit(5)
                .toList();
        assertThat(misfits).isEmpty();
    }

    private static Schema schema(String name) throws IOException {
        Path file = CONTRACTS.resolve("schemas/" + name + ".schema.json");
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        return registry.getSchema(SchemaLocation.of(file.toUri().toString()), Files.readString(file), InputFormat.JSON);
    }
}
