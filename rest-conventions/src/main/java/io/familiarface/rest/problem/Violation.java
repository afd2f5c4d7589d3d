package io.familiarface.rest.problem;

/**
 * One field at fault.
 *
 * @param pointer an RFC 6901 JSON pointer into the body, or {@code ?name} for a query parameter
 */
public record Violation(String pointer, String message) {}
