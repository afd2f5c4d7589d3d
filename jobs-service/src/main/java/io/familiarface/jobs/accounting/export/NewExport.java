package io.familiarface.jobs.accounting.export;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is to go to accounting. */
@Schema(
    example =
        """
        {"format": "CSV", "since": "LAST"}""")
record NewExport(
    @NotNull ExportFormat format,
    @Pattern(
            regexp = "LAST|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}",
            message = "is LAST or the id of an export")
        @Schema(
            description =
                "LAST, also if left out: all that has not gone out yet, and what was refused. The id"
                    + " of an export: all that has gone out after it as well, once more.")
        String since) {

  NewExport {
    since = since == null ? Exports.LAST : since;
  }
}
