package io.familiarface.jobs.visit;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.type.TypeReference;
import io.familiarface.jobs.ListJson;
import jakarta.persistence.Converter;
import java.util.List;
import org.hibernate.annotations.Immutable;

/**
 * What is to be done at a visit, in its order.
 *
 * @param items as the column holds them; null for a visit without a list
 */
public record Checklist(String items) {
  private static final Column COLUMN = new Column();

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
    return COLUMN.convertToDatabaseColumn(items);
  }

  static List<ChecklistItem> read(String stored) {
    return COLUMN.convertToEntityAttribute(stored);
  }

  /** A list of nothing is stored as none. */
  @Converter
  @Immutable
  static class Column extends ListJson<ChecklistItem> {
    Column() {
      super(new TypeReference<>() {});
    }

    @Override
    public String convertToDatabaseColumn(List<ChecklistItem> items) {
      return items == null || items.isEmpty() ? null : super.convertToDatabaseColumn(items);
    }

    @Override
    public List<ChecklistItem> convertToEntityAttribute(String stored) {
      return stored == null ? List.of() : super.convertToEntityAttribute(stored);
    }
  }
}
