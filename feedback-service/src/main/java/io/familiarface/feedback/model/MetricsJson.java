package io.familiarface.feedback.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Collections;
import java.util.Map;
import org.hibernate.annotations.Immutable;

/** Numbers by name as a stored document; they are not changed in place. */
@Converter
@Immutable
class MetricsJson implements AttributeConverter<Map<String, Double>, String> {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, Double>> METRICS = new TypeReference<>() {};

  @Override
  public String convertToDatabaseColumn(Map<String, Double> metrics) {
    try {
      return JSON.writeValueAsString(metrics);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot be stored: " + metrics, e);
    }
  }

  @Override
  public Map<String, Double> convertToEntityAttribute(String document) {
    try {
      return Collections.unmodifiableMap(JSON.readValue(document, METRICS));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored metrics cannot be read: " + document, e);
    }
  }
}
