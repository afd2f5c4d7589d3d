package io.familiarface.feedback.page;

import io.familiarface.feedback.flag.CustomerFlagState;
import io.familiarface.feedback.flag.CustomerFlags;
import io.familiarface.feedback.flag.CustomerFlags.FlagPeriod;
import io.familiarface.feedback.followup.CallOutcome;
import io.familiarface.feedback.followup.FollowUps;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** What we said and did about a customer as entries of the timeline: flags, and calls. */
@ApplicationScoped
class FlagAndCallEntries {
  private final CustomerFlags flags;
  private final FollowUps followUps;

  FlagAndCallEntries(CustomerFlags flags, FollowUps followUps) {
    this.flags = flags;
    this.followUps = followUps;
  }

  List<TimelineEntry> of(UUID customer) {
    return Stream.concat(
            flags.periodsOf(customer).stream().flatMap(FlagAndCallEntries::entries),
            followUps.callsTo(customer).stream().map(FlagAndCallEntries::entry))
        .toList();
  }

  private static Stream<TimelineEntry> entries(FlagPeriod flag) {
    Stream.Builder<TimelineEntry> entries = Stream.builder();
    entries.add(
        entry(
            flag,
            "raised",
            flag.raisedAt(),
            TimelineEntryType.FLAG_RAISED,
            "Flagged: likely to leave."));
    if (flag.clearedAt() != null) {
      entries.add(
          entry(
              flag,
              "cleared",
              flag.clearedAt(),
              TimelineEntryType.FLAG_CLEARED,
              "The flag was cleared."));
    }
    if (flag.endedAt() != null) {
      boolean kept = flag.state() == CustomerFlagState.KEPT;
      entries.add(
          entry(
              flag,
              "ended",
              flag.endedAt(),
              kept ? TimelineEntryType.FLAG_KEPT : TimelineEntryType.FLAG_LOST,
              kept ? "The customer stayed: the flag ended well." : lost(flag)));
    }
    return entries.build();
  }

  private static String lost(FlagPeriod flag) {
    if (flag.leadDays() == null || flag.leadVisits() == null) {
      return "We lost the customer.";
    }
    return "We lost the customer, %d days and %d %s after the flag."
        .formatted(flag.leadDays(), flag.leadVisits(), flag.leadVisits() == 1 ? "visit" : "visits");
  }

  private static TimelineEntry entry(
      FlagPeriod flag, String aspect, Instant at, TimelineEntryType type, String text) {
    return TimelineEntry.of("flag/" + flag.id() + "/" + aspect, at, type, flag.id(), text);
  }

  private static TimelineEntry entry(FollowUps.Call call) {
    String text = call.by() + " " + words(call.outcome()) + ".";
    return TimelineEntry.of(
            "call/" + call.id(), call.at(), TimelineEntryType.CALLED, call.id(), text)
        .saying(call.said());
  }

  private static String words(CallOutcome outcome) {
    return switch (outcome) {
      case REACHED -> "called: reached";
      case NO_ANSWER -> "called: no answer";
      case CALL_BACK -> "called: is to call back";
      case WRONG_NUMBER -> "called: wrong number";
      case NOT_NEEDED -> "saw no need to call";
    };
  }
}
