package io.familiarface.jobs.technician;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/**
 * A list of records as a column holds it. Its converters are not declared immutable: of those
 * Hibernate would see only that a list has another length, and not write one that says other
 * things.
 */
final class JsonList<T> {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  static final JsonList<WorkingHours> WORKING_HOURS = new JsonList<>(WorkingHours.class);
  static final JsonList<TechnicianCertificate> CERTIFICATES =
      new JsonList<>(TechnicianCertificate.class);

  private final JavaType type;

  private JsonList(Class<T> element) {
    type = JSON.getTypeFactory().constructCollectionType(List.class, element);
  }

  String write(List<T> records) {
    try {
      return JSON.writeValueAsString(records);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot be stored: " + type, e);
    }
  }

  List<T> read(String stored) {
    try {
      return JSON.readValue(stored, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot be read as stored: " + type, e);
    }
  }

  @Converter
  static class OfWorkingHours implements AttributeConverter<List<WorkingHours>, String> {
    @Override
    public String convertToDatabaseColumn(List<WorkingHours> hours) {
      return WORKING_HOURS.write(hours);
    }

    @Override
    public List<WorkingHours> convertToEntityAttribute(String stored) {
      return WORKING_HOURS.read(stored);
    }
  }

  @Converter
  static class OfCertificates implements AttributeConverter<List<TechnicianCertificate>, String> {
    @Override
    public String convertToDatabaseColumn(List<TechnicianCertificate> certificates) {
      return CERTIFICATES.write(certificates);
    }

    @Override
    public List<TechnicianCertificate> convertToEntityAttribute(String stored) {
      return CERTIFICATES.read(stored);
    }
  }
}
