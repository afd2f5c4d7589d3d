package io.familiarface.jobs.accounting.export;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What accounting took of an export. */
@Schema(
    example =
        """
        {"rejected": []}""")
record NewConfirmation(
    @Size(max = 5000) @Schema(description = "Their numbers; left out: all but the rejected ones.")
        List<@NotBlank @Size(max = 40) String> accepted,
    @Size(max = 5000) List<@NotNull @Valid Rejection> rejected) {

  NewConfirmation {
    rejected = rejected == null ? List.of() : rejected;
  }

  /** A document that accounting did not take. */
  @Schema(name = "Rejection")
  record Rejection(
      @NotBlank @Size(max = 40) @Schema(examples = "INV-2026-000017") String number,
      @NotBlank @Size(max = 1000) @Schema(description = "Why, in the words of the accounting system.")
          String words) {}
}
