package io.familiarface.feedback.complaint;

import io.familiarface.feedback.recovery.BusinessHours;
import io.familiarface.feedback.recovery.CaseClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the clock of the company's cases from its configuration. */
@ApplicationScoped
class CompanyCaseClock {

  @Produces
  CaseClock clock(
      ComplaintSettings settings,
      @ConfigProperty(name = "familiar.company.time-zone") ZoneId zone,
      @ConfigProperty(name = "familiar.follow-ups.holidays") Optional<List<LocalDate>> holidays) {
    return new CaseClock(
        new BusinessHours(
            zone, settings.opensAt(), settings.closesAt(), Set.copyOf(holidays.orElse(List.of()))),
        settings.due(),
        settings.checkIns(),
        settings.closing());
  }
}
