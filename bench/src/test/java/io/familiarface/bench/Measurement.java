package io.familiarface.bench;

import java.util.Locale;

/**
 * One line of the table.
 *
 * @param higherIsBetter whether the aim is a least or a most
 */
record Measurement(
    String what, double measured, String unit, double aim, boolean higherIsBetter, String how) {

  static Measurement atLeast(String what, double measured, String unit, double aim, String how) {
    return new Measurement(what, measured, unit, aim, true, how);
  }

  static Measurement atMost(String what, double measured, String unit, double aim, String how) {
    return new Measurement(what, measured, unit, aim, false, how);
  }

  boolean isMet() {
    return higherIsBetter ? measured >= aim : measured <= aim;
  }

  String row() {
    return String.format(
        Locale.ROOT,
        "| %s | %s %s | %s %s %s | %s | %s |",
        what,
        number(measured),
        unit,
        higherIsBetter ? "≥" : "≤",
        number(aim),
        unit,
        isMet() ? "met" : "**short**",
        how);
  }

  static String number(double value) {
    return Math.abs(value) >= 100
        ? String.format(Locale.ROOT, "%,.0f", value)
        : String.format(Locale.ROOT, "%.2f", value);
  }
}
