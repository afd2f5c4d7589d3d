package io.familiarface.feedback.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.familiarface.rest.testing.story.FeedDelivery;
import io.familiarface.rest.testing.story.NeighbourEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Projects, as jobs-service tells of them. */
public final class ProjectsTold {
  private ProjectsTold() {}

  /**
   * A project of one step, number 1 by Brightwood Floors, as the contract has it.
   *
   * @return its id
   */
  public static UUID ended(UUID customer, String step, Instant endsAt) {
    UUID project = UUID.randomUUID();
    FeedDelivery.live(List.of(planned(project, customer, step, endsAt, 1)));
    return project;
  }

  /** The same project as it is told at a revision. */
  public static NeighbourEvent planned(
      UUID project, UUID customer, String step, Instant endsAt, int revision) {
    ObjectNode data =
        (ObjectNode) NeighbourEvent.contract("jobs/project.planned").path("data").deepCopy();
    data.put("projectId", project.toString())
        .put("externalId", "PJ-" + project)
        .put("customerId", customer.toString())
        .put("endsAt", endsAt.toString())
        .put("revision", revision);
    ((ObjectNode) data.path("steps").path(0)).put("title", step).put("endsAt", endsAt.toString());
    return NeighbourEvent.of("jobs", "project.planned", customer, Instant.now(), data.toString());
  }
}
