package io.familiarface.history.line;

import io.familiarface.history.Destination;
import io.familiarface.history.value.Price;
import java.time.LocalDate;

/**
 * An agreement.
 *
 * @param recurrence a rule of RFC 5545
 * @param technicianExternalId who came first
 */
public record AgreementLine(
    String externalId,
    String customerExternalId,
    String program,
    String recurrence,
    boolean recurrenceGuessed,
    LocalDate startsOn,
    Price price,
    String technicianExternalId)
    implements ImportLine {
  @Override
  public Destination destination() {
    return Destination.AGREEMENTS;
  }

  /** The same terms from another day on, with another technician. */
  public AgreementLine startingOn(LocalDate day, String technician) {
    return new AgreementLine(
        externalId,
        customerExternalId,
        program,
        recurrence,
        recurrenceGuessed,
        day,
        price,
        technician);
  }
}
