package io.familiarface.database;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;

/**
 * Statements to be sent together.
 *
 * @param statements without semicolons
 * @param written what stands in the statements in the place of parameters, by their names
 */
record SqlText(List<String> statements, Map<String, String> written) {

  static SqlText of(String sql) {
    return new SqlText(List.of(sql), Map.of());
  }

  /** As one text. */
  String joined() {
    String all = String.join(";\n", statements);
    for (Map.Entry<String, String> each : written.entrySet()) {
      all = all.replaceAll(":" + each.getKey() + "\\b", Matcher.quoteReplacement(each.getValue()));
    }
    return all;
  }
}
