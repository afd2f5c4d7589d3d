package io.familiarface.jobs.accounting.export;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the accounting system has already, as far as the caller can say. */
@Schema(
    example =
        """
        {"numbersTaken": []}""")
record NewPreflight(
    @Size(max = 5000) @Schema(description = "The numbers of documents that the accounting system has.")
        List<@NotBlank @Size(max = 40) String> numbersTaken) {

  NewPreflight {
    numbersTaken = numbersTaken == null ? List.of() : numbersTaken;
  }
}
