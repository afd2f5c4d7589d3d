package io.familiarface.rest.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * People are named, or they: nothing that the main sources, the pages or the API document of a
 * module say calls a customer she or a technician he.
 */
public final class Pronouns {
  private static final Pattern PRONOUN =
      Pattern.compile("(?i)\\b(?:she|her|hers|herself|he|him|his|himself)\\b");

  private Pronouns() {}

  /**
   * Fails when a person is called she or he.
   *
   * @param allowed a part of a line that may stand, and the reason: the stories of Dorothy and
   *     Grace as they are told
   */
  public static void assertNone(Map<String, String> allowed) {
    Set<String> unused = new TreeSet<>(allowed.keySet());
    assertThat(found(allowed, unused)).as("people called she or he").isEmpty();
    assertThat(unused).as("exceptions that are no longer needed").isEmpty();
  }

  static List<String> found(Map<String, String> allowed, Set<String> unused) {
    List<Path> files = new ArrayList<>(SourceText.files(Path.of("openapi.yaml"), ".yaml"));
    files.addAll(SourceText.files(SourceText.JAVA, ".java"));
    for (String ending : List.of(".html", ".js", ".css", ".txt", ".properties", ".sql", ".md")) {
      files.addAll(SourceText.files(SourceText.RESOURCES, ending));
    }
    List<String> found = new ArrayList<>();
    for (Path file : files) {
      String[] lines = SourceText.read(file).split("\n");
      for (int i = 0; i < lines.length; i++) {
        String line = lines[i];
        if (isFound(line)
            && allowed.keySet().stream().noneMatch(part -> isIn(part, line, unused))) {
          found.add(file + ":" + (i + 1) + ": " + line.strip());
        }
      }
    }
    return found;
  }

  /** In a name such as {@code HerView} too. */
  public static boolean isFound(String line) {
    return PRONOUN.matcher(line.replaceAll("(?<=[a-z])(?=[A-Z])", " ").replace('_', ' ')).find();
  }

  private static boolean isIn(String part, String line, Set<String> unused) {
    boolean in = line.contains(part);
    if (in) {
      unused.remove(part);
    }
    return in;
  }
}
