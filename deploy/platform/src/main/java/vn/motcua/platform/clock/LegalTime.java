package vn.motcua.platform.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Legal time: what a date means on paper. Instants are UTC everywhere else; the country knows one zone and no summer time. */
public final class LegalTime {
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter ON_PAPER =
            DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy").withZone(ZONE);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd/MM/yyyy").withZone(ZONE);

    private LegalTime() {}

    /** The legal date on which an instant falls. */
    public static LocalDate date(Instant at) {
        return LocalDate.ofInstant(at, ZONE);
    }

    /** {@code HH:mm dd/MM/yyyy}, as printed on forms; empty for null. */
    public static String onPaper(Instant at) {
        return at == null ? "" : ON_PAPER.format(at);
    }

    /** {@code dd/MM/yyyy}; empty for null. */
    public static String day(Instant at) {
        return at == null ? "" : DAY.format(at);
    }
}
