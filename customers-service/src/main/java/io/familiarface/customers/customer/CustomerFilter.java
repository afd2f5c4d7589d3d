package io.familiarface.customers.customer;

import io.familiarface.customers.search.SearchTerms;
import io.familiarface.database.RoundTrip;
import io.familiarface.rest.Uuids;
import io.familiarface.rest.page.ExternalIds;
import io.familiarface.rest.problem.CommonProblem;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which customers are asked for, and in which order. */
public class CustomerFilter {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  private static final int LONGEST_TYPED = 200;

  private static final int MOST_IDS = 50;

  @QueryParam("q")
  @Parameter(
      description =
          "What a receptionist types: parts of a name, a telephone number, a street or an e-mail"
              + " address; all must be there, mistyped words are put right. Best first; each item"
              + " says in match which field it was.",
      example = "dorthy")
  String q;

  @QueryParam("externalId")
  @Parameter(description = ExternalIds.DESCRIPTION)
  List<String> externalId;

  @QueryParam("ids")
  @Parameter(
      description =
          "Ids of customers with commas between, at most 50: only these. An id that is nobody's is"
              + " left out.")
  String ids;

  @QueryParam("name")
  @Parameter(
      description =
          "Words, or beginnings of words, of the name or of what they like to be called;"
              + " all must be there, in any order.")
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
      description = "-createdAt (newest first) if left out.",
      schema =
          @Schema(
              type = SchemaType.STRING,
              enumeration = {"createdAt", "-createdAt", "name", "-name"}))
  String sort;

  @Context UriInfo uri;

  Optional<Status> status() {
    return Optional.ofNullable(status)
        .map(
            given ->
                Arrays.stream(Status.values())
                    .filter(value -> value.name().equals(given))
                    .findAny()
                    .orElseThrow(() -> refused("status", "ACTIVE or LET_GO")));
  }

  /** Those who are named by keys of another system; null for everybody. */
  List<String> externalIds() {
    return ExternalIds.of(externalId);
  }

  /** Those who are named by their ids; null for everybody. */
  List<UUID> ids() {
    if (!uri.getQueryParameters().containsKey("ids")) {
      return null;
    }
    String[] named = ids == null ? new String[0] : ids.split(",", -1);
    List<UUID> read = Arrays.stream(named).flatMap(id -> Uuids.parse(id).stream()).toList();
    if (read.isEmpty() || read.size() < named.length || read.size() > MOST_IDS) {
      throw refused("ids", "1 to " + MOST_IDS + " ids (UUIDs) with commas between");
    }
    return read;
  }

  CustomerOrder order() {
    return CustomerOrder.named(sort == null ? "-createdAt" : sort)
        .orElseThrow(() -> refused("sort", "createdAt, -createdAt, name or -name"));
  }

  /** What a receptionist typed. */
  Optional<String> typed() {
    if (q == null) {
      // Given without a value it arrives as null; that is no list that somebody asked for.
      if (uri.getQueryParameters().containsKey("q")) {
        throw refused("q", "at least one letter or digit");
      }
      return Optional.empty();
    }
    if (name != null || externalIds() != null || ids != null || sort != null) {
      throw CommonProblem.INVALID_REQUEST.at(
          "?q", "q is sorted best first and goes with branch and status alone.");
    }
    if (q.length() > LONGEST_TYPED || SearchTerms.words(q).isEmpty()) {
      throw refused("q", "at least one letter or digit, and at most " + LONGEST_TYPED + " of them");
    }
    return Optional.of(q);
  }

  /**
   * SQL, for a search of customers by {@code customer_id}: only those of that branch and status.
   */
  String andOfWhom(RoundTrip trip) {
    if (branch == null && status == null) {
      return "";
    }
    String ofBranch = branch == null ? "" : " and branch = :branch";
    String ofStatus = status().map(only -> " and status = '" + only.name() + "'").orElse("");
    if (branch != null) {
      trip.bind("branch", branch);
    }
    return " and exists (select from customer where id = customer_id%s%s)"
        .formatted(ofBranch, ofStatus);
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
