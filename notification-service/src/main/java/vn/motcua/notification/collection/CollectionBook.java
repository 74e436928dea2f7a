package vn.motcua.notification.collection;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.consignment.AddressReadings;
import vn.motcua.notification.dossier.StageChanged;
import vn.motcua.notification.person.ContactSeal;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.json.EventJson;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;
import vn.motcua.platform.sql.Sql;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The book of who collected what and how they signed; methods join the caller's transaction. What names people is sealed on the way in. */
@ApplicationScoped
public class CollectionBook {
    private static final String ADD =
            """
            insert into collection (id, dossier_id, offer, unit, act, collector, how, proxy, person, signed, strokes, page, at,
                officer_subject, officer_name, officer_title) values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)
            """;

    @Inject
    AgroalDataSource source;

    @Inject
    ContactSeal seal;

    @Inject
    CollectionSlip slip;

    @Inject
    AddressReadings readings;

    @Inject
    Caller caller;

    /**
     * What was handed over, to be entered.
     *
     * @param act {@code HAND_OVER}, or {@code GIVE_PAPER} for the paper of a result that was placed
     * @param offer the event that tells of it
     * @param what was given, as the slip says it
     * @param back which originals went back with it or alone; empty for none, null for all that are held where nothing says which
     */
    public record Entry(
            UUID dossierId,
            UUID offer,
            String unit,
            String act,
            String collector,
            String how,
            What what,
            List<StageChanged.Held> back,
            Instant at) {}

    /** What was given. */
    public enum What {
        RESULT,
        /** The paper of a result that was returned by lying in the inbox. */
        PAPER,
        /** The paper of a result that was issued anew after its return. */
        ANEW,
        /** Originals of a dossier that was refused or stopped. */
        ORIGINALS
    }

    /** Enters it with the slip as it is printed now and ever after. */
    public void enter(Entry entry, Collected collected) {
        Collected.Person person = collected.person();
        Collected.Signature signature = collected.signature();
        Collected.Strokes strokes = signature == null || signature.signed() == Collected.Signed.ON_PAPER
                ? null
                : new Collected.Strokes(signature.strokes());
        UUID id = UUID.randomUUID();
        String page = slip.of(id, entry, collected, strokes, caller.name(), caller.title());
        Sql.update(
                source,
                ADD,
                id,
                entry.dossierId(),
                entry.offer(),
                entry.unit(),
                entry.act(),
                entry.collector(),
                entry.how(),
                person == null || person.proxy() == null ? null : person.proxy().name(),
                person == null
                        ? null
                        : seal.seal(
                                EventJson.write(new Collected.Kept(person.name().strip(), person.relation()))),
                signature == null ? null : signature.signed().name(),
                strokes == null ? null : seal.seal(EventJson.write(strokes)),
                seal.sealBytes(page.getBytes(StandardCharsets.UTF_8)),
                entry.at(),
                caller.subject(),
                caller.name(),
                caller.title());
    }

    /** The dossier refused the hand-over: it did not take place. */
    public void takenBack(UUID offer, Instant at) {
        Sql.update(
                source, "update collection set taken_back_at = ? where offer = ? and taken_back_at is null", at, offer);
    }

    /**
     * The slip of what was collected last, the same at every call; a reading that is noted.
     *
     * @throws ProblemException 404 where nothing was collected, or at another unit
     */
    public String page(UUID dossier) {
        byte[] page = Sql.query(
                        source,
                        "select page, unit from collection where dossier_id = ? and taken_back_at is null and unit = any(?)"
                                + " order by at desc, id desc limit 1",
                        row -> {
                            readings.note(AddressReadings.What.COLLECTION, row.getString(2), dossier, 1);
                            return seal.openBytes(row.getBytes(1));
                        },
                        dossier,
                        caller.units().toArray(String[]::new))
                .stream()
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problems.NOT_FOUND));
        return new String(page, StandardCharsets.UTF_8);
    }
}
