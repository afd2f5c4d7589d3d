package io.familiarface.customers;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which day it is where the company is. */
@ApplicationScoped
public class CompanyDay {
  private final Clock clock;
  private final ZoneId zone;

  CompanyDay(Clock clock, @ConfigProperty(name = "familiar.company.time-zone") ZoneId zone) {
    this.clock = clock;
    this.zone = zone;
  }

  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }
}
