package io.familiarface.history.send;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * What a line of a file means for what a service holds already. A file says less than people have
 * entered since; what it doesn't say stays as it is, and a guess never replaces what is there.
 */
interface Merge {
  /**
   * @param own the line, its nulls left out
   * @param there what the service answers with, its nulls left out
   * @return the line to send, or empty when it says nothing new
   */
  Optional<ObjectNode> of(ObjectNode own, JsonNode there);
}
