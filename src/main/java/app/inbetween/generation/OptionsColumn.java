package app.inbetween.generation;

import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Options by name in one column, as a JSON object whose names are in order. */
@Converter
public class OptionsColumn implements AttributeConverter<Map<String, String>, String> {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<TreeMap<String, String>> OPTIONS = new TypeReference<>() {
    };

    @Override
    public String convertToDatabaseColumn(Map<String, String> options) {
        try {
            return JSON.writeValueAsString(options == null ? Map.of() : new TreeMap<>(options));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Map<String, String> convertToEntityAttribute(String column) {
        try {
            return column == null ? Map.of() : JSON.readValue(column, OPTIONS);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
