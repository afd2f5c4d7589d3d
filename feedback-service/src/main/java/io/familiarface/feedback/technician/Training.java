package io.familiarface.feedback.technician;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;

/**
 * A course that a technician took.
 *
 * @param kind such as SOFT or TECHNICAL, as jobs-service tells it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Training(String course, String kind, LocalDate on) {}
