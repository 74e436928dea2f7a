package vn.motcua.notification.contact;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.delivery.Address;
import vn.motcua.notification.delivery.Contacts;
import vn.motcua.platform.json.EventJson;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Intake's newest contact of a dossier: one of the three reads between services (design.md §1). */
@ApplicationScoped
class IntakeContacts implements Contacts {
    private final IntakeHttp intake;

    @Inject
    IntakeContacts(IntakeHttp intake) {
        this.intake = intake;
    }

    @Override
    public Address of(UUID dossier) {
        return intake.get(dossier + "/contact")
                .map(body -> EventJson.tree(new String(body, StandardCharsets.UTF_8)))
                .map(contact -> new Address(text(contact, "phone"), text(contact, "email")))
                .orElse(Address.NONE);
    }

    private static String text(JsonNode contact, String name) {
        String value = contact.path(name).asText("");
        return value.isBlank() || contact.path(name).isNull() ? null : value;
    }
}
