package io.familiarface.jobs.visit;

import io.familiarface.rest.Ref;
import io.familiarface.rest.page.ExternalIds;
import io.familiarface.rest.problem.CommonProblem;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which visits to list, and from which end. */
public class VisitFilter {
  @QueryParam("externalId")
  @Parameter(description = ExternalIds.DESCRIPTION, example = "[\"V0001-001\"]")
  List<String> externalId;

  @QueryParam("agreementId")
  @Parameter(example = "ext:A0001")
  Ref agreementId;

  @QueryParam("customerId")
  @Parameter(description = "An id, or ext: and an external id.")
  Ref customerId;

  @QueryParam("technicianId")
  @Parameter(description = "Who is to come or came: an id, or ext: and an external id.")
  Ref technicianId;

  @QueryParam("state")
  VisitState state;

  @QueryParam("from")
  @Parameter(description = "Scheduled at this instant or later.")
  Instant from;

  @QueryParam("to")
  @Parameter(description = "Scheduled before this instant.")
  Instant to;

  @QueryParam("needsSubstitute")
  @DefaultValue("false")
  @Parameter(
      description =
          "true: only planned visits to come whose technician is away, has left, or isn't there"
              + " yet.")
  boolean needsSubstitute;

  @QueryParam("sort")
  @Parameter(
      description = "scheduledAt (earliest first) if left out; -scheduledAt for the latest first.",
      schema =
          @Schema(
              type = SchemaType.STRING,
              enumeration = {"scheduledAt", "-scheduledAt"}))
  String sort;

  VisitOrder order() {
    return VisitOrder.named(sort == null ? "scheduledAt" : sort)
        .orElseThrow(
            () ->
                CommonProblem.INVALID_REQUEST.at(
                    "?sort", "sort must be scheduledAt or -scheduledAt."));
  }

  /**
   * Whether the state is what narrows the list most: that of an agreement, a customer or a
   * technician is short. Those that are completed are most of all.
   */
  boolean isByState() {
    return state != null
        && state != VisitState.COMPLETED
        && agreementId == null
        && customerId == null
        && technicianId == null
        && externalIds() == null;
  }

  /** The keys of another system to narrow the list to; null for all. */
  List<String> externalIds() {
    return ExternalIds.of(externalId);
  }
}
