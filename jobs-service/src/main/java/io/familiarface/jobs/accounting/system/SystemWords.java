package io.familiarface.jobs.accounting.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** What a system says is wrong, wherever its answer says it. */
final class SystemWords {
  private static final int MOST = 500;

  private SystemWords() {}

  /**
   * @param json null if it was none
   */
  static String of(JsonNode json, int status) {
    String words = json == null ? "" : of(json);
    return words.isEmpty() ? "It answered %d without saying why.".formatted(status) : words;
  }

  /** All messages and details in it, in their order. */
  static String of(JsonNode json) {
    Set<String> words = new LinkedHashSet<>();
    collect(json, words);
    String all = String.join(" ", words);
    return all.length() > MOST ? all.substring(0, MOST) : all;
  }

  private static void collect(JsonNode node, Set<String> words) {
    node.properties()
        .forEach(
            field -> {
              String name = field.getKey().toLowerCase(Locale.ROOT);
              boolean says = name.equals("message") || name.equals("detail");
              if (says && field.getValue().isTextual()) {
                words.add(field.getValue().asText().strip());
              }
            });
    node.forEach(child -> collect(child, words));
  }
}
