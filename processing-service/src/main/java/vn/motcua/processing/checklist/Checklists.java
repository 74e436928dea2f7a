package vn.motcua.processing.checklist;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.platform.inbox.HoldKey;
import vn.motcua.platform.json.EventJson;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.sql.Sql;
import vn.motcua.processing.ProcessingProblem;
import vn.motcua.processing.officer.Officer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What is examined in each case, by the version of the procedure the dossier was received under, and what was found. Findings are only
 * added: the newest of an item counts, the former ones stay.
 */
@ApplicationScoped
public class Checklists {
    private static final String PUT =
            """
            insert into procedure_checklist (code, version, items) values (?, ?, ?::jsonb)
            on conflict (code, version) do update set items = excluded.items
            """;
    private static final String FIND =
            "insert into checklist_finding (case_id, item, answer, note, by_subject, by_name, at) values (?,?,?,?,?,?,?)";
    private static final String NEWEST =
            "select distinct on (item) item, answer from checklist_finding where case_id = ? order by item, id desc";

    @Inject
    AgroalDataSource source;

    /** What was found of one item; the note stays inside the service. */
    public record Finding(String item, ChecklistAnswer answer, String note) {}

    void take(ProcedureToExamine told) {
        Sql.update(source, PUT, told.code(), told.version(), EventJson.write(told.items()));
    }

    /**
     * How many items a case of this version begins with.
     *
     * @throws HoldKey while the catalogue has not told of this version
     */
    public int size(String code, int version) {
        return known(code, version)
                .orElseThrow(() -> new HoldKey("checklist of " + code + "@" + version + " is not known yet"))
                .size();
    }

    /** In the order of the version; empty where it is not known. */
    public List<ChecklistItem> items(String code, int version) {
        return known(code, version).orElse(List.of());
    }

    /**
     * Writes findings down, in the caller's transaction, which holds the lock of the case.
     *
     * @return how many items are still without one
     * @throws ProblemException 422 for an item the version does not have, or a NOT_MET that does not say why
     */
    public int find(UUID caseId, List<ChecklistItem> items, List<Finding> findings, Officer officer, Instant at) {
        List<String> known = items.stream().map(ChecklistItem::id).toList();
        for (int i = 0; i < findings.size(); i++) {
            Finding each = findings.get(i);
            if (!known.contains(each.item())) {
                throw new ProblemException(ProcessingProblem.UNKNOWN_ITEM)
                        .violation("/findings/" + i + "/item", "unknown");
            }
            if (each.answer() == ChecklistAnswer.NOT_MET
                    && (each.note() == null || each.note().isBlank())) {
                throw new ProblemException(ProcessingProblem.NOTE_MISSING)
                        .violation("/findings/" + i + "/note", "missing");
            }
        }
        List<Object[]> rows = new ArrayList<>();
        for (Finding each : findings) {
            rows.add(new Object[] {
                caseId, each.item(), each.answer().name(), each.note(), officer.subject(), officer.name(), at
            });
        }
        Sql.updateAll(source, FIND, rows);
        List<String> found = Sql.query(source, NEWEST, row -> row.getString("item"), caseId);
        return (int) known.stream().filter(id -> !found.contains(id)).count();
    }

    /** Whether the newest finding of some item is that it is not met. */
    public boolean unmet(UUID caseId) {
        return Sql.query(source, NEWEST, row -> row.getString("answer"), caseId)
                .contains(ChecklistAnswer.NOT_MET.name());
    }

    private Optional<List<ChecklistItem>> known(String code, int version) {
        return Sql.query(
                        source,
                        "select items from procedure_checklist where code = ? and version = ?",
                        row -> row.getString(1),
                        code,
                        version)
                .stream()
                .findFirst()
                .map(Checklists::read);
    }

    private static List<ChecklistItem> read(String json) {
        List<ChecklistItem> items = new ArrayList<>();
        for (JsonNode item : EventJson.tree(json)) {
            items.add(EventJson.read(item, ChecklistItem.class));
        }
        return List.copyOf(items);
    }
}
