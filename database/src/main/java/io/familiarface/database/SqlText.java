package io.familiarface.database;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Statements to be sent together.
 *
 * @param statements without semicolons
 * @param written what stands in the statements in the place of parameters, by their names
 * @param single the parameters that are columns of a single row
 */
record SqlText(List<String> statements, Map<String, String> written, Set<String> single) {
  private static final Pattern PARAMETER = Pattern.compile("(?<!:):(\\w+)");

  /** Two columns or more: a single one gives its alias its name, which values would not. */
  private static final Pattern ROWS =
      Pattern.compile(
          "unnest\\(\\s*(cast\\(:\\w+ as \\w+\\[\\]\\)(?:,\\s*cast\\(:\\w+ as"
              + " \\w+\\[\\]\\))+)\\s*\\)(?!\\s+with ordinality)");

  static SqlText of(String sql, Map<String, ?> values) {
    return new SqlText(List.of(sql), Map.of(), single(values));
  }

  /** The names of those that are columns of a single row. */
  static Set<String> single(Map<String, ?> values) {
    Set<String> single = new HashSet<>();
    values.forEach(
        (name, value) -> {
          if (value instanceof Column column && column.texts().length == 1) {
            single.add(name);
          }
        });
    return single;
  }

  /** As one text, with the columns that are bound as single values. */
  Joined joined() {
    String all = String.join(";\n", statements);
    for (Map.Entry<String, String> each : written.entrySet()) {
      all = all.replaceAll(":" + each.getKey() + "\\b", Matcher.quoteReplacement(each.getValue()));
    }
    return single.isEmpty() ? new Joined(all, Set.of()) : withValues(all);
  }

  /**
   * One row is told by its values: arrays that are taken apart cost the database half as much again
   * as the row itself.
   */
  private Joined withValues(String sql) {
    Set<String> asValues = new HashSet<>();
    String elsewhere =
        ROWS.matcher(sql)
            .replaceAll(
                rows -> {
                  Set<String> columns = parameters(rows.group());
                  if (!single.containsAll(columns)) {
                    return Matcher.quoteReplacement(rows.group());
                  }
                  asValues.addAll(columns);
                  return "";
                });
    if (!Collections.disjoint(asValues, parameters(elsewhere))) {
      return new Joined(sql, Set.of());
    }
    String values =
        ROWS.matcher(sql)
            .replaceAll(
                rows ->
                    Matcher.quoteReplacement(
                        asValues.containsAll(parameters(rows.group()))
                            ? "(values (" + rows.group(1).replace("[]", "") + "))"
                            : rows.group()));
    return new Joined(values, Set.copyOf(asValues));
  }

  private static Set<String> parameters(String sql) {
    return PARAMETER.matcher(sql).results().map(each -> each.group(1)).collect(Collectors.toSet());
  }

  /**
   * @param asValues the columns of a single row of which the value is bound instead
   */
  record Joined(String sql, Set<String> asValues) {}
}
