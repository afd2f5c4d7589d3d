package io.familiarface.jobs.plan;

import io.familiarface.rest.problem.CommonProblem;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Those items of a plan on which somebody decides: as the answer names them, by visit or by item.
 *
 * @param visitIds null among them for all items that are no visits
 */
record ChosenItems(Set<UUID> visitIds, Set<UUID> itemIds) {

  /**
   * Of what a request names.
   *
   * @param visitIds null for none
   * @param itemIds null for none
   */
  static ChosenItems of(List<UUID> visitIds, List<UUID> itemIds) {
    return new ChosenItems(set(visitIds), set(itemIds));
  }

  private static Set<UUID> set(List<UUID> ids) {
    return new HashSet<>(ids == null ? List.of() : ids);
  }

  /**
   * Those that are chosen.
   *
   * @param open on which nobody has decided
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 for one that is not among them
   */
  List<PlanItemRow> among(List<PlanItemRow> open) {
    require(visitIds, open, PlanItemRow::visitId, "/visitIds");
    require(itemIds, open, PlanItemRow::itemId, "/itemIds");
    return open.stream().filter(this::contains).toList();
  }

  private static void require(
      Set<UUID> named, List<PlanItemRow> open, Function<PlanItemRow, UUID> id, String pointer) {
    Set<UUID> known = open.stream().map(id).collect(Collectors.toSet());
    for (UUID one : named) {
      if (!known.contains(one)) {
        throw CommonProblem.INVALID_REQUEST.at(
            pointer,
            "%s is not in this plan, or was decided on."
                .formatted(one == null ? "An item that is no visit" : one));
      }
    }
  }

  private boolean contains(PlanItemRow item) {
    return visitIds.contains(item.visitId()) || itemIds.contains(item.itemId());
  }
}
