package io.familiarface.jobs.introduction;

import io.familiarface.jobs.Reference;
import io.familiarface.rest.Ref;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** At which visit whoever comes to a later one is to be introduced. */
@Schema(
    name = "NewIntroduction",
    example =
        """
        {"visitExternalId": "V9102-2", "jointVisitExternalId": "V9102-1"}\
        """)
record NewIntroduction(
    @Schema(description = "The visit of whoever is to be introduced.") UUID visitId,
    @Schema(examples = "V9102-2") @Size(min = 1, max = 100) String visitExternalId,
    @Schema(description = "The visit before it, at which both are to be.") UUID jointVisitId,
    @Schema(examples = "V9102-1") @Size(min = 1, max = 100) String jointVisitExternalId,
    @Schema(
            description =
                "Why whoever is introduced is there outside of their working hours all the same.")
        @Size(min = 1, max = 500) String override) {

  Ref visit() {
    return ref(Reference.required("visit", visitId, visitExternalId));
  }

  Ref jointVisit() {
    return ref(Reference.required("jointVisit", jointVisitId, jointVisitExternalId));
  }

  private static Ref ref(Reference reference) {
    return reference.id() != null
        ? Ref.of(reference.id())
        : Ref.fromString("ext:" + reference.externalId());
  }
}
