package io.familiarface.rest.etag;

import io.familiarface.rest.problem.CommonProblem;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Answers that say which version they show, and the check that a change was made to the version the
 * caller has seen.
 */
public final class ETags {
  private ETags() {}

  public static Response ok(Object view, UUID id, long version) {
    return ok(view, tag(id, version));
  }

  public static Response ok(Object view, String tag) {
    return Response.ok(view).tag(new EntityTag(tag)).build();
  }

  /**
   * Answers a view that shows more than the row of this version says: the name of somebody, or
   * whose it is after a merge. A 304 is then only given when all of it is as it was.
   *
   * @param view a record, which says in {@code toString} all that is shown
   */
  public static Response shown(Record view, UUID id, long version) {
    return ok(view, covering(id, version, view));
  }

  public static Response created(URI location, Object view, UUID id, long version) {
    return created(location, view, tag(id, version));
  }

  public static Response created(URI location, Object view, String tag) {
    return Response.created(location).entity(view).tag(new EntityTag(tag)).build();
  }

  /**
   * The tag of a version of a thing. Of which thing is part of it: one that was removed and made
   * again under the same external id begins with the same version.
   */
  public static String tag(UUID id, long version) {
    return version + "-" + Long.toHexString(id.getLeastSignificantBits());
  }

  /**
   * The tag of a view that embeds more than the row of this version: it is another one whenever
   * anything shown is. For a change thing and version alone count.
   *
   * @param shown a record, which says in {@code toString} all that is shown
   */
  public static String covering(UUID id, long version, Record shown) {
    UUID digest = UUID.nameUUIDFromBytes(shown.toString().getBytes(StandardCharsets.UTF_8));
    return tag(id, version) + "-" + Long.toHexString(digest.getMostSignificantBits());
  }

  /**
   * The number of the version alone will do as well, as people type it.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 428 without a header, 412 when the version
   *     is not the one named, or that of another thing
   */
  public static void requireMatch(String ifMatch, UUID id, long version) {
    requireMatch(ifMatch, id, version, () -> tag(id, version));
  }

  /**
   * As {@link #requireMatch(String, UUID, long)}, for a view of {@link #covering}.
   *
   * @param present the tag as it is now, for the refusal
   */
  public static void requireMatch(String ifMatch, UUID id, long version, Supplier<String> present) {
    Pattern ofThisVersion =
        Pattern.compile("\\*|\"%d\"|\"%s(-[0-9a-f]{1,16})?\"".formatted(version, tag(id, version)));
    requireMatch(ifMatch, given -> ofThisVersion.matcher(given).matches(), present);
  }

  /** As {@link #requireMatch(String, UUID, long)}, for a tag that is not a version number. */
  public static void requireMatch(String ifMatch, String tag) {
    requireMatch(ifMatch, given -> given.equals("*") || given.equals('"' + tag + '"'), () -> tag);
  }

  private static void requireMatch(
      String ifMatch, Predicate<String> isPresent, Supplier<String> present) {
    if (ifMatch == null || ifMatch.isBlank()) {
      throw CommonProblem.PRECONDITION_REQUIRED.because(
          "Read it first and send the ETag you got as 'If-Match', so that nobody's change is"
              + " lost.");
    }
    if (Arrays.stream(ifMatch.split(",")).map(String::strip).noneMatch(isPresent)) {
      throw CommonProblem.STALE
          .start()
          .withDetail(
              "Somebody changed it in between. Read it again, look at what changed, and try again.")
          .withHeader("ETag", '"' + present.get() + '"')
          .build();
    }
  }
}
