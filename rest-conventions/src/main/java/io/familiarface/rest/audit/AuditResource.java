package io.familiarface.rest.audit;

import io.familiarface.rest.page.Key;
import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.security.Role;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who changed what in this service, and who looked at whom. */
@Path("/v1/audit")
@Produces("application/json")
@Tag(name = "Audit", description = "Who changed what in this service, and who looked at whom.")
@Blocking
public class AuditResource {
  private static final Pattern HEAD = Pattern.compile("([0-9]{1,18})-([0-9a-f]{64}|)");
  private static final Duration LATELY = Duration.ofDays(31);

  private final AuditEntries entries;
  private final AuditSeals seals;
  private final Clock clock;

  AuditResource(AuditEntries entries, AuditSeals seals, Clock clock) {
    this.entries = entries;
    this.seals = seals;
    this.clock = clock;
  }

  @GET
  @RolesAllowed(Role.ADMIN)
  @Operation(
      summary = "List who changed what, and who looked at whom",
      description =
          """
          Newest first. Each change has an entry with the state before and after, each look of a \
          named user at a whole person one with the action `read`. Of an erased person the entries \
          stay, without the states. Each service has its own trail.\
          """)
  public Page<AuditEntryView> listAuditEntries(
      @BeanParam AuditFilter filter, @BeanParam PageRequest page) {
    if (filter.from != null && filter.to != null && !filter.from.isBefore(filter.to)) {
      throw CommonProblem.INVALID_REQUEST.at("?to", "'to' is after 'from'.");
    }
    return Page.of(
        entries.list(filter, page),
        page,
        entry -> Key.of(entry.at(), entry.id()),
        Function.identity());
  }

  @GET
  @Path("/verification")
  @RolesAllowed(Role.ADMIN)
  @Operation(
      summary = "Verify that the audit trail is as it was written",
      description =
          """
          Entries are sealed within a minute, in a chain: whatever is changed, added or taken away \
          behind a seal is found. Of an erased person the states are gone and the seals hold. Note \
          `head` outside of this database now and then, and ask with it later: it would also be \
          missed if somebody had made the whole chain anew. Each service has its own trail.\
          """)
  public AuditVerification verifyAuditTrail(
      @QueryParam("from")
          @Parameter(
              description =
                  "Entries from this instant on; a date is the start of that day. The last 31 days"
                      + " unless given; the more, the longer it takes.")
          Instant from,
      @QueryParam("head") @Parameter(description = "A `head` that was noted earlier.")
          String head) {
    Matcher noted = head == null ? null : HEAD.matcher(head);
    if (noted != null && !noted.matches()) {
      throw CommonProblem.INVALID_REQUEST.at("?head", "Give a head as it was answered.");
    }
    Instant since = from == null ? clock.instant().minus(LATELY) : from;
    return AuditVerification.of(
        since,
        seals.check(since),
        seals.head(),
        noted == null || seals.isKnown(Long.parseLong(noted.group(1)), noted.group(2)));
  }
}
