package io.familiarface.feedback.backtest;

import java.time.Instant;

/**
 * What a back-test is asked, whole.
 *
 * @param from the first instant at which the engine is judged
 * @param to the end of the time that is looked at
 * @param origins at how many instants it is judged
 */
record BackTestQuestion(Instant from, Instant to, int origins) {}
