package vn.motcua.intake.register;

import vn.motcua.intake.paper.Paper;
import vn.motcua.intake.paper.SupplementItem;
import vn.motcua.platform.precondition.Revision;

/**
 * A paper of a dossier.
 *
 * @param etag of the paper itself, for a change of it
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
        boolean open,
        FileView file,
        AskedView asked,
        String etag) {
    /** The scan or upload, without its bytes. */
    public record FileView(String sha256, long size, String mediaType, String name) {}

    /** What the supplement request says of it; the note is for the person. */
    public record AskedView(String reasonCode, String note, boolean open) {}

    /** @param item of the supplement request, or null */
    public static PaperView of(Paper paper, SupplementItem item, String name) {
        FileView file = paper.fileSha256() == null
                ? null
                : new FileView(paper.fileSha256(), paper.fileSize(), paper.fileType(), paper.fileName());
        AskedView asked =
                item == null ? null : new AskedView(item.reasonCode(), item.note(), item.suppliedAt() == null);
        return new PaperView(
                paper.component(),
                name,
                paper.state(),
                paper.presentedAs(),
                paper.quantity(),
                paper.held(),
                paper.reason(),
                paper.open(),
                file,
                asked,
                Revision.etag(paper.revision()));
    }
}
