package vn.motcua.notification.message;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import vn.motcua.notification.NotificationConfig;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Whom to tell at the post that a result is ready to be fetched, by returning unit. */
@ApplicationScoped
class PostalContacts {
    private final Map<String, String> byUnit;

    /** @throws IllegalArgumentException for an entry that is not {@code unit=contact} */
    @Inject
    PostalContacts(NotificationConfig config) {
        this(config.postalContacts().orElse(List.of()));
    }

    /** @param entries {@code unit=contact} each */
    PostalContacts(List<String> entries) {
        byUnit = entries.stream()
                .collect(Collectors.toUnmodifiableMap(entry -> part(entry, 0), entry -> part(entry, 1)));
    }

    /** Made at the start, so that a wrong entry stops it. */
    void start(@Observes StartupEvent event) {
        // the constructor has read the entries
    }

    /** Null where none is configured. */
    String of(String unit) {
        return byUnit.get(unit);
    }

    private static String part(String entry, int number) {
        String[] parts = entry.split("=", 2);
        if (parts.length < 2 || parts[1].isBlank()) {
            throw new IllegalArgumentException("notification.postal-contacts are unit=contact, not: " + entry);
        }
        return parts[number].strip();
    }
}
