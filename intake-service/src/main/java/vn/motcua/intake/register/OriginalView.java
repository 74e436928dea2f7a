package vn.motcua.intake.register;

import vn.motcua.intake.dossier.Original;
import vn.motcua.intake.virus.Scan;
import vn.motcua.platform.precondition.Revision;

import java.util.Map;

/**
 * One original to be copied, as it is counted.
 *
 * @param number what it is called by within its dossier
 * @param kind null for one without a name
 * @param pages that are copied and paid for; the file may have others
 * @param file its scan, or null
 * @param etag of the original itself, for a change of it
 */
public record OriginalView(int number, String kind, int pages, int copies, PaperView.FileView file, String etag) {
    /** @param scanned what the virus scanner said since, by the address of the file */
    public static OriginalView of(Original original, Map<String, Scan> scanned) {
        var scan = original.scan();
        return new OriginalView(
                original.number(),
                original.kind(),
                original.pages(),
                original.copies(),
                scan == null ? null : PaperView.FileView.of(scan, scanned.getOrDefault(scan.sha256(), scan.virus())),
                Revision.etag(original.revision()));
    }
}
