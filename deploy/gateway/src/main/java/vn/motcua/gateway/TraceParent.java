package vn.motcua.gateway;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** The W3C header that ties the log lines of all services to one request. */
final class TraceParent {

    static final String HEADER = "traceparent";

    private static final int LENGTH = 55;

    private TraceParent() {}

    /** The received value if it is well formed, else a new one that is not sampled. */
    static String keepOrMake(String received) {
        return isWellFormed(received) ? received : make();
    }

    private static String make() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        HexFormat hex = HexFormat.of();
        long high = random.nextLong();
        long low = random.nextLong() | 1;
        long span = random.nextLong() | 1;
        return "00-" + hex.toHexDigits(high) + hex.toHexDigits(low) + "-" + hex.toHexDigits(span) + "-00";
    }

    private static boolean isWellFormed(String value) {
        if (value == null || value.length() != LENGTH || !value.startsWith("00-")) {
            return false;
        }
        for (int i = 3; i < LENGTH; i++) {
            char c = value.charAt(i);
            boolean dash = i == 35 || i == 52;
            if (dash ? c != '-' : !((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
                return false;
            }
        }
        return !value.startsWith("00000000000000000000000000000000", 3) && !value.startsWith("0000000000000000", 36);
    }
}
