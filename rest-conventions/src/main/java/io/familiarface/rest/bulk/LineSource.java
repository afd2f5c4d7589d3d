package io.familiarface.rest.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.io.IOException;

/** The lines of an import, one at a time, never more of them in memory than one. */
interface LineSource {
  /** The next line that is not blank, or null at the end. */
  RawLine next() throws IOException;

  /** A line as a JSON object, or why it is none. */
  record RawLine(long number, JsonNode json, HttpProblem problem) {}
}
