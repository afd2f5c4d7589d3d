package io.familiarface.feedback.followup;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Sends the list of calls every business morning: once, however many copies of this run. Nobody
 * waits for the mail server within a transaction. Only a copy that dies, or loses the database,
 * between the server's answer and the mark leaves a day whose list is sent a second time.
 */
@ApplicationScoped
class SendingDailyMail {
  private static final Logger LOG = Logger.getLogger(SendingDailyMail.class);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH);
  private static final int CALLS_AT_MOST = 100;

  /** A list of the morning is of no use in the evening. */
  private static final int HOURS_OF_USE = 6;

  private final DailyMailSettings settings;
  private final ListingFollowUps listing;
  private final BusinessCalendar calendar;
  private final Mailer mailer;
  private final DailyMailClaims claims;
  private final Clock clock;
  private final ZoneId zone;

  SendingDailyMail(
      DailyMailSettings settings,
      ListingFollowUps listing,
      BusinessCalendar calendar,
      Mailer mailer,
      DailyMailClaims claims,
      Clock clock,
      @ConfigProperty(name = "familiar.company.time-zone") ZoneId zone) {
    this.settings = settings;
    this.listing = listing;
    this.calendar = calendar;
    this.mailer = mailer;
    this.claims = claims;
    this.clock = clock;
    this.zone = zone;
  }

  @Scheduled(
      every = "${familiar.daily-mail.every:5m}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void sendIfDue() {
    List<String> readers = settings.to().orElse(List.of());
    ZonedDateTime now = clock.instant().atZone(zone);
    if (readers.isEmpty() || !isTime(now)) {
      return;
    }
    LocalDate today = now.toLocalDate();
    if (!claims.take(today)) {
      return;
    }
    try {
      mailer.send(mail(today, readers));
    } catch (RuntimeException e) {
      claims.giveBack(today);
      LOG.warnf(
          "The daily mail could not be sent (%s). It is tried again; see quarkus.mailer.*",
          e.getClass().getName());
      return;
    }
    claims.markSent(today);
  }

  private boolean isTime(ZonedDateTime now) {
    LocalTime time = now.toLocalTime();
    LocalTime latest = settings.at().plusHours(HOURS_OF_USE);
    boolean untilMidnight = latest.isBefore(settings.at());
    return calendar.isBusinessDay(now.toLocalDate())
        && !time.isBefore(settings.at())
        && (untilMidnight || time.isBefore(latest));
  }

  private Mail mail(LocalDate today, List<String> readers) {
    List<DailyMailLine> calls =
        listing.open(CALLS_AT_MOST).stream()
            .map(call -> DailyMailLine.of(call, today, zone))
            .toList();
    String day = DAY.format(today);
    return new Mail()
        .setFrom(settings.from())
        .setTo(readers)
        .setSubject(subject(calls.size(), day))
        .setText(DailyMail.plain(day, calls, settings.link()).render())
        .setHtml(DailyMail.page(day, calls, settings.link()).render());
  }

  private static String subject(int calls, String day) {
    String count = calls == 0 ? "No calls" : calls == 1 ? "1 call" : calls + " calls";
    return count + " to make, " + day;
  }
}
