package io.familiarface.rest.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Compares the OpenAPI document that a service serves with the one that is committed, so that a
 * change of the API is seen in review.
 */
public final class OpenApiDocument {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  /** What an operation does that only reads: its summary begins with one of these. */
  private static final Set<String> READING =
      Set.of("Export", "List", "Rank", "Read", "See", "Show", "Subscribe", "Verify");

  private OpenApiDocument() {}

  /**
   * @param committed relative to the module, {@code openapi.yaml}; run the tests with {@code
   *     -Dopenapi.update=true} to write it anew
   */
  public static void assertCommitted(Path committed) {
    String served = served();
    try {
      if (Boolean.getBoolean("openapi.update") && !says(committed, served)) {
        Files.writeString(committed, served);
      }
      assertThat(committed).exists();
      if (!says(committed, served)) {
        assertThat(served)
            .as(
                "The API differs from %s; if that is meant, run the test with"
                    + " -Dopenapi.update=true",
                committed)
            .isEqualTo(Files.readString(committed));
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String served() {
    return RestAssured.given().get("/q/openapi?format=yaml").asString().replaceAll("(?m)\\s+$", "")
        + "\n";
  }

  /** Each parameter that has no description, as its operation and its name. */
  static List<String> parametersWithoutWords() {
    List<String> found = new ArrayList<>();
    document()
        .path("paths")
        .forEach(
            item ->
                item.forEach(
                    operation ->
                        operation
                            .path("parameters")
                            .forEach(
                                one -> {
                                  if (one.path("description").asText().isBlank()) {
                                    found.add(
                                        operation.path("operationId").asText()
                                            + " "
                                            + one.path("name").asText());
                                  }
                                })));
    return found;
  }

  /** The summary of each reading operation that does not say what it does. */
  static List<String> readingsWithoutVerb() {
    List<String> found = new ArrayList<>();
    for (JsonNode item : document().path("paths")) {
      String summary = item.path("get").path("summary").asText();
      if (!summary.isEmpty() && !READING.contains(summary.split(" ")[0])) {
        found.add(summary);
      }
    }
    return found;
  }

  /** The schemas that were numbered because two types would have had one name. */
  static List<String> numberedSchemas() {
    List<String> found = new ArrayList<>();
    document()
        .path("components")
        .path("schemas")
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (name.matches(".*[0-9]")) {
                found.add(name);
              }
            });
    return found;
  }

  private static JsonNode document() {
    try {
      return YAML.readTree(served());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The order of members says nothing, and those of unwrapped records come in any. */
  private static boolean says(Path committed, String served) throws IOException {
    return Files.exists(committed)
        && YAML.readTree(served).equals(YAML.readTree(Files.readString(committed)));
  }
}
