package vn.motcua.intake.dossier;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import vn.motcua.platform.json.EventJson;

import java.util.List;

/** Originals as JSON text beside the matter they belong to; none is null. */
@Converter
class OriginalsConverter implements AttributeConverter<List<Original>, String> {
    @Override
    public String convertToDatabaseColumn(List<Original> originals) {
        return originals == null || originals.isEmpty() ? null : EventJson.write(originals);
    }

    @Override
    public List<Original> convertToEntityAttribute(String json) {
        return json == null ? List.of() : List.of(EventJson.read(EventJson.tree(json), Original[].class));
    }
}
