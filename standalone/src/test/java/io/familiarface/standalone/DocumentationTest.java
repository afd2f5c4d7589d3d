package io.familiarface.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.rest.testing.Pronouns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages point at is there, each module has a page, and people are named in them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DocumentationTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final Pattern LINK = Pattern.compile("]\\((?!\\w+:)([^)#\\s]+)[^)]*\\)");

  static List<Path> pages() throws IOException {
    try (Stream<Path> all =
        Stream.concat(folders().flatMap(DocumentationTest::list), list(ROOT.resolve("docs/adr")))) {
      return all.filter(file -> file.toString().endsWith(".md")).map(ROOT::relativize).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void every_link_of_a_page_leads_somewhere(Path page) throws IOException {
    Path file = ROOT.resolve(page);

    assertThat(LINK.matcher(Files.readString(file)).results())
        .extracting(link -> file.resolveSibling(link.group(1)).normalize())
        .allSatisfy(target -> assertThat(target).exists());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void people_are_named_or_they(Path page) throws IOException {
    assertThat(Files.readAllLines(ROOT.resolve(page))).filteredOn(Pronouns::isFound).isEmpty();
  }

  @Test
  void every_module_has_a_page() throws IOException {
    String build = Files.readString(ROOT.resolve("pom.xml"));

    assertThat(Pattern.compile("<module>(.+?)</module>").matcher(build).results())
        .isNotEmpty()
        .extracting(module -> ROOT.resolve(module.group(1)).resolve("README.md"))
        .allSatisfy(page -> assertThat(page).exists());
  }

  private static Stream<Path> folders() throws IOException {
    return Stream.concat(
        Stream.of(ROOT),
        list(ROOT).filter(Files::isDirectory).filter(one -> !one.endsWith("target")));
  }

  private static Stream<Path> list(Path folder) {
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().toList().stream();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
