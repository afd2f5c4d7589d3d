package io.familiarface.rest.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A table belongs to one package: others ask that package, never the table. Reads the SQL in the
 * strings of the module's main sources, the tables of its entities, and its migrations.
 */
public final class TableOwners {
  private static final Pattern CREATED =
      Pattern.compile("(?i)create\\s+table\\s+(?:if\\s+not\\s+exists\\s+)?(\\w+)");
  private static final String NAME = "\\w+(?:\\s+(?:as\\s+)?\\w+)?";
  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)\\b(?:from|join|into|update|using|truncate|table)\\s+(?:only\\s+)?(%s(?:\\s*,\\s*%s)*)"
              .formatted(NAME, NAME));
  private static final Pattern SQL =
      Pattern.compile(
          "(?is)^\\s*(?:select|insert|update|delete|truncate|with|from|join|left|where|and|exists|lock|\\()\\b?.*");
  private static final Pattern ENTITY =
      Pattern.compile("@Entity\\b.*?\\bclass\\s+(\\w+)", Pattern.DOTALL);
  private static final Pattern TABLE = Pattern.compile("@Table\\([^)]*?name\\s*=\\s*\"(\\w+)\"");

  private TableOwners() {}

  /**
   * Fails when a table of this module is named in two packages.
   *
   * @param basePackage the packages right below it are the capabilities
   * @param allowed "table in package" and the reason why that package may name it as well
   */
  public static void assertOwned(String basePackage, Map<String, String> allowed) {
    List<String> trespasses = new ArrayList<>();
    Set<String> unused = new TreeSet<>(allowed.keySet());
    named(basePackage)
        .forEach(
            (table, packages) -> {
              Map<String, Set<String>> left = new TreeMap<>(packages);
              left.keySet()
                  .removeIf(
                      name ->
                          packages.size() > 1
                              && allowed.containsKey(table + " in " + name)
                              && unused.remove(table + " in " + name));
              if (left.size() > 1) {
                trespasses.add(table + " is named in " + left);
              }
            });
    assertThat(trespasses).as("tables that have two owners").isEmpty();
    assertThat(unused).as("exceptions that are no longer needed").isEmpty();
  }

  /** Table, package, and the files that name the one in the other. */
  static Map<String, Map<String, Set<String>>> named(String basePackage) {
    Set<String> tables = tables();
    assertThat(tables).as("tables of the migrations").isNotEmpty();
    Map<String, Map<String, Set<String>>> named = new TreeMap<>();
    Path base = SourceText.JAVA.resolve(basePackage.replace('.', '/'));
    for (Path file : SourceText.files(base, ".java")) {
      Path inside = base.relativize(file);
      String capability = inside.getNameCount() == 1 ? "(root)" : inside.getName(0).toString();
      for (String table : namedIn(SourceText.read(file), tables)) {
        named
            .computeIfAbsent(table, name -> new TreeMap<>())
            .computeIfAbsent(capability, name -> new TreeSet<>())
            .add(file.getFileName().toString());
      }
    }
    return named;
  }

  private static Set<String> tables() {
    Set<String> tables = new TreeSet<>();
    for (Path migration : SourceText.files(SourceText.RESOURCES.resolve("db"), ".sql")) {
      Matcher created = CREATED.matcher(SourceText.read(migration));
      while (created.find()) {
        tables.add(created.group(1).toLowerCase(Locale.ROOT));
      }
    }
    return tables;
  }

  static Set<String> namedIn(String java, Set<String> tables) {
    Set<String> found = new TreeSet<>();
    for (String text : SourceText.strings(java)) {
      if (SQL.matcher(text).matches()) {
        Matcher named = NAMED.matcher(text);
        while (named.find()) {
          for (String part : named.group(1).split(",")) {
            found.add(part.strip().split("\\s+")[0]);
          }
        }
      }
    }
    Matcher entity = ENTITY.matcher(java);
    if (entity.find()) {
      Matcher table = TABLE.matcher(java);
      found.add(
          table.find()
              ? table.group(1)
              : entity.group(1).replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT));
    }
    found.retainAll(tables);
    return found;
  }
}
