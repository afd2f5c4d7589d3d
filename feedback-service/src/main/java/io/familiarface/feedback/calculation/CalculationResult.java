package io.familiarface.feedback.calculation;

/**
 * What a calculation came to.
 *
 * @param result to be kept as JSON; may be null
 * @param change done in the transaction that puts the outcome on record, so that there is both or
 *     neither
 * @param afterwards done once that is committed
 */
public record CalculationResult(
    Calculation.State state, String verdict, Object result, Runnable change, Runnable afterwards) {

  public static CalculationResult of(Calculation.State state, String verdict, Object result) {
    return new CalculationResult(state, verdict, result, () -> {}, () -> {});
  }
}
