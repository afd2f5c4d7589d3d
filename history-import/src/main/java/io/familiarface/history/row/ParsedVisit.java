package io.familiarface.history.row;

import io.familiarface.history.value.Outcome;
import io.familiarface.history.value.Price;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * One line of the file, understood. Null is what the line doesn't say.
 *
 * @param technicians keys, whoever is named first in front
 */
public record ParsedVisit(
    long line,
    LocalDate day,
    LocalTime time,
    ParsedArrival arrival,
    ParsedCustomer customer,
    List<String> technicians,
    String visitId,
    Outcome outcome,
    ParsedChange change,
    String program,
    Price price,
    ParsedCancellation cancellation) {

  public String name() {
    return customer.name();
  }

  public boolean isCompleted() {
    return outcome == Outcome.COMPLETED;
  }

  /** Called off beforehand: no visit, but the line may say that the customer left. */
  public boolean isVisit() {
    return outcome != Outcome.CALLED_OFF;
  }

  public boolean hasBeen() {
    return isCompleted() || outcome.isMissed();
  }
}
