package io.familiarface.feedback.assessment;

import io.familiarface.database.RoundTrip;
import io.familiarface.risk.state.Flag;
import java.util.List;
import java.util.UUID;

/** What was told of a customer's flags, for when the state that held them cannot be read. */
public interface FlagsOnRecord {
  /** Those that were not withdrawn, oldest first. */
  List<Flag> told(UUID customer);

  /** Asks which of {@code :customers} have any that was not withdrawn. */
  RoundTrip.Rows<UUID> flagged(RoundTrip trip);
}
