package vn.motcua.intake.virus;

import java.nio.charset.StandardCharsets;

/** The harmless file that every scanner takes for a virus, in two pieces so that none takes this source for one. */
public final class Eicar {
    private Eicar() {}

    public static byte[] bytes() {
        return ("X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR" + "-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
