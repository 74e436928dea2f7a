package vn.motcua.intake.handover;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import vn.motcua.intake.IntakeProblem;
import vn.motcua.intake.dossier.Stage;
import vn.motcua.intake.people.PersonInput;
import vn.motcua.intake.person.PersonVault;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.json.EventJson;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;
import vn.motcua.platform.sql.Sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** The hand-over records in their tables; senders, papers and notes sealed on the way in. Joins the caller's transaction. */
@ApplicationScoped
class HandOvers {
    /** Most notes to one record. */
    static final int MOST_NOTES = 200;

    static final String COLUMNS = "r.id, r.unit, r.handed_over_at, r.postman_name, r.postman_number, r.state, r.number,"
            + " r.officer_subject, r.officer_name, r.officer_title, r.opened_at, r.closed_at, r.postman_signed, r.revision";
    private static final String ONE = "select " + COLUMNS + " from hand_over_record r where r.id = ?";
    private static final String ADD =
            """
            insert into hand_over_record (id, unit, handed_over_at, postman_name, postman_number, state, opened_at,
                officer_subject, officer_name, officer_title, revision) values (?, ?, ?, ?, ?, 'OPEN', ?, ?, ?, ?, 1)
            """;
    private static final String CHANGE =
            """
            update hand_over_record set handed_over_at = ?, postman_name = ?, postman_number = ?, officer_subject = ?,
                officer_name = ?, officer_title = ?, revision = revision + 1 where id = ?
            """;
    private static final String CLOSE =
            """
            update hand_over_record set state = 'CLOSED', handed_over_at = ?, year = ?, running_number = ?, number = ?, closed_at = ?,
                postman_signed = ?, officer_subject = ?, officer_name = ?, officer_title = ?, revision = revision + 1
            where id = ?
            """;
    /** Counted in the caller's own transaction: a few records a day, so that no number is left out. */
    private static final String NEXT =
            """
            insert into form_counter (unit, kind, year, last_number) values (?, 'HAND_OVER_RECORD', ?, 1)
            on conflict (unit, kind, year) do update set last_number = form_counter.last_number + 1
            returning last_number
            """;

    private static final String PUT_ITEM =
            """
            insert into hand_over_item (record_id, position, unit, year, slip, sender, procedure_code, documents, complete)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (unit, year, slip) do nothing
            """;
    private static final String ITEMS =
            """
            select i.position, i.slip, i.sender, i.procedure_code, i.documents, d.id dossier, d.reference, d.code, d.stage
            from hand_over_item i left join dossier d on d.id = i.dossier_id where i.record_id = ? order by i.position
            """;
    private static final String NOTES =
            "select at, by_subject, by_name, by_title, note from hand_over_note where record_id = ? order by at desc, id limit "
                    + MOST_NOTES;
    static final String SYMBOL = "BBGN-TTPVHCC";

    /** As the papers of an item are kept. */
    private record Documents(List<HandOverRequest.Document> documents) {}

    private final AgroalDataSource database;
    private final PersonVault vault;

    HandOvers(AgroalDataSource database, PersonVault vault) {
        this.database = database;
        this.vault = vault;
    }

    /** @throws ProblemException 404 */
    HandOver find(UUID id) {
        return one(ONE, id);
    }

    /** Under its row lock. */
    HandOver locked(UUID id) {
        return one(ONE + " for update", id);
    }

    private HandOver one(String sql, UUID id) {
        return Sql.query(database, sql, HandOvers::record, id).stream()
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problems.NOT_FOUND));
    }

    List<HandOver.Item> items(UUID record) {
        return Sql.query(database, ITEMS, this::item, record);
    }

    /** All of them, newest first. */
    List<HandOver.Note> notes(UUID record) {
        return Sql.query(
                database,
                NOTES,
                row -> new HandOver.Note(
                        instant(row, "at"),
                        new HandOver.Officer(
                                row.getString("by_subject"), row.getString("by_name"), row.getString("by_title")),
                        vault.open(row.getBytes("note"))),
                record);
    }

    void add(UUID id, HandOverRequest request, HandOver.Officer by, Instant at) {
        Sql.update(
                database,
                ADD,
                id,
                request.unit(),
                request.handedOverAt(),
                request.postman().name().strip(),
                request.postman().number(),
                at,
                by.subject(),
                by.name(),
                by.title());
        putItems(id, request);
    }

    void change(UUID id, HandOverRequest request, HandOver.Officer by) {
        Sql.update(
                database,
                CHANGE,
                request.handedOverAt(),
                request.postman().name().strip(),
                request.postman().number(),
                by.subject(),
                by.name(),
                by.title(),
                id);
        Sql.update(database, "delete from hand_over_item where record_id = ?", id);
        putItems(id, request);
    }

    private void putItems(UUID id, HandOverRequest request) {
        int year = LegalTime.date(request.handedOverAt()).getYear();
        List<HandOverRequest.Item> items = request.items();
        for (int n : bySlip(items)) {
            HandOverRequest.Item item = items.get(n);
            int put = Sql.update(
                    database,
                    PUT_ITEM,
                    id,
                    n + 1,
                    request.unit(),
                    year,
                    item.slip(),
                    vault.seal(EventJson.write(item.sender())),
                    item.procedureCode(),
                    vault.seal(EventJson.write(new Documents(item.documents()))),
                    item.complete());
            if (put == 0) {
                throw new ProblemException(IntakeProblem.SLIP_RECORDED).violation("/items/" + n + "/slip", item.slip());
            }
        }
    }

    /** Two records with the same slips wait for each other in one order, and so never for ever. */
    private static List<Integer> bySlip(List<HandOverRequest.Item> items) {
        return IntStream.range(0, items.size())
                .boxed()
                .sorted(Comparator.comparing(n -> items.get(n).slip()))
                .toList();
    }

    /** Deletes one that is still open. */
    void discard(UUID id) {
        Sql.update(database, "delete from hand_over_record where id = ?", id);
    }

    /**
     * @param signedAt on the day the record has, so that its year stays
     * @return the number it gets
     */
    String close(HandOver record, Instant signedAt, HandOver.Signed signed, HandOver.Officer by, Instant at) {
        int year = LegalTime.date(record.handedOverAt()).getYear();
        long running = Sql.query(database, NEXT, row -> row.getLong(1), record.unit(), year)
                .get(0);
        String number = "%02d/%s".formatted(running, SYMBOL);
        Sql.update(
                database,
                CLOSE,
                signedAt,
                year,
                running,
                number,
                at,
                signed.name(),
                by.subject(),
                by.name(),
                by.title(),
                record.id());
        return number;
    }

    int notesOf(UUID record) {
        return Sql.query(
                        database,
                        "select count(*)::integer from hand_over_note where record_id = ?",
                        row -> row.getInt(1),
                        record)
                .get(0);
    }

    int itemsOf(UUID record) {
        return Sql.query(
                        database,
                        "select count(*)::integer from hand_over_item where record_id = ?",
                        row -> row.getInt(1),
                        record)
                .get(0);
    }

    void note(UUID record, String text, HandOver.Officer by, Instant at) {
        Sql.update(
                database,
                "insert into hand_over_note (id, record_id, note, by_subject, by_name, by_title, at) values (?, ?, ?, ?, ?, ?, ?)",
                UUID.randomUUID(),
                record,
                vault.seal(text),
                by.subject(),
                by.name(),
                by.title(),
                at);
        Sql.update(database, "update hand_over_record set revision = revision + 1 where id = ?", record);
    }

    void link(UUID record, int position, UUID dossier) {
        Sql.update(
                database,
                "update hand_over_item set dossier_id = ? where record_id = ? and position = ?",
                dossier,
                record,
                position);
        Sql.update(database, "update hand_over_record set revision = revision + 1 where id = ?", record);
    }

    static HandOver record(ResultSet row) throws SQLException {
        String signed = row.getString("postman_signed");
        return new HandOver(
                row.getObject("id", UUID.class),
                row.getString("unit"),
                instant(row, "handed_over_at"),
                new HandOverRequest.Postman(row.getString("postman_name"), row.getString("postman_number")),
                HandOver.State.valueOf(row.getString("state")),
                row.getString("number"),
                new HandOver.Officer(
                        row.getString("officer_subject"),
                        row.getString("officer_name"),
                        row.getString("officer_title")),
                instant(row, "opened_at"),
                instant(row, "closed_at"),
                signed == null ? null : HandOver.Signed.valueOf(signed),
                row.getLong("revision"));
    }

    private HandOver.Item item(ResultSet row) throws SQLException {
        UUID dossier = row.getObject("dossier", UUID.class);
        return new HandOver.Item(
                row.getInt("position"),
                new HandOverRequest.Item(
                        row.getString("slip"),
                        EventJson.read(EventJson.tree(vault.open(row.getBytes("sender"))), PersonInput.class),
                        row.getString("procedure_code"),
                        new ArrayList<>(
                                EventJson.read(EventJson.tree(vault.open(row.getBytes("documents"))), Documents.class)
                                        .documents())),
                dossier == null
                        ? null
                        : new HandOver.Opened(
                                dossier,
                                row.getString("reference"),
                                row.getString("code"),
                                Stage.valueOf(row.getString("stage")).givenUp()));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
