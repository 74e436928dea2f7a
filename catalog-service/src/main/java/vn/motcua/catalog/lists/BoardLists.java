package vn.motcua.catalog.lists;

import vn.motcua.catalog.lists.RowError.Fault;
import vn.motcua.catalog.unit.Unit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What real units list on their boards: whose board it is, and which codes stand on it. */
public record BoardLists(List<Listed> listed, List<RowError> errors) {
    private static final String BOARDS = "boards.csv";
    private static final String PROCEDURES = "procedure_boards.csv";

    /** A code on a unit's board; decision, first day and field null where the board does not say. */
    public record Listed(
            String unit, String code, String field, String board, String seen, String decision, LocalDate since) {}

    /** A board of a unit. */
    private record Board(String unit, String seen, String decision, LocalDate since) {}

    public static BoardLists from(ListSource source) {
        List<RowError> errors = new ArrayList<>();
        Map<String, Board> boards = new HashMap<>();
        Set<String> columns = Set.of("board", "unit_code", "province_code", "seen", "decision", "valid_from");
        for (Row row : CsvList.read(source, BOARDS, columns, null, errors)) {
            boards.put(
                    row.required("board"),
                    new Board(
                            Unit.id(row.required("province_code"), row.required("unit_code"), UnitLists.REFORM),
                            row.required("seen"),
                            row.text("decision"),
                            row.date("valid_from")));
        }
        List<Listed> listed = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Row row : CsvList.read(source, PROCEDURES, Set.of("code", "board", "field_on_board"), "code", errors)) {
            String code = row.code("code");
            Board board = row.requiredWord("board", boards::get);
            if (code == null || board == null) {
                continue;
            }
            if (!seen.add(board.unit() + " " + code)) {
                row.fault("code", Fault.DUPLICATE_CODE, code);
                continue;
            }
            listed.add(new Listed(
                    board.unit(),
                    code,
                    row.text("field_on_board"),
                    row.text("board"),
                    board.seen(),
                    board.decision(),
                    board.since()));
        }
        return new BoardLists(List.copyOf(listed), List.copyOf(errors));
    }
}
