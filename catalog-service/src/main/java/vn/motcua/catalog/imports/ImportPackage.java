package vn.motcua.catalog.imports;

import vn.motcua.catalog.CatalogProblem;
import vn.motcua.catalog.lists.ListSource;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A ZIP of lists, read into memory within its limits; folders inside it are ignored. The overlays, the routing and the
 * clock hours may be missing: then the shipped ones count. The four lists of procedures may not.
 */
class ImportPackage {
    static final int MOST_FILES = 20;
    private static final int UNZIPPED_TIMES = 10;
    private static final java.util.Set<String> OPTIONAL = java.util.Set.of(
            "limits_overlay.csv", "fees_overlay.csv", "field_to_department.csv", "clock_hour_limits.csv");

    private ImportPackage() {}

    /**
     * @param maxBytes of the package as sent
     * @throws ProblemException {@code payload-too-large}, {@code package-unreadable}
     */
    static ListSource open(byte[] zip, int maxBytes) {
        if (zip.length > maxBytes) {
            throw new ProblemException(Problems.PAYLOAD_TOO_LARGE);
        }
        Map<String, byte[]> files = new HashMap<>();
        long left = (long) maxBytes * UNZIPPED_TIMES;
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                byte[] bytes = entries.readNBytes((int) Math.min(left + 1, Integer.MAX_VALUE - 8));
                left -= bytes.length;
                if (left < 0) {
                    throw new ProblemException(Problems.PAYLOAD_TOO_LARGE);
                }
                if (!entry.isDirectory()) {
                    files.put(entry.getName().substring(entry.getName().lastIndexOf('/') + 1), bytes);
                }
                if (files.size() > MOST_FILES) {
                    throw unreadable();
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable();
        }
        if (files.isEmpty()) {
            throw unreadable();
        }
        ListSource shipped = ListSource.shipped();
        return ListSource.of(files, file -> OPTIONAL.contains(file) ? shipped.bytes(file) : null);
    }

    static ProblemException unreadable() {
        return new ProblemException(CatalogProblem.PACKAGE_UNREADABLE, MOST_FILES);
    }
}
