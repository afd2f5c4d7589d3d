package io.familiarface.feedback.words;

import io.familiarface.feedback.technician.Technicians;
import io.familiarface.risk.reason.Wording;
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

  public ZoneId zone() {
    return zone;
  }
}
