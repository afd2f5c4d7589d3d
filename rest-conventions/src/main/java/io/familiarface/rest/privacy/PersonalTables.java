package io.familiarface.rest.privacy;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which rows of which tables are about a person, found out from what the tables are: so a table
 * that is made later cannot be forgotten. A row is about a person if it is the person's own, names
 * the person, or belongs to such a row by a foreign key.
 *
 * <p>Left out is what repeats other rows (stored events and answers) and what nobody can read
 * (pictures, which are given as files, and indexes).
 */
final class PersonalTables {
  /** The parameter of a condition that is the person's id. */
  static final String PERSON = ":person";

  private static final Set<String> OF_PERSONS = Set.of("customer", "customer_copy");
  private static final List<String> REPEATING = List.of("feed_", "flyway_", "idempotency_key");
  private static final Set<String> READABLE_BY_NOBODY = Set.of("bytea", "tsvector");

  private PersonalTables() {}

  /**
   * A column of a table.
   *
   * @param type as PostgreSQL names it
   * @param refersTo the table to which it refers by a foreign key of its own; null for none
   * @param referredColumn the column there
   */
  record Column(
      String tableName, String columnName, String type, String refersTo, String referredColumn) {

    private String quoted() {
      return '"' + columnName + '"';
    }

    private boolean isReadable() {
      return !READABLE_BY_NOBODY.contains(type);
    }

    /** As it is called in JSON. */
    private String shown() {
      StringBuilder name = new StringBuilder();
      for (String word : columnName.split("_")) {
        name.append(
            name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
      }
      return name.toString();
    }

    private boolean namesThePerson() {
      return type.equals("uuid")
          && (columnName.equals("customer_id")
              || columnName.endsWith("_customer_id")
              || "customer".equals(refersTo)
              || columnName.equals("id") && OF_PERSONS.contains(tableName)
              || columnName.equals("person_id") && tableName.equals("audit_entry"));
    }
  }

  /** By table, the query of the rows about {@link #PERSON}, each as one object of JSON. */
  static Map<String, String> queries(Collection<Column> all) {
    Map<String, List<Column>> tables =
        all.stream()
            .filter(column -> REPEATING.stream().noneMatch(column.tableName::startsWith))
            .collect(Collectors.groupingBy(Column::tableName, TreeMap::new, Collectors.toList()));
    Map<String, String> queries = new LinkedHashMap<>();
    conditions(tables)
        .forEach((table, condition) -> queries.put(table, query(tables.get(table), condition)));
    return new TreeMap<>(queries);
  }

  private static Map<String, String> conditions(Map<String, List<Column>> tables) {
    Map<String, String> found = new LinkedHashMap<>();
    tables.forEach(
        (table, columns) -> {
          String condition = any(columns, Column::namesThePerson, column -> PERSON);
          if (!condition.isEmpty()) {
            found.put(table, condition);
          }
        });
    Set<String> before = Set.of();
    while (!before.equals(found.keySet())) {
      before = new LinkedHashSet<>(found.keySet());
      for (String table : tables.keySet()) {
        if (!found.containsKey(table)) {
          Set<String> known = before;
          String condition =
              any(
                  tables.get(table),
                  column -> column.refersTo != null && known.contains(column.refersTo),
                  column -> belonging(column, found.get(column.refersTo)));
          if (!condition.isEmpty()) {
            found.put(table, condition);
          }
        }
      }
    }
    return found;
  }

  private static String belonging(Column column, String condition) {
    return "any(array(select \"%s\" from \"%s\" where %s))"
        .formatted(column.referredColumn, column.refersTo, condition);
  }

  private static String any(
      List<Column> columns,
      Predicate<Column> which,
      java.util.function.Function<Column, String> what) {
    return columns.stream()
        .filter(which)
        .map(column -> column.quoted() + " = " + what.apply(column))
        .collect(Collectors.joining(" or "));
  }

  private static String query(List<Column> columns, String condition) {
    String shown =
        columns.stream()
            .filter(Column::isReadable)
            .map(column -> column.quoted() + " as \"" + column.shown() + '"')
            .collect(Collectors.joining(", "));
    return "select cast(row_to_json(held) as text) from (select %s from \"%s\" where %s) as held"
        .formatted(shown, columns.get(0).tableName, condition);
  }
}
