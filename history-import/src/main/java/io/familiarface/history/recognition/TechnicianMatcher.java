package io.familiarface.history.recognition;

import io.familiarface.history.line.TechnicianLine;
import io.familiarface.history.value.Names;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The technicians of a file among those held: by their key, or else by their name, as a column of
 * ids may have been added or left out since.
 */
final class TechnicianMatcher {
  private final Map<String, String> existingKeysById = new HashMap<>();
  private final Set<String> existingKeys = new HashSet<>();
  private final Map<String, Set<String>> existingKeysByName = new HashMap<>();
  private final Set<String> namesWithoutKey = new HashSet<>();
  private final Map<String, String> importedNames = new HashMap<>();

  void addExisting(ListedItem.Technician technician) {
    String name = Names.folded(technician.name());
    String key = technician.externalId();
    if (key == null) {
      namesWithoutKey.add(name);
      return;
    }
    existingKeys.add(key);
    existingKeysById.put(technician.id(), key);
    existingKeysByName.computeIfAbsent(name, folded -> new HashSet<>()).add(key);
  }

  void addImported(TechnicianLine technician) {
    importedNames.put(technician.externalId(), Names.folded(technician.name()));
  }

  /** The key of somebody who is held, or null. */
  String existingKey(String id) {
    return existingKeysById.get(id);
  }

  boolean isExisting(String key) {
    return existingKeys.contains(key);
  }

  /** The key by which somebody of the file is held; the file's own for somebody new, or null. */
  String key(String imported) {
    Set<String> ofName = existingKeysByName.getOrDefault(importedNames.get(imported), Set.of());
    return existingKeys.contains(imported) || ofName.size() != 1
        ? imported
        : ofName.iterator().next();
  }

  /** Whether somebody of that name is held whom no line can name. */
  boolean isExistingWithoutKey(String imported) {
    return !existingKeys.contains(key(imported))
        && namesWithoutKey.contains(importedNames.get(imported));
  }

  boolean isSame(String imported, ExistingVisit visit) {
    return imported == null
        ? visit.technicianKey() == null
        : key(imported).equals(visit.technicianKey())
            || visit.technicianName().equals(importedNames.get(imported));
  }
}
