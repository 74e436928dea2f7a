package vn.motcua.intake.handover;

import jakarta.enterprise.context.RequestScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.intake.IntakeProblem;
import vn.motcua.intake.act.OpenDossier;
import vn.motcua.intake.act.OpenRequest;
import vn.motcua.intake.catalogue.Channel;
import vn.motcua.intake.paper.Papers;
import vn.motcua.intake.people.PersonInput;
import vn.motcua.intake.register.DossierView;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Opens the dossier of an item of a closed hand-over record: at most one, with the sender's data and the papers as they were found. */
@RequestScoped
class OpenFromItem {
    private final HandOvers records;
    private final KeepHandOver keep;
    private final OpenDossier opening;

    OpenFromItem(HandOvers records, KeepHandOver keep, OpenDossier opening) {
        this.records = records;
        this.keep = keep;
        this.opening = opening;
    }

    /**
     * What the record does not say.
     *
     * @param competentUnit null for the unit that took over, as {@code returningUnit}
     * @param owner null where the sender is the owner; else the sender is who submits for them
     * @param contact whom to tell, or null
     */
    @Schema(name = "OpenFromItem")
    public record Request(
            @Size(max = 200) String caseName,
            @Pattern(regexp = HandOverRequest.UNIT) String competentUnit,
            @Pattern(regexp = HandOverRequest.UNIT) String returningUnit,
            @Valid PersonInput owner,
            @Valid PersonInput contact,
            @Valid OpenRequest.Quantities quantities,
            @NotNull OpenRequest.ReturnMode returnMode,
            @NotNull OpenRequest.Language language) {}

    /** @throws ProblemException 404 for another unit's record or no such item, 409 while it is open or where the item has its dossier */
    DossierView open(UUID id, int position, Request request) {
        HandOver record = keep.own(id);
        record.requireClosed();
        HandOver.Item item = records.items(id).stream()
                .filter(each -> each.position() == position)
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problems.NOT_FOUND));
        if (item.opened() != null && !item.opened().givenUp()) {
            throw new ProblemException(
                            IntakeProblem.ITEM_HAS_DOSSIER, item.opened().reference())
                    .with("dossierId", item.opened().id());
        }
        DossierView dossier = opening.open(
                request(record, item.content(), request),
                new OpenDossier.FromPost(record.handedOverAt(), record.number(), position, brought(item.content())));
        records.link(id, position, dossier.id());
        return dossier;
    }

    private static OpenRequest request(HandOver record, HandOverRequest.Item item, Request said) {
        boolean ofSender = said.owner() == null;
        return new OpenRequest(
                item.procedureCode(),
                said.caseName(),
                Channel.POST,
                record.unit(),
                said.competentUnit() == null ? record.unit() : said.competentUnit(),
                said.returningUnit() == null ? record.unit() : said.returningUnit(),
                ofSender ? item.sender() : said.owner(),
                ofSender ? null : item.sender(),
                null,
                said.contact(),
                said.quantities(),
                said.returnMode(),
                said.language());
    }

    /** By component, best shape first; beside the list, one by one. */
    private static List<Papers.Brought> brought(HandOverRequest.Item item) {
        Map<String, List<HandOverRequest.Document>> byComponent = new LinkedHashMap<>();
        List<Papers.Brought> brought = new ArrayList<>();
        for (HandOverRequest.Document document : item.documents()) {
            if (document.component() == null) {
                brought.add(inShape(List.of(document), document.as(), true, document.note()));
            } else {
                byComponent
                        .computeIfAbsent(document.component(), component -> new ArrayList<>())
                        .add(document);
            }
        }
        byComponent.values().forEach(listed -> brought.addAll(ofComponent(listed)));
        return brought;
    }

    private static List<Papers.Brought> ofComponent(List<HandOverRequest.Document> listed) {
        boolean complete = listed.stream().allMatch(HandOverRequest.Document::complete);
        String note = listed.stream()
                .map(HandOverRequest.Document::note)
                .filter(text -> text != null && !text.isBlank())
                .findFirst()
                .orElse(null);
        List<HandOverRequest.Shape> shapes = listed.stream()
                .filter(document -> document.found() > 0)
                .map(HandOverRequest.Document::as)
                .distinct()
                .sorted()
                .toList();
        return shapes.isEmpty()
                ? List.of(new Papers.Brought(listed.get(0).component(), null, null, 0, false, false, note))
                : shapes.stream().map(as -> inShape(listed, as, complete, note)).toList();
    }

    private static Papers.Brought inShape(
            List<HandOverRequest.Document> listed, HandOverRequest.Shape as, boolean complete, String note) {
        List<HandOverRequest.Document> found = listed.stream()
                .filter(document -> document.as() == as && document.found() > 0)
                .toList();
        return new Papers.Brought(
                listed.get(0).component(),
                listed.get(0).name(),
                as.presented(),
                Math.min(
                        1000,
                        found.stream().mapToInt(HandOverRequest.Document::found).sum()),
                complete,
                found.stream().anyMatch(HandOverRequest.Document::goesBack),
                note);
    }
}
