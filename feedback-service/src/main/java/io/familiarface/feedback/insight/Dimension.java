package io.familiarface.feedback.insight;

import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** By what jobs are told apart. */
@Schema(name = "InsightDimension")
enum Dimension {
  TECHNICIAN,
  BRANCH,
  PROGRAM,
  STEP,
  SUPPLIER,
  STEP_BRANCH,
  STEP_TECHNICIAN,
  BRANCH_STEP,
  HOUR,
  WEEKDAY,
  FAMILIARITY,
  SENT,
  ON_TIME,
  QUALIFIED;

  private static final Map<String, String> WORDS =
      Map.of(
          "NEW", "a technician new to the customer",
          "KNOWN", "a technician known to the customer",
          "INSTEAD", "somebody else than planned",
          "AS_PLANNED", "whoever was planned",
          "YES", "on time",
          "NO", "late",
          "UNKNOWN", "not known whether on time");

  private static final String[] DAYS = {
    "Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays"
  };

  /**
   * What a group is called.
   *
   * @param called the technician's name if it is one, or that of a crossing; else null
   */
  String name(String key, String called) {
    return switch (this) {
      case TECHNICIAN -> technician(called);
      case BRANCH -> key + " branch";
      case PROGRAM -> key;
      case STEP -> key + " step";
      case SUPPLIER -> "supplier " + key;
      case STEP_BRANCH -> key + " branch, steps of projects";
      case STEP_TECHNICIAN -> technician(called) + ", steps of projects";
      case BRANCH_STEP -> called;
      case HOUR -> String.format(Locale.ENGLISH, "%02d:00 to %02d:59", hour(key), hour(key));
      case WEEKDAY -> DAYS[Integer.parseInt(key) - 1];
      case QUALIFIED ->
          key.equals("YES")
              ? "a technician with a technical course on record"
              : "a technician without a technical course on record";
      case FAMILIARITY, SENT, ON_TIME -> WORDS.getOrDefault(key, key);
    };
  }

  private static String technician(String name) {
    return name == null ? "a technician without a name" : name;
  }

  private static int hour(String key) {
    return Integer.parseInt(key);
  }
}
