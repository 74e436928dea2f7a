package vn.motcua.intake.register;

import vn.motcua.intake.catalogue.Procedure;
import vn.motcua.intake.dossier.OriginalScan;
import vn.motcua.intake.file.HeldFile;
import vn.motcua.intake.file.KeptFile;
import vn.motcua.intake.paper.Origin;
import vn.motcua.intake.paper.Paper;
import vn.motcua.intake.paper.Papers;
import vn.motcua.intake.paper.SupplementItem;
import vn.motcua.intake.virus.Scan;
import vn.motcua.platform.precondition.Revision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A paper of a dossier.
 *
 * @param etag of the paper itself, for a change of it
 * @param validUntil its last day, or null where none is known
 * @param replacedBy the data that may be taken in its place, or null where none are established
 * @param origin where it comes from that nobody brought, or null
 * @param open whether it is still to be brought
 * @param asked why the supplement asks for it, null where it does not
 */
public record PaperView(
        String component,
        String name,
        Paper.State state,
        Paper.PresentedAs presentedAs,
        int quantity,
        boolean held,
        String reason,
        LocalDate validUntil,
        String replacedBy,
        OriginView origin,
        boolean open,
        FileView file,
        AskedView asked,
        String etag) {
    /**
     * The scan or upload, without its bytes.
     *
     * @param pages how many, null where that is not known
     * @param scan what the virus scanner said, null for a file of before
     * @param drawable whether a picture of its first page may be had
     */
    public record FileView(
            String sha256, long size, String mediaType, String name, Integer pages, Scan scan, boolean drawable) {
        static FileView of(Paper paper, KeptFile file) {
            return new FileView(
                    paper.fileSha256(),
                    paper.fileSize(),
                    paper.fileType(),
                    paper.fileName(),
                    file == null ? null : file.pages(),
                    file == null ? null : file.scan(),
                    file != null && file.drawable());
        }

        static FileView of(OriginalScan scan, Scan virus) {
            return new FileView(
                    scan.sha256(),
                    scan.size(),
                    scan.mediaType(),
                    scan.name(),
                    scan.pages(),
                    virus,
                    virus != Scan.INFECTED && HeldFile.drawable(scan.mediaType()));
        }
    }

    /** What the supplement request says of it; the note is for the person. */
    public record AskedView(String reasonCode, String note, boolean open) {}

    /**
     * The data a paper was taken from, or the paper of an earlier dossier of the same person.
     *
     * @param consentAt when the person agreed to the reuse
     */
    public record OriginView(
            String dataSource, Origin.Checker checkedBy, UUID dossierId, String component, Instant consentAt) {
        static OriginView of(Origin origin) {
            return origin == null
                    ? null
                    : new OriginView(
                            origin.dataSource(),
                            origin.checkedBy(),
                            origin.fromDossier(),
                            origin.fromComponent(),
                            origin.consentAt());
        }
    }

    /** @param component of the published list, or null where the version is not known */
    static PaperView of(Papers.WithAsked with, Procedure.Component component) {
        Paper paper = with.paper();
        SupplementItem item = with.asked();
        FileView file = paper.fileSha256() == null ? null : FileView.of(paper, with.file());
        AskedView asked =
                item == null ? null : new AskedView(item.reasonCode(), item.note(), item.suppliedAt() == null);
        return new PaperView(
                paper.component(),
                component == null ? null : component.name(),
                paper.state(),
                paper.presentedAs(),
                paper.quantity(),
                paper.held(),
                paper.reason(),
                paper.validUntil(),
                component == null ? null : component.replacedBy(),
                OriginView.of(paper.origin()),
                paper.open(),
                file,
                asked,
                Revision.etag(paper.revision()));
    }
}
