package io.familiarface.feedback.followup;

import io.familiarface.database.Database;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.quarkus.narayana.jta.QuarkusTransaction;
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

/** Sends the list of calls every business morning: once, however many copies of this run. */
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
  private final Database database;
  private final Clock clock;
  private final ZoneId zone;

  SendingDailyMail(
      DailyMailSettings settings,
      ListingFollowUps listing,
      BusinessCalendar calendar,
      Mailer mailer,
      Database database,
      Clock clock,
      @ConfigProperty(name = "familiar.company.time-zone") ZoneId zone) {
    this.settings = settings;
    this.listing = listing;
    this.calendar = calendar;
    this.mailer = mailer;
    this.database = database;
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
    try {
      QuarkusTransaction.requiringNew().run(() -> sendOnce(now.toLocalDate(), readers));
    } catch (RuntimeException e) {
      LOG.warnf(
          "The daily mail could not be sent (%s). It is tried again; see quarkus.mailer.*",
          e.getMessage());
    }
  }

  private boolean isTime(ZonedDateTime now) {
    LocalTime time = now.toLocalTime();
    LocalTime latest = settings.at().plusHours(HOURS_OF_USE);
    boolean untilMidnight = latest.isBefore(settings.at());
    return calendar.isBusinessDay(now.toLocalDate())
        && !time.isBefore(settings.at())
        && (untilMidnight || time.isBefore(latest));
  }

  /** The day is marked in the same transaction: a mail that fails leaves no mark. */
  private void sendOnce(LocalDate today, List<String> readers) {
    int marked =
        database
            .sql("insert into daily_mail (day, sent_at) values (:day, :at) on conflict do nothing")
            .bind("day", today)
            .bind("at", clock.instant())
            .update();
    if (marked == 0) {
      return;
    }
    List<DailyMailLine> calls =
        listing.open(CALLS_AT_MOST).stream()
            .map(call -> DailyMailLine.of(call, today, zone))
            .toList();
    String day = DAY.format(today);
    mailer.send(
        new Mail()
            .setFrom(settings.from())
            .setTo(readers)
            .setSubject(subject(calls.size(), day))
            .setText(DailyMail.plain(day, calls, settings.link()).render())
            .setHtml(DailyMail.page(day, calls, settings.link()).render()));
  }

  private static String subject(int calls, String day) {
    String count = calls == 0 ? "No calls" : calls == 1 ? "1 call" : calls + " calls";
    return count + " to make, " + day;
  }
}
