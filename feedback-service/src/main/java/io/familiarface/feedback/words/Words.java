package io.familiarface.feedback.words;

import io.familiarface.database.RoundTrip;
import io.familiarface.feedback.technician.Technicians;
import io.familiarface.risk.reason.Wording;
import io.familiarface.risk.signal.Disengagement;
import io.familiarface.risk.signal.PromiseKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The names and days in which reasons are told: technicians as known, days where we work. */
@ApplicationScoped
public class Words {
  private final Technicians technicians;
  private final ZoneId zone;

  Words(Technicians technicians, @ConfigProperty(name = "familiar.company.time-zone") ZoneId zone) {
    this.technicians = technicians;
    this.zone = zone;
  }

  /** For one answer or one batch: names are read once, when the first is needed. */
  public Wording now() {
    return new Wording(technicians.names(), zone);
  }

  /** Reads the names with the round trip, where they would else be read for an answer. */
  public Runnable refresh(RoundTrip trip) {
    return technicians.refreshNames(trip);
  }

  public ZoneId zone() {
    return zone;
  }

  /** How a customer drew back. */
  public static String of(Disengagement how) {
    return switch (how) {
      case PAUSED -> "The customer asked for a pause";
      case LESS_OFTEN -> "The customer agreed on fewer visits";
      case RESCHEDULED -> "The customer asked to move a visit";
    };
  }

  /** What was promised. */
  public static String of(PromiseKind promise) {
    return switch (promise) {
      case SAME_TECHNICIAN -> "the same technician";
      case ARRIVAL_WINDOW -> "an arrival window";
      case CALL_AHEAD -> "a call ahead";
      case PRICE -> "a price";
      case OTHER -> "something";
    };
  }
}
