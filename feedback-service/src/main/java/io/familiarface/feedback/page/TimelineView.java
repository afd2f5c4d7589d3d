package io.familiarface.feedback.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.familiarface.feedback.customer.CustomerCopy;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of what happened to a customer. */
@Schema(name = "Timeline", description = "What happened to a customer, oldest first.")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record TimelineView(Whose customer, List<TimelineEntry> items, String nextCursor) {

  /** Whose timeline it is. */
  @Schema(name = "TimelineCustomer")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Whose(
      UUID id,
      @Schema(examples = "C0001") String externalId,
      String name,
      String preferredName,
      String branch) {

    public static Whose of(CustomerCopy copy) {
      return new Whose(
          copy.id(), copy.externalId(), copy.name(), copy.preferredName(), copy.branch());
    }
  }
}
