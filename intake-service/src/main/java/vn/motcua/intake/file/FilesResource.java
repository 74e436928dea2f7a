package vn.motcua.intake.file;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import vn.motcua.intake.virus.Scan;
import vn.motcua.intake.virus.Scanning;

/** How the file store stands. */
@Path("/api/intake/files")
@Produces(MediaType.APPLICATION_JSON)
public class FilesResource {
    private final Scanning scanning;
    private final StoredFiles books;
    private final FileKeys keys;

    FilesResource(Scanning scanning, StoredFiles books, FileKeys keys) {
        this.scanning = scanning;
        this.books = books;
        this.keys = keys;
    }

    /**
     * Virus scanning now.
     *
     * @param scanner OFF where none is set up, AWAY where it does not answer
     * @param waiting files taken while it was away, still to be scanned
     * @param infected files found infected after they were taken, which nobody gets
     */
    public record ScanningView(Scanning.State scanner, long waiting, long infected) {}

    @GET
    @Path("scanning")
    @RolesAllowed({"reception", "director", "auditor", "service"})
    public ScanningView scanning() {
        return new ScanningView(scanning.state(), books.count(Scan.WAITING), books.count(Scan.INFECTED));
    }

    /**
     * How far another master key has come; a former one may leave the configuration once {@code former} is 0.
     *
     * @param former data keys still wrapped by a former master key that is configured
     * @param unknown data keys whose master key is not configured: the files of their dossiers do not open
     */
    public record KeysView(long former, long unknown) {}

    @GET
    @Path("keys")
    @RolesAllowed({"director", "auditor", "service"})
    public KeysView keys() {
        FileKeys.Standing standing = keys.standing();
        return new KeysView(standing.former(), standing.unknown());
    }
}
