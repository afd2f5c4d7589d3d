package io.familiarface.feedback.followup;

import java.util.UUID;

/**
 * What asks for a call, by a name, so that nothing asks twice: as SQL and, where needed, as text.
 */
final class CallCause {
  /** SQL: a low mark or a concern, of what was {@code said}. */
  static final String LOW_MARK = "'feedback/' || said.id";

  /** SQL: the next check-in of a case {@code c}. */
  static final String CHECK_IN = "concat_ws('/', 'check-in', c.id, c.round, c.check_ins)";

  /** SQL: the end of an agreement {@code a}; a later end asks anew. */
  static final String END_OF_AGREEMENT =
      "concat_ws('/', 'end', a.id, cast(floor(extract(epoch from a.ends_at)) as bigint))";

  /** So many are found at a time. */
  static final int AT_ONCE = 500;

  private CallCause() {}

  static String lowMark(UUID feedback) {
    return "feedback/" + feedback;
  }

  /**
   * @param checkIns how many there were before
   */
  static String checkIn(UUID complaint, int round, int checkIns) {
    return "check-in/%s/%d/%d".formatted(complaint, round, checkIns);
  }

  /**
   * SQL: of what was found those that have asked for no call before, some at a time.
   *
   * @param found a query with a column {@code cause}
   * @param order columns of it
   */
  static String notAskedBefore(String found, String order) {
    return """
    select found.* from (%s) found
    -- By its key, however much is expected to be found.
    left join lateral (
      select u.id from follow_up u where u.cause = found.cause limit 1) asked on true
    where asked.id is null
    order by %s limit %d
    """
        .formatted(found, order, AT_ONCE);
  }
}
