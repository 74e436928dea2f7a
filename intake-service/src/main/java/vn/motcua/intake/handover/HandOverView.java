package vn.motcua.intake.handover;

import static vn.motcua.intake.person.PersonField.ADDRESS;
import static vn.motcua.intake.person.PersonField.EMAIL;
import static vn.motcua.intake.person.PersonField.IDENTIFIER;
import static vn.motcua.intake.person.PersonField.NAME;
import static vn.motcua.intake.person.PersonField.PHONE;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.intake.people.PersonInput;
import vn.motcua.intake.people.PersonView;
import vn.motcua.intake.person.Masking;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A hand-over record as its reader may see it.
 *
 * @param number null while it is open
 * @param officer who took it over: name and title in official capacity
 * @param page of the signed record, and {@code pdf}; null while it is open
 */
record HandOverView(
        UUID id,
        String number,
        HandOver.State state,
        String unit,
        Instant handedOverAt,
        HandOverRequest.Postman postman,
        String officerName,
        String officerTitle,
        Instant openedAt,
        Instant closedAt,
        HandOver.Signed signed,
        List<ItemView> items,
        List<NoteView> notes,
        String page,
        String pdf,
        long revision) {

    /** One item; {@code dossier} is null until one was opened from it. */
    @Schema(name = "HandOverItemView")
    record ItemView(
            int position,
            String slip,
            PersonView sender,
            String procedureCode,
            List<HandOverRequest.Document> documents,
            boolean complete,
            DossierLink dossier) {}

    /** The dossier of an item; the code is null before its receipt. */
    @Schema(name = "HandOverDossier")
    record DossierLink(UUID id, String reference, String code, boolean givenUp) {}

    @Schema(name = "HandOverNoteView")
    record NoteView(Instant at, String byName, String byTitle, String text) {}

    static HandOverView of(HandOver record, List<HandOver.Item> items, List<HandOver.Note> notes, Set<String> roles) {
        boolean whole = Masking.seesAll(roles);
        String path = record.state() == HandOver.State.OPEN ? null : "/api/intake/hand-over-records/" + record.id();
        return new HandOverView(
                record.id(),
                record.number(),
                record.state(),
                record.unit(),
                record.handedOverAt(),
                record.postman(),
                record.officer().name(),
                record.officer().title(),
                record.openedAt(),
                record.closedAt(),
                record.signed(),
                items.stream().map(item -> item(item, whole)).toList(),
                notes.stream()
                        .map(note -> new NoteView(
                                note.at(),
                                note.by().name(),
                                note.by().title(),
                                whole ? note.text() : Masking.mask(note.text(), ADDRESS)))
                        .toList(),
                path == null ? null : path + "/page",
                path == null ? null : path + "/page.pdf",
                record.revision());
    }

    private static ItemView item(HandOver.Item item, boolean whole) {
        HandOverRequest.Item content = item.content();
        HandOver.Opened opened = item.opened();
        return new ItemView(
                item.position(),
                content.slip(),
                sender(content.sender(), whole),
                content.procedureCode(),
                content.documents().stream()
                        .map(document -> whole ? document : masked(document))
                        .toList(),
                content.complete(),
                opened == null
                        ? null
                        : new DossierLink(opened.id(), opened.reference(), opened.code(), opened.givenUp()));
    }

    /** Names beside the list and notes are free words: they may speak of people. */
    private static HandOverRequest.Document masked(HandOverRequest.Document document) {
        return new HandOverRequest.Document(
                document.component(),
                Masking.mask(document.name(), ADDRESS),
                document.as(),
                document.listed(),
                document.found(),
                document.held(),
                Masking.mask(document.note(), ADDRESS));
    }

    private static PersonView sender(PersonInput sender, boolean whole) {
        return new PersonView(
                whole ? sender.name() : Masking.mask(sender.name(), NAME),
                sender.identifierKind(),
                whole ? sender.identifier() : Masking.mask(sender.identifier(), IDENTIFIER),
                whole ? sender.address() : Masking.mask(sender.address(), ADDRESS),
                whole ? sender.phone() : Masking.mask(sender.phone(), PHONE),
                sender.phoneOwner() == null ? null : sender.phoneOwner().name(),
                whole ? sender.email() : Masking.mask(sender.email(), EMAIL),
                sender.authorisation());
    }
}
