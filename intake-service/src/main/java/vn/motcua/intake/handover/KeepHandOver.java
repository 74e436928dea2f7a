package vn.motcua.intake.handover;

import jakarta.enterprise.context.RequestScoped;
import vn.motcua.intake.IntakeProblem;
import vn.motcua.intake.access.Access;
import vn.motcua.intake.access.Signature;
import vn.motcua.intake.act.ByPost;
import vn.motcua.intake.catalogue.Catalogue;
import vn.motcua.intake.catalogue.Procedure;
import vn.motcua.intake.deadline.HandOverTime;
import vn.motcua.intake.dossier.Actor;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.precondition.Revision;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Writes hand-over records with the postman, closes them and notes what was found wrong afterwards. */
@RequestScoped
class KeepHandOver {
    private final HandOvers records;
    private final HandOverPrints prints;
    private final Catalogue catalogue;
    private final Access access;
    private final Caller caller;
    private final Clock clock;

    KeepHandOver(
            HandOvers records, HandOverPrints prints, Catalogue catalogue, Access access, Caller caller, Clock clock) {
        this.records = records;
        this.prints = prints;
        this.catalogue = catalogue;
        this.access = access;
        this.caller = caller;
        this.clock = clock;
    }

    /** @throws ProblemException 403 for another unit, 400 and 409 for what does not fit */
    UUID open(HandOverRequest request) {
        if (!caller.units().contains(request.unit())) {
            throw new ProblemException(Problems.FORBIDDEN);
        }
        Instant now = now();
        requireTime(request.unit(), request.handedOverAt(), now);
        check(request);
        UUID id = UUID.randomUUID();
        records.add(id, request, officer(), now);
        return id;
    }

    /** Writes it anew, whole. */
    void change(UUID id, String ifMatch, HandOverRequest request) {
        HandOver record = own(id, ifMatch);
        record.requireOpen();
        if (!record.unit().equals(request.unit())) {
            throw new ProblemException(Problems.VALIDATION).violation("/unit", record.unit());
        }
        if (!request.handedOverAt().equals(record.handedOverAt())) {
            requireTime(request.unit(), request.handedOverAt(), now());
        }
        check(request);
        records.change(id, request, officer());
    }

    void discard(UUID id, String ifMatch) {
        own(id, ifMatch).requireOpen();
        records.discard(id);
    }

    /**
     * Both have counted and signed: it gets its number and never changes again.
     *
     * @param counted how many items the postman counts
     * @param at when both signed, null for the time the record has; the last working day is not asked again, since a record that was begun
     *     in time may wait for the power to come back
     * @throws ProblemException 400 for a time in the future or on another day than the record's
     */
    void close(UUID id, String ifMatch, int counted, HandOver.Signed signed, Instant at) {
        HandOver record = own(id, ifMatch);
        record.requireOpen();
        Instant now = now();
        Instant signedAt = at == null ? record.handedOverAt() : at.truncatedTo(ChronoUnit.MICROS);
        LocalDate day = LegalTime.date(record.handedOverAt());
        if (signedAt.isAfter(now) || signedAt.isBefore(startOf(day)) || !signedAt.isBefore(startOf(day.plusDays(1)))) {
            throw new ProblemException(Problems.VALIDATION)
                    .violation("/handedOverAt", LegalTime.day(record.handedOverAt()) + " … " + LegalTime.onPaper(now));
        }
        List<HandOver.Item> items = records.items(id);
        HandOver.requireCount(items, counted);
        records.close(record, signedAt, signed, officer(), now);
        prints.keep(records.find(id), items);
    }

    /** @throws ProblemException 409 while it is open, or where it has as many notes as one record takes */
    void note(UUID id, String ifMatch, String text) {
        own(id, ifMatch).requireClosed();
        if (records.notesOf(id) >= HandOvers.MOST_NOTES) {
            throw new ProblemException(IntakeProblem.HAND_OVER_NOTES, HandOvers.MOST_NOTES);
        }
        records.note(id, text.strip(), officer(), now());
    }

    /**
     * Under its lock: a record of the caller's unit, as the caller saw it.
     *
     * @throws ProblemException 404, 428, 412
     */
    HandOver own(UUID id, String ifMatch) {
        HandOver record = own(id);
        Revision.require(ifMatch, record.revision(), () -> newest(record));
        return record;
    }

    /** Who wrote it last, for the one who comes too late: its officer, or whoever noted something after the closing. */
    private Map<String, Object> newest(HandOver record) {
        HandOver.Note note = records.notes(record.id()).stream().findFirst().orElse(null);
        HandOver.Officer by = note == null ? record.officer() : note.by();
        Instant at = note != null ? note.at() : record.closedAt() != null ? record.closedAt() : record.openedAt();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("state", record.state());
        facts.put("revision", record.revision());
        facts.put("by", by.name());
        facts.put("title", by.title());
        facts.put("at", at);
        return facts;
    }

    /** The same as it now is. */
    HandOver own(UUID id) {
        HandOver record = records.locked(id);
        if (!caller.units().contains(record.unit())) {
            throw new ProblemException(Problems.NOT_FOUND);
        }
        return record;
    }

    private void check(HandOverRequest request) {
        Set<String> slips = new HashSet<>();
        int index = 0;
        for (HandOverRequest.Item item : request.items()) {
            String at = "/items/" + index++;
            if (!slips.add(item.slip())) {
                throw new ProblemException(IntakeProblem.SLIP_RECORDED).violation(at + "/slip", item.slip());
            }
            check(at, item, LegalTime.date(request.handedOverAt()));
        }
    }

    private void check(String at, HandOverRequest.Item item, LocalDate on) {
        Procedure procedure = catalogue.procedureOn(item.procedureCode(), on).orElseThrow(() -> new ProblemException(
                        Problems.VALIDATION)
                .violation(at + "/procedureCode", item.procedureCode()));
        ByPost.require(procedure, at + "/procedureCode");
        int index = 0;
        for (HandOverRequest.Document document : item.documents()) {
            String pointer = at + "/documents/" + index++;
            boolean named = document.name() != null && !document.name().isBlank();
            if ((document.component() == null) != named) {
                throw new ProblemException(Problems.VALIDATION).violation(pointer + "/name", "component | name");
            }
            if (document.component() != null
                    && procedure.component(document.component()).isEmpty()) {
                throw new ProblemException(Problems.VALIDATION).violation(pointer + "/component", document.component());
            }
        }
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(LegalTime.ZONE).toInstant();
    }

    private void requireTime(String unit, Instant handedOverAt, Instant now) {
        HandOverTime may = HandOverTime.at(now, catalogue.calendarFor(unit));
        if (!may.fits(handedOverAt)) {
            throw new ProblemException(Problems.VALIDATION).violation("/handedOverAt", may.toString());
        }
    }

    private HandOver.Officer officer() {
        Signature by = access.signature(Actor.RECEPTION);
        return new HandOver.Officer(by.subject(), by.name(), by.title());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
