package io.familiarface.feedback.followup;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.feedback.testing.SettableClock;
import io.familiarface.feedback.testing.StoredRows;
import io.familiarface.rest.testing.story.CustomerStory;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.MockMailbox;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class SendingDailyMailTest {
  private static final ZoneId COMPANY = ZoneId.of("America/New_York");

  @Inject Company company;
  @Inject StoredRows database;
  @Inject MockMailbox mailbox;
  @Inject SendingDailyMail daily;
  @Inject DailyMailSettings settings;
  @Inject ListingFollowUps listing;
  @Inject BusinessCalendar calendar;
  @Inject DailyMailClaims claims;
  @Inject Clock clock;
  @Inject TransactionSynchronizationRegistry transaction;

  @BeforeEach
  void start() {
    company.startsAnew();
    mailbox.clear();
  }

  @AfterEach
  void back_to_today() {
    SettableClock.reset();
  }

  @Test
  void on_a_business_morning_the_list_is_sent_once() {
    company.flagged("Dorothy");
    company.plansItsCalls();
    isNext(DayOfWeek.TUESDAY, LocalTime.of(7, 1));
    daily.sendIfDue();
    daily.sendIfDue();
    List<Mail> mails = mailbox.getMailsSentTo("office@example.com");
    assertThat(mails).hasSize(1);
    Mail mail = mails.get(0);
    assertThat(mail.getTo()).containsExactly("office@example.com", "maria@example.com");
    assertThat(mail.getSubject()).startsWith("1 call to make, Tuesday, ");
    assertThat(mail.getText())
        .contains("1. Dorothy's Gifts", "not called yet", "nobody yet", "/today/");
    assertThat(mail.getHtml()).contains("Dorothy&#39;s Gifts", "/today/");
  }

  @Test
  void of_a_risk_that_is_next_to_nothing_or_not_known_it_makes_no_number() {
    CustomerStory dorothy = company.flagged("Dorothy");
    company.plansItsCalls();
    isNext(DayOfWeek.TUESDAY, LocalTime.of(7, 1));
    for (String risk : List.of("0.004", "0")) {
      database.change(
          "update customer_risk set probability = cast(? as float8) where customer_id = ?",
          risk,
          dorothy.id);
      database.change("truncate daily_mail");
      daily.sendIfDue();
    }
    List<Mail> mails = mailbox.getMailsSentTo("office@example.com");
    assertThat(mails.get(0).getText()).contains("Likely to leave: less than 1 in 100. Last:");
    assertThat(mails.get(0).getHtml()).contains("likely to leave: less than 1 in 100");
    assertThat(mails.get(1).getText()).contains("   Last: not").doesNotContain("ikely to leave");
    assertThat(mails.get(1).getHtml()).doesNotContain("ikely to leave");
  }

  @Test
  void a_name_is_text_whatever_is_in_it() {
    company.flagged("<img src=x onerror=alert(1)>");
    company.plansItsCalls();
    isNext(DayOfWeek.TUESDAY, LocalTime.of(7, 1));
    daily.sendIfDue();
    assertThat(mailbox.getMailsSentTo("office@example.com").get(0).getHtml())
        .contains("&lt;img src=x")
        .doesNotContain("<img");
  }

  @Test
  void before_the_hour_in_the_evening_and_on_sunday_there_is_no_mail() {
    isNext(DayOfWeek.TUESDAY, LocalTime.of(6, 59));
    daily.sendIfDue();
    isNext(DayOfWeek.TUESDAY, LocalTime.of(13, 1));
    daily.sendIfDue();
    isNext(DayOfWeek.SUNDAY, LocalTime.of(8, 0));
    daily.sendIfDue();
    assertThat(mailbox.getTotalMessagesSent()).isZero();
  }

  @Test
  void without_calls_it_says_so() {
    isNext(DayOfWeek.FRIDAY, LocalTime.of(8, 0));
    daily.sendIfDue();
    Mail mail = mailbox.getMailsSentTo("office@example.com").get(0);
    assertThat(mail.getSubject()).startsWith("No calls to make");
    assertThat(mail.getText()).contains("Enjoy the day");
  }

  @Test
  void nobody_waits_for_the_mail_server_within_a_transaction() {
    isNext(DayOfWeek.TUESDAY, LocalTime.of(7, 1));
    List<Integer> statuses = new ArrayList<>();
    by(mail -> statuses.add(transaction.getTransactionStatus())).sendIfDue();
    assertThat(statuses).containsExactly(Status.STATUS_NO_TRANSACTION);
  }

  @Test
  void what_the_mail_server_refuses_is_sent_the_next_time() {
    isNext(DayOfWeek.TUESDAY, LocalTime.of(7, 1));
    by(mail -> refuse()).sendIfDue();
    daily.sendIfDue();
    daily.sendIfDue();
    assertThat(mailbox.getMailsSentTo("office@example.com")).hasSize(1);
  }

  @Test
  void while_one_copy_sends_another_does_not() {
    isNext(DayOfWeek.TUESDAY, LocalTime.of(7, 1));
    by(mail -> daily.sendIfDue()).sendIfDue();
    daily.sendIfDue();
    assertThat(mailbox.getTotalMessagesSent()).isZero();
  }

  @Test
  void what_a_copy_that_died_had_claimed_another_sends_after_a_while() {
    isNext(DayOfWeek.TUESDAY, LocalTime.of(7, 1));
    claims.take(clock.instant().atZone(COMPANY).toLocalDate());
    daily.sendIfDue();
    assertThat(mailbox.getTotalMessagesSent()).isZero();
    isNext(DayOfWeek.TUESDAY, LocalTime.of(7, 32));
    daily.sendIfDue();
    assertThat(mailbox.getMailsSentTo("office@example.com")).hasSize(1);
  }

  /** Another copy of the service, whose mail server does this with a mail. */
  private SendingDailyMail by(Consumer<Mail> server) {
    return new SendingDailyMail(
        settings,
        listing,
        calendar,
        mails -> List.of(mails).forEach(server),
        claims,
        clock,
        COMPANY);
  }

  private static void refuse() {
    throw new IllegalStateException("421 too busy");
  }

  private static void isNext(DayOfWeek day, LocalTime time) {
    SettableClock.reset();
    ZonedDateTime then = ZonedDateTime.now(COMPANY).with(TemporalAdjusters.next(day)).with(time);
    SettableClock.putForward(Duration.between(Instant.now(), then.toInstant()));
  }
}
