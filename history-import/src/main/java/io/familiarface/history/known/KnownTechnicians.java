package io.familiarface.history.known;

import io.familiarface.history.value.Names;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The technicians of a file among those held: by their key, or else by their name, as a column of
 * ids may have been added or left out since.
 */
final class KnownTechnicians {
  private final Set<String> held = new HashSet<>();
  private final Map<String, Set<String>> heldByName = new HashMap<>();
  private final Set<String> withoutKey = new HashSet<>();
  private final Map<String, String> namesOfFile = new HashMap<>();

  /**
   * @param key null where nobody has given one
   */
  void hold(String key, String name) {
    if (key == null) {
      withoutKey.add(Names.folded(name));
      return;
    }
    held.add(key);
    heldByName.computeIfAbsent(Names.folded(name), folded -> new HashSet<>()).add(key);
  }

  void file(String key, String name) {
    namesOfFile.put(key, Names.folded(name));
  }

  /** The key by which somebody of the file is held; the file's own for somebody new. */
  String key(String keyOfFile) {
    Set<String> ofName = heldByName.getOrDefault(namesOfFile.get(keyOfFile), Set.of());
    return held.contains(keyOfFile) || ofName.size() != 1 ? keyOfFile : ofName.iterator().next();
  }

  /** Whether somebody of that name is held whom no line can name. */
  boolean isHeldWithoutKey(String keyOfFile) {
    return !held.contains(key(keyOfFile)) && withoutKey.contains(namesOfFile.get(keyOfFile));
  }

  boolean isSame(String keyOfFile, There.Visit visit) {
    return key(keyOfFile).equals(visit.technician)
        || visit.technicianName.equals(namesOfFile.get(keyOfFile));
  }
}
