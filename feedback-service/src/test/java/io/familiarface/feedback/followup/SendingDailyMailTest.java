package io.familiarface.feedback.followup;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.feedback.testing.SettableClock;
import io.familiarface.feedback.testing.StoredRows;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.MockMailbox;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
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

  private static void isNext(DayOfWeek day, LocalTime time) {
    SettableClock.reset();
    ZonedDateTime then = ZonedDateTime.now(COMPANY).with(TemporalAdjusters.next(day)).with(time);
    SettableClock.putForward(Duration.between(Instant.now(), then.toInstant()));
  }
}
