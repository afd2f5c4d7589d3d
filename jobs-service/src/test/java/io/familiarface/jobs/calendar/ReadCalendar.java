package io.familiarface.jobs.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.NoSuchElementException;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.property.DtStart;

/** A calendar as another program reads it, which takes none that breaks RFC 5545. */
record ReadCalendar(Calendar calendar) {

  static ReadCalendar of(String text) {
    assertThat(text).endsWith("END:VCALENDAR\r\n");
    assertThat(text.split("\r\n"))
        .allSatisfy(
            line -> {
              assertThat(line).doesNotContain("\n").doesNotContain("\r");
              assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75);
            });
    try {
      Calendar calendar = new CalendarBuilder().build(new StringReader(text));
      var result = calendar.validate();
      assertThat(result.hasErrors()).as(result.toString()).isFalse();
      return new ReadCalendar(calendar);
    } catch (IOException | ParserException e) {
      throw new AssertionError(text, e);
    }
  }

  /** One entry, by what a program shows of it; a day without a time begins at midnight UTC. */
  record Event(
      String uid,
      Instant start,
      int sequence,
      String status,
      String summary,
      String location,
      String description) {}

  List<Event> events() {
    return calendar.<CalendarComponent>getComponents(Component.VEVENT).stream()
        .map(ReadCalendar::event)
        .toList();
  }

  /** By the id of what it is, or by its summary. */
  Event event(String what) {
    return events().stream()
        .filter(event -> event.uid().startsWith(what) || event.summary().equals(what))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException(what + " in " + events()));
  }

  private static Event event(Component component) {
    return new Event(
        value(component, Property.UID),
        start(component),
        Integer.parseInt(value(component, Property.SEQUENCE)),
        value(component, Property.STATUS),
        value(component, Property.SUMMARY),
        value(component, Property.LOCATION),
        value(component, Property.DESCRIPTION));
  }

  private static Instant start(Component component) {
    DtStart<?> start = component.<DtStart<?>>getProperty(Property.DTSTART).orElseThrow();
    if (start.getDate() instanceof LocalDate day) {
      return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
    return start.getDate() instanceof ZonedDateTime zoned
        ? zoned.toInstant()
        : Instant.from(start.getDate());
  }

  private static String value(Component component, String name) {
    return component.getProperty(name).map(Property::getValue).orElse(null);
  }
}
