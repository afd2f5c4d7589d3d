package io.familiarface.rest.bulk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The columns of a file as another system exports it, and what they say in our words. */
@FunctionalInterface
public interface ForeignColumns {
  /**
   * The line that a row says.
   *
   * @param cells as many as the header has, without blanks around them, empty for none
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 when the row says none; it costs itself
   *     and no other
   */
  ObjectNode line(List<String> cells);
}
