package io.familiarface.feedback.complaint;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.mapper.Nested;

/**
 * A complaint in a list.
 *
 * @param customerName as they like to be called; null while this service has not heard of them
 */
@Schema(name = "ListedComplaint")
record ListedComplaint(@Nested @JsonUnwrapped ComplaintView complaint, String customerName) {}
