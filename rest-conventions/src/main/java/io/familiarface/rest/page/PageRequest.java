package io.familiarface.rest.page;

import io.familiarface.rest.problem.CommonProblem;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What a caller asks of a list: how many, and after which one. Used as a {@code @BeanParam}. */
public class PageRequest {
  private static final int USUAL = 50;
  private static final int MOST = 500;
  private static final Set<String> NO_FILTERS = Set.of("cursor", "limit");

  @QueryParam("limit")
  @Parameter(
      description = "How many items at most, 1 to 500.",
      schema =
          @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "500", defaultValue = "50"))
  String limit;

  @QueryParam("cursor")
  @Parameter(
      description = "The nextCursor of the page before. It belongs to this list and its filters.")
  String cursor;

  @Context UriInfo uri;

  /** The page size asked for; 50 when nothing was asked, at most 500. */
  public int limit() {
    if (!uri.getQueryParameters().containsKey("limit")) {
      return USUAL;
    }
    try {
      int asked = Integer.parseInt(String.valueOf(limit));
      if (asked >= 1 && asked <= MOST) {
        return asked;
      }
    } catch (NumberFormatException ignored) {
      // answered below, as any other number out of range
    }
    throw CommonProblem.INVALID_REQUEST.at(
        "?limit", "limit is a whole number from 1 to " + MOST + ".");
  }

  /** The key of the last row of the page before, or empty for the first page. */
  public Optional<Key> after() {
    if (!uri.getQueryParameters().containsKey("cursor")) {
      return Optional.empty();
    }
    // Given without a value it arrives as null; that is no first page that somebody asked for.
    return Optional.of(Cursor.read(cursor == null ? "" : cursor, scope()));
  }

  String cursorAt(Key key) {
    return Cursor.write(key, scope());
  }

  private String scope() {
    Map<String, List<String>> filters = new TreeMap<>(uri.getQueryParameters());
    filters.keySet().removeAll(NO_FILTERS);
    StringBuilder scope = new StringBuilder(uri.getPath());
    filters.forEach((name, values) -> scope.append('\n').append(name).append('=').append(values));
    return scope.toString();
  }
}
