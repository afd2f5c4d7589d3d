package io.familiarface.feedback.followup;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Which calls are held back on purpose, so that it is learned whether calling helps. */
public interface HoldOut {
  /**
   * In which group of the running experiment the customers are; those whom it is not about are
   * missing, and all are while there is none. Lots are drawn in the order given, one transaction at
   * a time: what is drawn counts once it is on record.
   */
  Map<UUID, Group> groups(Collection<UUID> customers);

  /**
   * How long it is watched what becomes of a customer; held back, they are not called until then.
   */
  Duration watched();

  /**
   * What is noted of a call.
   *
   * @param stratum how likely the customer is to leave; the groups are compared within it
   */
  record Group(int experiment, String stratum, boolean heldBack) {}
}
