package io.familiarface.history.column;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.familiarface.history.file.UnreadableHistory;
import io.familiarface.history.value.Names;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a company says about its own file.
 *
 * @param columns our field to their header; a blank header means that the field is not to be read
 * @param sameTechnician a spelling to the name that is meant
 * @param sameCustomer a folded spelling to the folded name that is meant
 * @param oneCustomer names that are one customer, however many telephones they have
 * @param words a company's own words, by field and in small letters, to words that we know
 */
public record Mapping(
    Map<Field, String> columns,
    Map<String, String> sameTechnician,
    Map<String, String> sameCustomer,
    Set<String> oneCustomer,
    Map<Field, Map<String, String>> words) {
  private static final String SAME_TECHNICIAN = "same-technician";
  private static final String SAME_CUSTOMER = "same-customer";
  private static final String ONE_CUSTOMER = "one-customer";

  public static Mapping none() {
    return new Mapping(Map.of(), Map.of(), Map.of(), Set.of(), Map.of());
  }

  /**
   * Reads a mapping: lines of {@code our field = their header}, or a JSON object of the same.
   *
   * @throws UnreadableHistory when it can't be understood, with the line
   */
  public static Mapping read(Path file) throws IOException {
    String text;
    try {
      text = Files.readString(file, StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      text = Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (java.nio.file.NoSuchFileException e) {
      throw new UnreadableHistory("There is no mapping file %s.".formatted(file), e);
    }
    return of(text);
  }

  /**
   * Understands the text of a mapping.
   *
   * @throws UnreadableHistory when it can't be understood, with the line
   */
  public static Mapping of(String text) {
    Mapping mapping =
        new Mapping(
            new EnumMap<>(Field.class),
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new LinkedHashSet<>(),
            new EnumMap<>(Field.class));
    if (text.stripLeading().startsWith("{")) {
      mapping.addJson(text);
    } else {
      mapping.addLines(text);
    }
    return mapping;
  }

  private void addLines(String text) {
    int number = 0;
    for (String line : text.split("\\R")) {
      number++;
      if (line.isBlank() || line.stripLeading().startsWith("#")) {
        continue;
      }
      int equals = line.indexOf('=');
      if (equals < 0) {
        throw new UnreadableHistory(
            "Line %d of the mapping has no =: write \"date = Visit date\".".formatted(number));
      }
      add(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
    }
  }

  private void addJson(String text) {
    JsonNode json;
    try {
      json = new ObjectMapper().readTree(text);
    } catch (IOException e) {
      throw new UnreadableHistory("The mapping is no JSON: " + e.getMessage(), e);
    }
    json.properties().forEach(entry -> addJson(entry.getKey(), entry.getValue()));
  }

  private void addJson(String key, JsonNode value) {
    if (key.equals(SAME_TECHNICIAN)) {
      value.properties().forEach(e -> sameTechnician.put(e.getKey(), e.getValue().asText()));
    } else if (key.equals(SAME_CUSTOMER)) {
      value.properties().forEach(e -> addSameCustomer(e.getKey(), e.getValue().asText()));
    } else if (key.equals(ONE_CUSTOMER)) {
      value.forEach(name -> oneCustomer.add(name.asText()));
    } else if (value.isObject()) {
      value.properties().forEach(e -> add(key + "." + e.getKey(), e.getValue().asText()));
    } else {
      add(key, value.isNull() ? "" : value.asText());
    }
  }

  private void add(String key, String value) {
    if (key.startsWith(SAME_TECHNICIAN + ".")) {
      sameTechnician.put(key.substring(SAME_TECHNICIAN.length() + 1).strip(), value);
    } else if (key.startsWith(SAME_CUSTOMER + ".")) {
      addSameCustomer(key.substring(SAME_CUSTOMER.length() + 1), value);
    } else if (key.equals(ONE_CUSTOMER)) {
      Arrays.stream(value.split("\\|")).map(String::strip).forEach(oneCustomer::add);
    } else if (key.indexOf('.') > 0) {
      int point = key.indexOf('.');
      words
          .computeIfAbsent(field(key.substring(0, point)), field -> new LinkedHashMap<>())
          .put(key.substring(point + 1).strip().toLowerCase(Locale.ROOT), value);
    } else {
      columns.put(field(key), value);
    }
  }

  private void addSameCustomer(String spelling, String name) {
    sameCustomer.put(Names.folded(spelling), Names.folded(name));
  }

  /** The folded name that is meant by another one. */
  public String sameCustomer(String folded) {
    return sameCustomer.getOrDefault(folded, folded);
  }

  /** The text that is meant by a company's own word. */
  public String word(Field field, String text) {
    Map<String, String> own = words.get(field);
    return own == null ? text : own.getOrDefault(text.toLowerCase(Locale.ROOT), text);
  }

  private static Field field(String label) {
    return Field.labelled(label)
        .orElseThrow(
            () ->
                new UnreadableHistory(
                    "The mapping names %s, which is none of our fields: choose from %s, %s.NAME, %s.NAME or %s."
                        .formatted(label, labels(), SAME_TECHNICIAN, SAME_CUSTOMER, ONE_CUSTOMER)));
  }

  private static String labels() {
    return String.join(", ", Arrays.stream(Field.values()).map(Field::label).toList());
  }
}
