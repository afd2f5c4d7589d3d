package io.familiarface.customers.customer;

import io.familiarface.rest.problem.CommonProblem;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which customers are asked for, and in which order. */
public class CustomerFilter {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  @QueryParam("externalId")
  @Parameter(description = "The one customer with this key of another system.")
  String externalId;

  @QueryParam("name")
  @Parameter(
      description =
          "Words, or beginnings of words, of the name or of what they like to be called;"
              + " all must be there, in any order.",
      example = "dor")
  String name;

  @QueryParam("branch")
  String branch;

  @QueryParam("status")
  @Parameter(
      schema =
          @Schema(
              type = SchemaType.STRING,
              enumeration = {"ACTIVE", "LET_GO"}))
  String status;

  @QueryParam("sort")
  @Parameter(
      schema =
          @Schema(
              type = SchemaType.STRING,
              enumeration = {"createdAt", "-createdAt", "name", "-name"},
              defaultValue = "-createdAt"))
  String sort;

  Optional<Status> status() {
    return Optional.ofNullable(status)
        .map(
            given ->
                Arrays.stream(Status.values())
                    .filter(value -> value.name().equals(given))
                    .findAny()
                    .orElseThrow(() -> refused("status", "ACTIVE or LET_GO")));
  }

  CustomerOrder order() {
    return CustomerOrder.named(sort == null ? "-createdAt" : sort)
        .orElseThrow(() -> refused("sort", "createdAt, -createdAt, name or -name"));
  }

  /** The words looked for, in PostgreSQL's language of text search. */
  Optional<String> words() {
    if (name == null) {
      return Optional.empty();
    }
    String words =
        WORD.matcher(name.toLowerCase(Locale.ROOT))
            .results()
            .map(word -> word.group() + ":*")
            .collect(Collectors.joining(" & "));
    if (words.isEmpty()) {
      throw refused("name", "at least one letter or digit");
    }
    return Optional.of(words);
  }

  private static RuntimeException refused(String parameter, String expected) {
    return CommonProblem.INVALID_REQUEST.at(
        "?" + parameter, parameter + " must be " + expected + ".");
  }
}
