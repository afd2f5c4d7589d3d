package io.familiarface.jobs.history;

import io.familiarface.history.HistoryOptions;
import io.familiarface.history.column.Mapping;
import io.familiarface.rest.CurrencyCode;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** How somebody wants a history to be read. */
public class HistoryImportParameters {
  @QueryParam("dryRun")
  @DefaultValue("false")
  @Parameter(description = "Only shows how the file is understood.", example = "true")
  boolean dryRun;

  @QueryParam("preset")
  @Parameter(
      description =
          "generic, quickbooks, jobber, housecall-pro or servicetitan; found out if not given.")
  String preset;

  @QueryParam("dateFormat")
  @Parameter(description = "Such as MM/dd/yyyy; found out if not given, or asked for.")
  @Size(max = 40) String dateFormat;

  @QueryParam("currency")
  @DefaultValue("USD")
  @CurrencyCode
  @Parameter(
      description = "Of prices that name none.",
      example = "USD",
      schema = @Schema(type = SchemaType.STRING, pattern = "[A-Z]{3}"))
  String currency;

  @QueryParam("mapping")
  @Size(max = 8_000) @Parameter(
      description =
          "Your own names for columns, words and people: lines of 'our field = your header', or a"
              + " JSON object of the same.")
  String mapping;

  HistoryOptions options(ZoneId zone, Clock clock) {
    HistoryOptions options = HistoryOptions.in(zone).withClock(clock).withCurrency(currency);
    if (preset != null) {
      options = options.withPreset(preset);
    }
    if (dateFormat != null) {
      options = options.withDateFormat(dateFormat);
    }
    return mapping == null ? options : options.withMapping(Mapping.of(mapping));
  }
}
