package io.familiarface.jobs.visit;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import org.hibernate.annotations.Immutable;

/**
 * What is to be done at a visit, in its order.
 *
 * @param items as the column holds them; null for a visit without a list
 */
public record Checklist(String items) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<List<ChecklistItem>> LIST = new TypeReference<>() {};

  @JsonValue
  public List<ChecklistItem> list() {
    return read(items);
  }

  /** The texts of those that are not done. */
  public List<String> leftUndone() {
    return list().stream().filter(item -> !item.done()).map(ChecklistItem::text).toList();
  }

  static List<String> texts(List<ChecklistItem> items) {
    return items.stream().map(ChecklistItem::text).toList();
  }

  static List<ChecklistItem> toDo(List<String> texts) {
    return texts.stream().map(text -> new ChecklistItem(text, false)).toList();
  }

  static String write(List<ChecklistItem> items) {
    try {
      return items.isEmpty() ? null : JSON.writeValueAsString(items);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a checklist cannot be stored", e);
    }
  }

  static List<ChecklistItem> read(String stored) {
    try {
      return stored == null ? List.of() : JSON.readValue(stored, LIST);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a checklist cannot be read as stored", e);
    }
  }

  @Converter
  @Immutable
  static class Column implements AttributeConverter<List<ChecklistItem>, String> {
    @Override
    public String convertToDatabaseColumn(List<ChecklistItem> items) {
      return items == null ? null : write(items);
    }

    @Override
    public List<ChecklistItem> convertToEntityAttribute(String stored) {
      return read(stored);
    }
  }
}
