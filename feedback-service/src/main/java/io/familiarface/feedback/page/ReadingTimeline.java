package io.familiarface.feedback.page;

import io.familiarface.feedback.complaint.Complaints;
import io.familiarface.feedback.feedback.FeedbackRepository;
import io.familiarface.feedback.history.Signals;
import io.familiarface.feedback.words.Words;
import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import io.familiarface.risk.signal.Signal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** Somebody reads one customer's timeline. */
@ApplicationScoped
public class ReadingTimeline {
  private final Signals signals;
  private final FlagAndCallEntries flagsAndCalls;
  private final Words words;
  private final FeedbackRepository feedback;
  private final Complaints complaints;
  private final Clock clock;

  ReadingTimeline(
      Signals signals,
      FlagAndCallEntries flagsAndCalls,
      Words words,
      FeedbackRepository feedback,
      Complaints complaints,
      Clock clock) {
    this.signals = signals;
    this.flagsAndCalls = flagsAndCalls;
    this.words = words;
    this.feedback = feedback;
    this.complaints = complaints;
    this.clock = clock;
  }

  /** A page of it, oldest first, within two instants; null for no bound. */
  Page<TimelineEntry> read(UUID customer, Instant from, Instant until, PageRequest page) {
    List<TimelineEntry> entries =
        all(customer)
            .filter(entry -> from == null || !entry.at().isBefore(from))
            .filter(entry -> until == null || !entry.at().isAfter(until))
            .filter(entry -> page.after().map(entry::comesAfter).orElse(true))
            .sorted(TimelineEntry.ORDER)
            .limit(page.limit() + 1L)
            .toList();
    return Page.of(withWords(entries), page, TimelineEntry::position, Function.identity());
  }

  /** The newest so many of it, oldest first. */
  public List<TimelineEntry> newest(UUID customer, int atMost) {
    List<TimelineEntry> entries = all(customer).sorted(TimelineEntry.ORDER).toList();
    return withWords(entries.subList(Math.max(0, entries.size() - atMost), entries.size()));
  }

  private Stream<TimelineEntry> all(UUID customer) {
    List<Signal> history = signals.until(clock.instant(), customer);
    SignalEntries entriesOf = new SignalEntries(words.now(), history);
    return Stream.concat(history.stream().map(entriesOf::of), flagsAndCalls.of(customer).stream());
  }

  /** Signals carry codes and marks only; the words are kept with the feedback and the complaint. */
  private List<TimelineEntry> withWords(List<TimelineEntry> entries) {
    Map<UUID, String> said =
        new HashMap<>(feedback.texts(ids(entries, TimelineEntryType.FEEDBACK_GIVEN)));
    said.putAll(complaints.texts(ids(entries, TimelineEntryType.COMPLAINT_RECEIVED)));
    return entries.stream()
        .map(
            entry ->
                entry.said() == null && said.containsKey(entry.id())
                    ? entry.saying(said.get(entry.id()))
                    : entry)
        .toList();
  }

  private static List<UUID> ids(List<TimelineEntry> entries, TimelineEntryType type) {
    return entries.stream().filter(entry -> entry.type() == type).map(TimelineEntry::id).toList();
  }
}
