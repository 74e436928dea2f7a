package vn.motcua.intake.dossier;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import vn.motcua.intake.deadline.Pause;
import vn.motcua.platform.json.EventJson;

import java.util.List;

/** Pauses as JSON text beside the clock they belong to. */
@Converter
class PausesConverter implements AttributeConverter<List<Pause>, String> {
    @Override
    public String convertToDatabaseColumn(List<Pause> pauses) {
        return EventJson.write(pauses.stream().map(Interval::of).toList());
    }

    @Override
    public List<Pause> convertToEntityAttribute(String json) {
        return List.of(EventJson.read(EventJson.tree(json), Interval[].class)).stream()
                .map(each -> new Pause(each.from(), each.to(), each.reason()))
                .toList();
    }

    private record Interval(java.time.Instant from, java.time.Instant to, String reason) {
        static Interval of(Pause pause) {
            return new Interval(pause.from(), pause.to(), pause.reason());
        }
    }
}
