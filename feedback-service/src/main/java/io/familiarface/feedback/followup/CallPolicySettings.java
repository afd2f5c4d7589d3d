package io.familiarface.feedback.followup;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;

/** Whom the company calls besides those who are likely to leave; quiet unless it asks for more. */
@ConfigMapping(prefix = "familiar.follow-ups.policy")
interface CallPolicySettings {
  /** How often it is looked whom to call out of courtesy; {@code off} for never. */
  @WithDefault("60s")
  String every();

  /** After which visits the customer is asked how it went. */
  enum AfterVisit {
    NONE,
    /** The first one of a customer. */
    FIRST,
    /** The first one by each technician, which the first of all is too. */
    NEW_TECHNICIAN,
    EVERY
  }

  @WithDefault("FIRST")
  AfterVisit afterVisit();

  /** So many business days after the visit. */
  @WithDefault("1")
  @Min(0) @Max(60) int afterVisitDue();

  /** So many days after the end of a project the customer is asked how it held up; 0 for never. */
  @WithDefault("30,90,365")
  List<@Min(0) @Max(3650) Integer> afterProject();

  /** So many business days after such a day. */
  @WithDefault("5")
  @Min(0) @Max(60) int afterProjectDue();

  /** So many days before a visit by somebody else than usual; 0 for never. */
  @WithDefault("3")
  @Min(0) @Max(60) int beforeNewTechnician();

  /** So many days before an agreement ends that nobody has renewed; 0 for never. */
  @WithDefault("30")
  @Min(0) @Max(365) int beforeEnd();

  /** Whether the check-ins of a case are on the list of calls, too. */
  @WithDefault("true")
  boolean rebuilding();

  /** Whether who has left is asked why. */
  @WithDefault("true")
  boolean afterLeaving();

  /** So many business days after the customer left. */
  @WithDefault("5")
  @Min(0) @Max(60) int afterLeavingDue();

  /** A call follows on a satisfaction of so much or less, 0 for none. */
  @WithDefault("2")
  @Min(0) @Max(5) int lowSatisfaction();

  /** So many business days after a low mark, a concern, or an answer on the page of a case. */
  @WithDefault("1")
  @Min(0) @Max(60) int unhappyDue();

  /**
   * Calls after visits and projects, before new technicians and the end of agreements, and after
   * leaving, in a week, a share of them on each business day; most at stake first.
   */
  @WithDefault("15")
  @Min(0) @Max(10_000) int courtesyCallsAWeek();
}
