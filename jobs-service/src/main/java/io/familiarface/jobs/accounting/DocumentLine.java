package io.familiarface.jobs.accounting;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.familiarface.rest.Money;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One line of a document.
 *
 * @param unitPrice without tax
 * @param amount without tax
 */
public record DocumentLine(
    String description,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(type = SchemaType.STRING, examples = "1")
        BigDecimal quantity,
    @Schema(description = "Without tax.") Money unitPrice,
    LineTax tax,
    @Schema(description = "Without tax.") Money amount) {

  /**
   * @param rate such as 0.07
   */
  public record LineTax(
      @JsonFormat(shape = JsonFormat.Shape.STRING)
          @Schema(type = SchemaType.STRING, examples = "0.07")
          BigDecimal rate,
      Money amount) {}
}
