package vn.motcua.notification.contact;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.platform.json.EventJson;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/** Official forms as intake issued them, for letters that go with one. */
@ApplicationScoped
public class IssuedForms {
    private final IntakeHttp intake;

    @Inject
    IssuedForms(IntakeHttp intake) {
        this.intake = intake;
    }

    /** A form as PDF/A and its file's name, without anything of a person in it. */
    public record Form(String fileName, byte[] pdf) {}

    /**
     * The newest form of a kind.
     *
     * @return empty where none was issued
     * @throws vn.motcua.notification.delivery.Contacts.Unavailable where intake does not answer
     */
    public Optional<Form> newest(UUID dossier, String kind) {
        return intake.get(dossier + "/forms")
                .map(body -> EventJson.tree(new String(body, StandardCharsets.UTF_8)))
                .map(page -> last(page, kind))
                .flatMap(
                        form -> intake.get(dossier + "/forms/" + form.path("id").asText() + ".pdf")
                                .map(pdf -> new Form(name(form, kind), pdf)));
    }

    private static JsonNode last(JsonNode page, String kind) {
        JsonNode newest = null;
        for (JsonNode form : page.path("items")) {
            if (kind.equals(form.path("kind").asText())) {
                newest = form;
            }
        }
        return newest;
    }

    private static String name(JsonNode form, String kind) {
        String number = form.path("form").asText("");
        return number.isBlank() || "null".equals(number)
                ? kind.toLowerCase(java.util.Locale.ROOT) + ".pdf"
                : "mau-" + number + ".pdf";
    }
}
