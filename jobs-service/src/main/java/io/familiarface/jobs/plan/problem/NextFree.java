package io.familiarface.jobs.plan.problem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** What a dispatcher does without a plan: visit after visit, whoever is free is sent. */
public final class NextFree {
  private NextFree() {}

  /** One option for each task, in their order. */
  public static List<Option> choose(PlanProblem problem) {
    List<PlanProblem.Task> tasks = problem.tasks();
    List<Option> taken = new ArrayList<>();
    Option[] chosen = new Option[tasks.size()];
    IntStream.range(0, tasks.size())
        .boxed()
        .sorted(Comparator.comparing(i -> earliest(tasks.get(i))))
        .forEach(
            i -> {
              chosen[i] =
                  tasks.get(i).options().stream()
                      .filter(option -> option.proposal() == Proposal.SEND)
                      .filter(option -> taken.stream().noneMatch(o -> problem.collide(o, option)))
                      .findFirst()
                      .orElseGet(() -> leave(tasks.get(i)));
              taken.add(chosen[i]);
            });
    return List.of(chosen);
  }

  private static java.time.Instant earliest(PlanProblem.Task task) {
    return leave(task).at();
  }

  /** Every task can be left: that is its last option. */
  private static Option leave(PlanProblem.Task task) {
    return task.options().get(task.options().size() - 1);
  }
}
