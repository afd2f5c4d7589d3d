package io.familiarface.rest.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares the OpenAPI document that a service serves with the one that is committed, so that a
 * change of the API is seen in review.
 */
public final class OpenApiDocument {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

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
    try {
      List<String> found = new ArrayList<>();
      YAML.readTree(served())
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
