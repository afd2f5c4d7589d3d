package io.familiarface.jobs.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.CompanySettings;
import io.familiarface.jobs.visit.Permanence;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NoticeTemplateTest {
  private static final Instant MONDAY = Instant.parse("2027-01-04T15:00:00Z");
  private static final Instant FRIDAY = Instant.parse("2027-01-08T15:00:00Z");
  private static final String OTHERWISE =
      "\n\nIf that doesn't suit you, please tell us: we will find another way.";

  private final Map<String, NoticeSettings.Words> words = new HashMap<>();
  private String customer = "Dorothy";
  private String was = "Ben";
  private String comes = "Cleo";
  private Instant knownAt = MONDAY;
  private Integer knownWindow;
  private Instant at = MONDAY;
  private Integer window;
  private boolean timed = true;
  private boolean knownTimed = true;
  private boolean off;
  private Permanence permanence = Permanence.THIS_VISIT;
  private Instant meeting;
  private Instant knownMeeting;
  private boolean left;
  private LocalDate until = LocalDate.of(2027, 1, 8);
  private UUID project;

  private record Said(String subject, String body) implements NoticeSettings.Words {}

  @BeforeEach
  void as_configured() throws IOException {
    Properties properties = new Properties();
    try (InputStream file =
        NoticeLetters.class.getClassLoader().getResourceAsStream("application.properties")) {
      properties.load(file);
    }
    for (NoticeKind kind : NoticeKind.values()) {
      String property = "familiar.notices.letters." + kind.key();
      words.put(
          kind.key(),
          new Said(
              properties.getProperty(property + ".subject"),
              properties.getProperty(property + ".body")));
    }
  }

  @Test
  void another_face_is_introduced_in_two_sentences() {
    NoticeView.Letter letter = letter();
    assertThat(letter.subject()).isEqualTo("Who comes to you on Monday 4 January 2027, 10:00");
    assertThat(letter.text())
        .isEqualTo(
            "Hello Dorothy,\n\nOn Monday 4 January 2027, 10:00, Cleo comes to you in place of Ben."
                + " Cleo keeps bees. Dogs like Cleo."
                + OTHERWISE);
    was = null;
    assertThat(letter().text()).contains("On Monday 4 January 2027, 10:00, Cleo comes to you.");
  }

  @Test
  void of_a_visit_at_no_time_in_particular_the_day_is_said() {
    timed = false;
    knownTimed = false;
    assertThat(letter().subject()).isEqualTo("Who comes to you on Monday 4 January 2027");
  }

  @Test
  void of_a_time_that_nobody_had_said_none_is_named() {
    comes = "Ben";
    knownTimed = false;
    at = FRIDAY;
    assertThat(letter().text())
        .contains("Your visit of Monday 4 January 2027 moves to Friday 8 January 2027, 10:00.");
    timed = false;
    knownTimed = true;
    assertThat(letter().text())
        .contains(
            "Your visit of Monday 4 January 2027, 10:00 moves to"
                + " Friday 8 January 2027, at any time of the day.");
  }

  @Test
  void when_we_do_not_come_nobody_is_named() {
    off = true;
    assertThat(letter().subject())
        .isEqualTo("We can't come to you on Monday 4 January 2027, 10:00");
    assertThat(letter().text())
        .contains("You reach us at +1 413.")
        .doesNotContain("Ben")
        .doesNotContain("Cleo");
  }

  @Test
  void whoever_comes_from_now_on_is_met_before() {
    permanence = Permanence.FOR_GOOD;
    at = FRIDAY;
    meeting = MONDAY;
    NoticeView.Letter letter = letter();
    assertThat(letter.subject()).isEqualTo("Who comes to you from Friday 8 January 2027, 10:00 on");
    assertThat(letter.text())
        .contains(
            "Your visit of Monday 4 January 2027, 10:00 moves to Friday 8 January 2027, 10:00."
                + " From Friday 8 January 2027, 10:00 on, Cleo comes to you in place of Ben."
                + " Cleo keeps bees. Dogs like Cleo."
                + " On Monday 4 January 2027, 10:00, both come, so that you meet before.");
  }

  @Test
  void a_move_says_from_when_to_when_and_who_comes() {
    at = FRIDAY;
    assertThat(letter().text()).contains("Cleo comes to you in place of Ben. Cleo keeps bees.");
    comes = "Ben";
    assertThat(letter().subject()).isEqualTo("Your visit moves to Friday 8 January 2027, 10:00");
    assertThat(letter().text())
        .isEqualTo(
            "Hello Dorothy,\n\nYour visit of Monday 4 January 2027, 10:00 moves to"
                + " Friday 8 January 2027, 10:00. Ben comes to you."
                + OTHERWISE);
  }

  @Test
  void another_window_is_said_with_the_one_before() {
    comes = "Ben";
    knownWindow = 120;
    window = 60;
    assertThat(letter().text())
        .contains(
            "not Monday 4 January 2027, between 10:00 and 12:00,"
                + " but Monday 4 January 2027, between 10:00 and 11:00.");
  }

  @Test
  void what_nobody_knows_is_not_made_up() {
    customer = null;
    comes = null;
    assertThat(letter().text())
        .startsWith("We will tell you as soon as we know who comes.\n\n")
        .doesNotContain("{");
  }

  @Test
  void a_meeting_is_said_where_it_is_other_than_they_were_told() {
    comes = "Ben";
    meeting = MONDAY;
    assertThat(letter().text())
        .contains("On Monday 4 January 2027, 10:00, both come, so that you meet before.")
        .doesNotContain("We said");
    knownMeeting = MONDAY;
    assertThat(letter().text()).doesNotContain("both come");
    at = FRIDAY;
    meeting = null;
    assertThat(letter().text())
        .contains("both come to you on Monday 4 January 2027, 10:00: that is not so any more.");
  }

  @Test
  void whoever_is_gone_by_then_is_named_to_nobody() {
    left = true;
    knownMeeting = MONDAY;
    assertThat(letter().text())
        .contains("that is not so any more. We will tell you as soon as we know who comes.")
        .doesNotContain("Cleo");
    project = UUID.randomUUID();
    knownMeeting = null;
    assertThat(letter().text()).doesNotContain("Cleo");
  }

  @Test
  void a_step_of_a_project_has_days() {
    project = UUID.randomUUID();
    timed = false;
    knownTimed = false;
    at = FRIDAY;
    assertThat(letter().subject())
        .isEqualTo("Your project: what is planned for Friday 8 January 2027");
    assertThat(letter().text())
        .contains(
            "What we planned for Monday 4 January 2027 is now planned for Friday 8 January 2027."
                + " Cleo comes to you in place of Ben.");
    until = LocalDate.of(2027, 1, 10);
    assertThat(letter().text())
        .contains(
            "What we planned for Monday 4 January 2027 is now planned for"
                + " Friday 8 January 2027 to Sunday 10 January 2027.");
  }

  @Test
  void a_company_says_it_in_its_own_words() {
    words.put(
        "change",
        new Said("{company} kommt am {when}", "{newcomer} ($1) kommt.\n\nFragen? {phone}"));
    assertThat(letter())
        .isEqualTo(
            new NoticeView.Letter(
                "Pests & Co kommt am Monday 4 January 2027, 10:00",
                "Cleo ($1) kommt.\n\nFragen? +1 413"));
  }

  @Test
  void what_could_not_be_filled_in_is_refused_at_start() {
    refused("change", "Hello {customer}", "Words", "change.subject has {customer}");
    refused("change", "Hello", "{whoo} comes", "change.body has {whoo}, which stands for nothing");
    refused("move", "One\nTwo", "Words", "move.subject has to be one line");
    refused("step", "Words", " ", "step.body has no words");
    words.put("farewell", new Said("Words", "Words"));
    assertThatThrownBy(this::letters)
        .hasMessageStartingWith(
            "There is no kind of notice for familiar.notices.letters.farewell.");
    words.remove("farewell");
    words.remove("nobody");
    assertThatThrownBy(this::letters).hasMessageContaining("letters.nobody.subject and .body");
  }

  private void refused(String kind, String subject, String body, String why) {
    NoticeSettings.Words before = words.put(kind, new Said(subject, body));
    assertThatThrownBy(this::letters).hasMessageContaining(why);
    words.put(kind, before);
  }

  private NoticeLetters letters() {
    return new NoticeLetters(
        new NoticeSettings() {
          @Override
          public Duration period() {
            return Duration.ofHours(24);
          }

          @Override
          public Optional<String> mailFrom() {
            return Optional.empty();
          }

          @Override
          public Map<String, Words> letters() {
            return words;
          }
        },
        new CompanySettings() {
          @Override
          public String name() {
            return "Pests & Co";
          }

          @Override
          public String phone() {
            return "+1 413";
          }

          @Override
          public String mission() {
            return "";
          }
        },
        new CompanyCalendar(Clock.systemUTC(), ZoneId.of("America/New_York")));
  }

  private NoticeView.Letter letter() {
    UUID ben = new UUID(0, 1);
    UUID cleo = new UUID(0, 2);
    return letters()
        .of(
            new NoticeRow(
                UUID.randomUUID(),
                project == null ? UUID.randomUUID() : null,
                project,
                project == null ? null : 1,
                project == null ? null : LocalDate.of(2027, 1, 4),
                project == null ? null : until,
                UUID.randomUUID(),
                null,
                null,
                customer,
                NoticeState.OPEN,
                was == null ? null : ben,
                was,
                knownAt,
                knownTimed,
                knownWindow,
                comes == null ? null : comes.equals("Ben") ? ben : cleo,
                comes,
                comes == null ? null : "Cleo keeps bees. Dogs like Cleo.",
                null,
                left,
                at,
                window,
                timed,
                off,
                knownMeeting,
                knownMeeting != null,
                permanence,
                MONDAY,
                MONDAY,
                null,
                null,
                meeting,
                meeting != null,
                false,
                null,
                null,
                null,
                null,
                null,
                0));
  }
}
