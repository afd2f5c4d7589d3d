package io.familiarface.feedback.followup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the calendar of the company from its configuration. */
@ApplicationScoped
class CompanyCalendar {

  @Produces
  BusinessCalendar calendar(
      FollowUpSettings settings, @ConfigProperty(name = "familiar.company.time-zone") ZoneId zone) {
    return new BusinessCalendar(zone, Set.copyOf(settings.holidays().orElse(List.of())));
  }
}
