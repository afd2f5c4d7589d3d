package io.familiarface.jobs.notice;

import static io.familiarface.jobs.notice.NoticeTemplate.Placeholder.BEFORE;
import static io.familiarface.jobs.notice.NoticeTemplate.Placeholder.COMPANY;
import static io.familiarface.jobs.notice.NoticeTemplate.Placeholder.CUSTOMER;
import static io.familiarface.jobs.notice.NoticeTemplate.Placeholder.INTRODUCTION;
import static io.familiarface.jobs.notice.NoticeTemplate.Placeholder.MEETING;
import static io.familiarface.jobs.notice.NoticeTemplate.Placeholder.MEETING_BEFORE;
import static io.familiarface.jobs.notice.NoticeTemplate.Placeholder.NEWCOMER;
import static io.familiarface.jobs.notice.NoticeTemplate.Placeholder.PHONE;
import static io.familiarface.jobs.notice.NoticeTemplate.Placeholder.STAYS;
import static io.familiarface.jobs.notice.NoticeTemplate.Placeholder.USUAL;
import static io.familiarface.jobs.notice.NoticeTemplate.Placeholder.WHEN;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.CompanySettings;
import io.familiarface.jobs.visit.ArrivalWindow;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What to say to a customer of each kind of change, ready to be read out or sent: in the words of
 * the company, which are read and checked as the service starts.
 */
@Startup
@ApplicationScoped
class NoticeLetters {
  private static final String PROPERTY = "familiar.notices.letters.";

  private final Map<NoticeKind, NoticeTemplate> templates = new EnumMap<>(NoticeKind.class);
  private final CompanySettings company;
  private final CompanyCalendar calendar;

  NoticeLetters(NoticeSettings settings, CompanySettings company, CompanyCalendar calendar) {
    Map<String, NoticeSettings.Words> words = new TreeMap<>(settings.letters());
    for (NoticeKind kind : NoticeKind.values()) {
      String property = PROPERTY + kind.key();
      NoticeSettings.Words said = words.remove(kind.key());
      if (said == null) {
        throw new IllegalArgumentException(property + ".subject and .body are missing.");
      }
      templates.put(kind, NoticeTemplate.of(property, said.subject(), said.body()));
    }
    if (!words.isEmpty()) {
      throw new IllegalArgumentException(
          "There is no kind of notice for %s. There are: %s."
              .formatted(
                  PROPERTY + words.keySet().iterator().next(),
                  Arrays.stream(NoticeKind.values())
                      .map(NoticeKind::key)
                      .collect(Collectors.joining(", "))));
    }
    this.company = company;
    this.calendar = calendar;
  }

  NoticeView.Letter of(NoticeRow notice) {
    Map<NoticeTemplate.Placeholder, String> values =
        new EnumMap<>(NoticeTemplate.Placeholder.class);
    boolean other = notice.isOtherTechnician();
    boolean replaces = other && notice.knownTechnicianName() != null;
    put(values, CUSTOMER, notice.customerCalled());
    // Where we do not come, it is when they expect somebody.
    put(values, WHEN, notice.calledOff() ? known(notice) : when(notice));
    if (notice.isMoved() || notice.isOtherWindow()) {
      put(values, BEFORE, known(notice));
    }
    if (!notice.technicianLeft()) {
      put(values, replaces ? NEWCOMER : STAYS, notice.technicianName());
    }
    if (other) {
      put(values, USUAL, notice.knownTechnicianName());
    }
    if (other && !notice.technicianLeft()) {
      put(values, INTRODUCTION, notice.introduction());
    }
    put(
        values,
        MEETING,
        notice.tellsOfMeeting()
            ? ArrivalWindow.inWords(
                calendar, notice.introduceAt(), notice.introduceTimeSaid(), null)
            : null);
    if (notice.knownMeetingAt() != null && notice.isOtherMeeting()) {
      put(
          values,
          MEETING_BEFORE,
          ArrivalWindow.inWords(
              calendar, notice.knownMeetingAt(), notice.knownMeetingTimeSaid(), null));
    }
    put(values, COMPANY, company.name());
    put(values, PHONE, company.phone());
    return templates.get(NoticeKind.of(notice)).fill(values);
  }

  private static void put(
      Map<NoticeTemplate.Placeholder, String> values,
      NoticeTemplate.Placeholder placeholder,
      String value) {
    if (value != null) {
      values.put(placeholder, value);
    }
  }

  private String when(NoticeRow notice) {
    if (notice.projectId() != null) {
      return days(notice.scheduledAt(), notice.untilOn());
    }
    String when =
        ArrivalWindow.inWords(calendar, notice.scheduledAt(), notice.timeSaid(), notice.window());
    // Told of a time before, they would take the day alone for that time of another day.
    return notice.knownTimeSaid() && !notice.timeSaid() ? when + ", at any time of the day" : when;
  }

  private String known(NoticeRow notice) {
    if (notice.projectId() != null) {
      return days(notice.knownAt(), notice.knownUntil());
    }
    return ArrivalWindow.inWords(
        calendar, notice.knownAt(), notice.knownTimeSaid(), notice.knownWindow());
  }

  private String days(Instant from, LocalDate until) {
    String first = calendar.dayInWords(from);
    return calendar.dayOf(from).equals(until)
        ? first
        : first + " to " + calendar.dayInWords(calendar.startOf(until));
  }
}
