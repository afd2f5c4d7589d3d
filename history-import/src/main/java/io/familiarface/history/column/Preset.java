package io.familiarface.history.column;

import io.familiarface.history.file.UnreadableHistory;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The names that another system gives its columns, best first.
 *
 * @param signature columns that only this system has
 * @param headings what may stand above the lines of each instead of in a column
 */
record Preset(
    String name, List<String> signature, List<Field> headings, Map<Field, List<String>> headers) {
  static final List<String> SYSTEMS =
      List.of("quickbooks", "jobber", "housecall-pro", "servicetitan");
  static final List<String> NAMES = Stream.concat(Stream.of("generic"), SYSTEMS.stream()).toList();

  static Preset named(String name) {
    if (!NAMES.contains(name)) {
      throw new UnreadableHistory(
          "There is no preset %s: choose one of %s.".formatted(name, String.join(", ", NAMES)));
    }
    Properties file = new Properties();
    try (InputStream in = Preset.class.getResourceAsStream("preset-" + name + ".properties")) {
      file.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<Field, List<String>> headers = new EnumMap<>(Field.class);
    for (Field field : Field.values()) {
      headers.put(field, names(file.getProperty(field.label(), "")));
    }
    List<Field> headings =
        names(file.getProperty("heading", "")).stream()
            .flatMap(label -> Field.labelled(label).stream())
            .toList();
    return new Preset(name, names(file.getProperty("signature", "")), headings, headers);
  }

  private static List<String> names(String list) {
    return Arrays.stream(list.split("\\|"))
        .map(Header::normal)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  /** How many of the columns that only this system has are there. */
  long signs(List<String> normalHeaders) {
    return signature.stream().filter(normalHeaders::contains).count();
  }
}
