package vn.motcua.notification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;

import java.util.List;
import java.util.Optional;

/** The settings of this service. */
@ConfigMapping(prefix = "notification")
public interface NotificationConfig {

    /** AES key for contacts left with feedback, 32 bytes in Base64; the shipped one is refused unless motcua.demo=true. */
    @NotBlank
    String personKey();

    /** Whether nothing here is real; the same as {@code motcua.demo}. */
    boolean demo();

    /** The post's contact of a returning unit, each as {@code unit=contact}. */
    Optional<List<String>> postalContacts();

    /** The suite's address as browsers know it, without a path; the QR code in the hall leads there. */
    @NotBlank
    String publicUrl();

    /** Limits of the hotline, which anybody may use. */
    Feedback feedback();

    /** Limits of the hotline. */
    interface Feedback {

        /** Feedbacks taken in a minute from one address. */
        @WithDefault("10")
        @Min(1)
        int perAddress();

        /** Feedbacks taken in a minute in all, per process. */
        @WithDefault("120")
        @Min(1)
        int perMinute();
    }
}
