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
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who changed what in this service, and who looked at whom. */
@Path("/v1/audit")
@Produces("application/json")
@Tag(name = "Audit", description = "Who changed what in this service, and who looked at whom.")
@Blocking
public class AuditResource {
  private final AuditEntries entries;

  AuditResource(AuditEntries entries) {
    this.entries = entries;
  }

  @GET
  @RolesAllowed(Role.ADMIN)
  @Operation(
      summary = "Who changed what, and who looked at whom",
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
}
