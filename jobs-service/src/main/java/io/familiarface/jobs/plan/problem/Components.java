package io.familiarface.jobs.plan.problem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Visits that can't get in each other's way are planned each by itself. */
public final class Components {
  private final int[] leader;

  private Components(int tasks) {
    leader = IntStream.range(0, tasks).toArray();
  }

  private record Place(int task, Option option) {}

  /** The numbers of the tasks, in groups of which none collides with any other. */
  public static List<List<Integer>> of(PlanProblem problem) {
    Components components = new Components(problem.tasks().size());
    places(problem).values().forEach(places -> components.join(problem, places));
    return IntStream.range(0, problem.tasks().size())
        .boxed()
        .collect(Collectors.groupingBy(components::find, TreeMap::new, Collectors.toList()))
        .values()
        .stream()
        .toList();
  }

  /** Who could be where, by technician. */
  private static Map<Object, List<Place>> places(PlanProblem problem) {
    List<Place> all = new ArrayList<>();
    for (int task = 0; task < problem.tasks().size(); task++) {
      for (Option option : problem.tasks().get(task).options()) {
        if (option.technicianId() != null) {
          all.add(new Place(task, option));
        }
      }
    }
    return all.stream().collect(Collectors.groupingBy(place -> place.option().technicianId()));
  }

  /** Of two that collide, each collides with all that lie between them: neighbours are enough. */
  private void join(PlanProblem problem, List<Place> places) {
    List<Place> inTime = new ArrayList<>(places);
    inTime.sort(Comparator.comparing(place -> place.option().at()));
    for (int i = 1; i < inTime.size(); i++) {
      Place one = inTime.get(i - 1);
      Place next = inTime.get(i);
      if (problem.collide(one.option(), next.option())) {
        leader[find(next.task())] = find(one.task());
      }
    }
  }

  private int find(int task) {
    int at = task;
    while (leader[at] != at) {
      leader[at] = leader[leader[at]];
      at = leader[at];
    }
    return at;
  }
}
