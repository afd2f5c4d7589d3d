package io.familiarface.feedback.words;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import org.hibernate.annotations.Immutable;

/** Reasons as they are stored; other reasons are another list, which none is changed into. */
@Singleton
@Converter
@Immutable
public class ReasonsJson implements AttributeConverter<List<ReasonView>, String> {
  private static final TypeReference<List<ReasonView>> REASONS = new TypeReference<>() {};

  private final ObjectMapper json;

  ReasonsJson(ObjectMapper json) {
    this.json = json;
  }

  @Override
  public String convertToDatabaseColumn(List<ReasonView> reasons) {
    try {
      return json.writeValueAsString(reasons);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Reasons cannot be stored", e);
    }
  }

  @Override
  public List<ReasonView> convertToEntityAttribute(String stored) {
    try {
      return List.copyOf(json.readValue(stored, REASONS));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Stored reasons cannot be read", e);
    }
  }
}
