package io.familiarface.customers.interaction;

/**
 * A step of the company's walk-through.
 *
 * @param code by which a talk names it
 * @param title what to explain, in plain words
 */
public record WalkThroughStep(String code, String title) {}
