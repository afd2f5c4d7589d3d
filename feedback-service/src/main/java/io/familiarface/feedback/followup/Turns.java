package io.familiarface.feedback.followup;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Whose turn it is to call: whoever has the fewest calls, in the order of the configuration. */
@ApplicationScoped
class Turns {
  private final FollowUps followUps;
  private final List<String> owners;

  Turns(FollowUps followUps, FollowUpSettings settings) {
    this.followUps = followUps;
    this.owners = settings.owners().orElse(List.of());
  }

  Round begin() {
    return new Round(owners, owners.isEmpty() ? Map.of() : followUps.openOf(owners));
  }

  /** Gives out calls, and counts those that it gives. */
  static final class Round {
    private final List<String> owners;
    private final Map<String, Integer> calls;

    private Round(List<String> owners, Map<String, Integer> calls) {
      this.owners = owners;
      this.calls = calls;
    }

    /** Null while nobody is named. */
    String next() {
      if (owners.isEmpty()) {
        return null;
      }
      String owner =
          owners.stream()
              .min(Comparator.comparing(name -> calls.getOrDefault(name, 0)))
              .orElseThrow();
      calls.merge(owner, 1, Integer::sum);
      return owner;
    }
  }
}
