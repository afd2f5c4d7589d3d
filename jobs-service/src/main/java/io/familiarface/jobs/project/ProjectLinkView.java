package io.familiarface.jobs.project;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A link, as whoever may revoke it sees it: without the key. */
@Schema(name = "ProjectLink")
record ProjectLinkView(
    UUID id, UUID projectId, Instant createdAt, String createdBy, Instant expiresAt) {

  static ProjectLinkView of(ProjectLink link) {
    return new ProjectLinkView(
        link.id, link.projectId, link.createdAt, link.createdBy, link.expiresAt);
  }

  /** A link just made. */
  @Schema(name = "MadeProjectLink")
  record Made(
      UUID id,
      UUID projectId,
      @Schema(description = "What to give to the customer. It is shown this once.") String url,
      Instant expiresAt) {}
}
