package io.familiarface.rest.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The sources of the module whose tests run, as text. */
final class SourceText {
  static final Path JAVA = Path.of("src/main/java");
  static final Path RESOURCES = Path.of("src/main/resources");

  /** A text block, a string, or a comment, whichever begins first. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "\"\"\"(.*?)\"\"\"|\"((?:\\\\.|[^\"\\\\\\n])*)\"|//[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);

  private SourceText() {}

  static List<Path> files(Path folder, String ending) {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The strings and text blocks of a Java file; strings joined by + are one. */
  static List<String> strings(String java) {
    String joined = java.replaceAll("(?<=[^\\\\])\"\\s*\\+\\s*\"(?=[^\"])", "");
    List<String> strings = new ArrayList<>();
    Matcher token = TOKEN.matcher(joined);
    while (token.find()) {
      if (token.group(1) != null) {
        strings.add(token.group(1));
      } else if (token.group(2) != null) {
        strings.add(token.group(2));
      }
    }
    return strings;
  }
}
