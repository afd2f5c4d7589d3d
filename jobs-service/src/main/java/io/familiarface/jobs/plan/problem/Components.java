package io.familiarface.jobs.plan.problem;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Visits that can't get in each other's way are planned each by itself. */
public final class Components {
  private Components() {}

  /** The numbers of the tasks, in groups of which none collides with any other. */
  public static List<List<Integer>> of(PlanProblem problem) {
    int size = problem.tasks().size();
    boolean[] seen = new boolean[size];
    List<List<Integer>> groups = new ArrayList<>();
    for (int first = 0; first < size; first++) {
      if (!seen[first]) {
        groups.add(reachable(problem, first, seen));
      }
    }
    return groups;
  }

  private static List<Integer> reachable(PlanProblem problem, int first, boolean[] seen) {
    List<Integer> group = new ArrayList<>();
    Deque<Integer> toSee = new ArrayDeque<>(List.of(first));
    seen[first] = true;
    while (!toSee.isEmpty()) {
      int one = toSee.pop();
      group.add(one);
      for (int other = 0; other < seen.length; other++) {
        if (!seen[other] && canCollide(problem, one, other)) {
          seen[other] = true;
          toSee.push(other);
        }
      }
    }
    group.sort(null);
    return group;
  }

  private static boolean canCollide(PlanProblem problem, int one, int other) {
    List<Option> others = problem.tasks().get(other).options();
    return problem.tasks().get(one).options().stream()
        .anyMatch(option -> others.stream().anyMatch(o -> problem.collide(option, o)));
  }
}
