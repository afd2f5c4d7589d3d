package io.familiarface.jobs.accounting;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import io.familiarface.rest.Money;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One line of a document.
 *
 * @param program what it is booked as: accounts and taxes are chosen by it; null of documents that
 *     were made before lines named it
 * @param unitPrice without tax
 * @param amount without tax
 */
public record DocumentLine(
    String description,
    @Schema(
            description =
                "What it is booked as: the program, by which accounts and taxes are chosen.")
        String program,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(type = SchemaType.STRING, examples = "1")
        BigDecimal quantity,
    @Schema(description = "Without tax.") Money unitPrice,
    LineTax tax,
    @Schema(description = "Without tax.") Money amount) {

  @JsonIgnore
  public String bookedAs() {
    return program == null ? description : program;
  }

  /**
   * @param rate such as 0.07
   */
  public record LineTax(
      @JsonFormat(shape = JsonFormat.Shape.STRING)
          @Schema(type = SchemaType.STRING, examples = "0.07")
          BigDecimal rate,
      Money amount) {}
}
