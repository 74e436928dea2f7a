package vn.motcua.catalog.lists;

import vn.motcua.catalog.lists.RowError.Fault;
import vn.motcua.catalog.procedure.Channel;
import vn.motcua.catalog.procedure.Component;
import vn.motcua.catalog.procedure.DueAt;
import vn.motcua.catalog.procedure.Fee;
import vn.motcua.catalog.procedure.FeeKind;
import vn.motcua.catalog.procedure.FeeRule;
import vn.motcua.catalog.procedure.LimitUnit;
import vn.motcua.catalog.procedure.Result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads the lists of procedures and checks every row by itself; merging is {@link MergedProcedures}' task. */
class ListReader {
    static final String PROCEDURES = "procedures.csv";
    static final String METHODS = "procedure_methods.csv";
    static final String DOCUMENTS = "procedure_documents.csv";
    static final String RESULTS = "procedure_results.csv";
    static final String LIMITS = "limits_overlay.csv";
    static final String FEES = "fees_overlay.csv";
    static final String FIELDS = "field_to_department.csv";
    static final String CLOCK_HOURS = "clock_hour_limits.csv";
    private static final String CODE = "procedure_code";

    private final ListSource source;
    private final List<RowError> errors = new ArrayList<>();
    private final Set<String> known = new HashSet<>();

    ListReader(ListSource source) {
        this.source = source;
    }

    NationalLists read() {
        List<ProcedureRow> procedures = procedures();
        return new NationalLists(
                procedures, methods(), components(), results(), limits(), fees(), departments(), clockHours(), errors);
    }

    private List<ProcedureRow> procedures() {
        List<ProcedureRow> found = new ArrayList<>();
        for (Row row :
                rows(PROCEDURES, "code", "code", "name", "field", "time_limit_value", "time_limit_unit", "fee_vnd")) {
            String code = row.code("code");
            String name = row.required("name");
            String field = row.required("field");
            Integer limit = row.smallNumber("time_limit_value");
            LimitUnit unit = row.word("time_limit_unit", ListReader::unit);
            if (limit != null && row.text("time_limit_unit") == null) {
                row.fault("time_limit_unit", Fault.VALUE_WITHOUT_UNIT, row.text("time_limit_value"));
            } else if (unit != null && row.text("time_limit_value") == null && unit != LimitUnit.SAME_DAY) {
                row.fault("time_limit_value", Fault.UNIT_WITHOUT_VALUE, row.text("time_limit_unit"));
            }
            if (code != null && !known.add(code)) {
                row.fault("code", Fault.DUPLICATE_CODE, code);
            }
            found.add(new ProcedureRow(
                    row.number(),
                    code,
                    name,
                    field,
                    row.text("level"),
                    limit,
                    unit,
                    row.number("fee_vnd"),
                    row.word("service_level", ListReader::serviceLevel),
                    row.text("authority"),
                    split(row.text("legal_basis")),
                    row.text("source")));
        }
        return found;
    }

    private Map<String, List<MethodRow>> methods() {
        Map<String, List<MethodRow>> found = new HashMap<>();
        for (Row row :
                rows(METHODS, CODE, CODE, "method", "time_value", "time_unit", "fee_vnd", "fee_note", "description")) {
            String code = knownCode(row, CODE);
            Channel channel = row.requiredWord("method", Channel::ofList);
            LimitUnit unit = row.word("time_unit", ListReader::unit);
            boolean abroad = row.text("fee_vnd") != null && row.text("fee_vnd").endsWith("USD");
            Long fee = abroad ? null : row.number("fee_vnd");
            if (unit != null && row.text("time_value") == null) {
                row.fault("time_value", Fault.UNIT_WITHOUT_VALUE, row.text("time_unit"));
            }
            MethodRow method = new MethodRow(
                    code,
                    channel,
                    row.smallNumber("time_value"),
                    unit,
                    fee,
                    abroad,
                    row.text("fee_note"),
                    row.text("description"),
                    row.text("source"));
            found.computeIfAbsent(code, c -> new ArrayList<>()).add(method);
        }
        return found;
    }

    private Map<String, List<Component>> components() {
        Map<String, List<Component>> found = new HashMap<>();
        for (Row row : rows(DOCUMENTS, CODE, CODE, "document_name", "original_or_copy", "quantity", "case_name")) {
            String code = knownCode(row, CODE);
            String name = row.required("document_name");
            int[] quantities = quantities(row);
            List<Component> ofCode = found.computeIfAbsent(code, c -> new ArrayList<>());
            String id = String.format(Locale.ROOT, "%s-%02d", code, ofCode.size() + 1);
            ofCode.add(new Component(id, name, row.text("case_name"), quantities[0], quantities[1]));
        }
        return found;
    }

    /** {@code original;copy} with {@code 1;2} is one original and two copies. */
    private static int[] quantities(Row row) {
        int[] found = new int[2];
        List<String> what = split(row.text("original_or_copy"));
        List<String> many = split(row.text("quantity"));
        if (what.isEmpty() || what.size() != many.size()) {
            row.fault("quantity", Fault.QUANTITY_DOES_NOT_FIT, row.text("quantity"));
            return found;
        }
        for (int i = 0; i < what.size(); i++) {
            int place = List.of("original", "copy").indexOf(what.get(i));
            if (place < 0) {
                row.fault("original_or_copy", Fault.NOT_A_LISTED_WORD, what.get(i));
            } else if (!many.get(i).matches("\\d{1,3}")) {
                row.fault("quantity", Fault.NOT_A_NUMBER, many.get(i));
            } else {
                found[place] = Integer.parseInt(many.get(i));
            }
        }
        return found;
    }

    private Map<String, List<Result>> results() {
        Map<String, List<Result>> found = new HashMap<>();
        for (Row row : rows(RESULTS, CODE, CODE, "result_name", "result_code")) {
            String code = knownCode(row, CODE);
            Result result = new Result(row.required("result_name"), row.text("result_code"));
            found.computeIfAbsent(code, c -> new ArrayList<>()).add(result);
        }
        return found;
    }

    private Map<String, List<OverlayLimit>> limits() {
        Map<String, List<OverlayLimit>> found = new HashMap<>();
        for (Row row : rows(LIMITS, "code", "code", "channel", "amount", "unit", "single_hand", "grade", "source")) {
            String code = row.code("code");
            LimitUnit unit = row.requiredWord("unit", ListReader::unit);
            Integer amount = row.smallNumber("amount");
            OverlayLimit limit = new OverlayLimit(
                    code,
                    row.word("channel", Channel::ofList),
                    amount == null ? 0 : amount,
                    unit,
                    "yes".equals(row.text("single_hand")),
                    row.text("grade"),
                    row.text("source"));
            found.computeIfAbsent(code, c -> new ArrayList<>()).add(limit);
        }
        return found;
    }

    private Map<String, List<OverlayFee>> fees() {
        Map<String, List<OverlayFee>> found = new HashMap<>();
        for (Row row : rows(FEES, "code", "code", "channel", "kind", "rule", "amount_vnd", "per", "due_at", "source")) {
            String code = row.code("code");
            Long amount = row.number("amount_vnd");
            Fee fee = new Fee(
                    row.word("channel", Channel::ofList),
                    row.word("kind", word -> constant(FeeKind.class, word)),
                    row.requiredWord("rule", word -> constant(FeeRule.class, word)),
                    amount == null ? 0 : amount,
                    row.smallNumber("from_unit"),
                    row.smallNumber("to_unit"),
                    row.number("cap_vnd"),
                    row.text("per"),
                    row.word("due_at", word -> constant(DueAt.class, word)),
                    row.word("refundable", ListReader::yesOrNo),
                    null,
                    row.text("source"),
                    row.text("grade"));
            found.computeIfAbsent(code, c -> new ArrayList<>()).add(new OverlayFee(code, fee));
        }
        return found;
    }

    private Map<String, String> departments() {
        Map<String, String> found = new LinkedHashMap<>();
        for (Row row : rows(FIELDS, null, "field", "department")) {
            found.put(row.required("field"), row.required("department"));
        }
        return found;
    }

    private Set<String> clockHours() {
        Set<String> found = new HashSet<>();
        rows(CLOCK_HOURS, "code", "code").forEach(row -> found.add(row.code("code")));
        return found;
    }

    private List<Row> rows(String file, String codeColumn, String... columns) {
        return CsvList.read(source, file, Set.of(columns), codeColumn, errors);
    }

    private String knownCode(Row row, String column) {
        String code = row.code(column);
        if (code != null && !known.contains(code)) {
            row.fault(column, Fault.UNKNOWN_PROCEDURE, code);
        }
        return code;
    }

    private static LimitUnit unit(String word) {
        return constant(LimitUnit.class, word);
    }

    private static String serviceLevel(String word) {
        return word.equals("full") || word.equals("partial") ? word : null;
    }

    private static Boolean yesOrNo(String word) {
        return word.equals("yes") ? Boolean.TRUE : word.equals("no") ? Boolean.FALSE : null;
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String word) {
        for (E each : type.getEnumConstants()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(word)) {
                return each;
            }
        }
        return null;
    }

    private static List<String> split(String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(";")).map(String::strip).toList();
    }
}
