package vn.motcua.notification.support;

import vn.motcua.platform.identity.SubjectToken;

import java.time.Duration;
import java.util.UUID;

/** Tracking tokens as intake signs them, with a key that only the tests know. */
public final class TrackingCookie {
    private static final String PRIVATE_KEY =
            "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgbrxtk+jZWspKy7kL9kh9yQ0mnqoM5CgJ"
                    + "52AyRir8SR2hRANCAAQupFZQAzr+kPLCOgnvIl2rg/vYl4U68UbavRb/Q3vKsNjoIzsNi8wRAB5bU948gl2JVF7PHx4Hm+febEzH/Tll";

    private TrackingCookie() {}

    /** A token for a dossier that lives this long; negative for an expired one. */
    public static String of(UUID dossier, Duration life) {
        return SubjectToken.sign(dossier.toString(), life, SubjectToken.privateKey(PRIVATE_KEY));
    }

    /** A token of fifteen minutes. */
    public static String of(UUID dossier) {
        return of(dossier, Duration.ofMinutes(15));
    }
}
