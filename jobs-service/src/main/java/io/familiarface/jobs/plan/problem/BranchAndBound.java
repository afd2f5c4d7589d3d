package io.familiarface.jobs.plan.problem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Tries the options visit after visit in order of time, the best first, and turns back as soon as
 * what is left can't become better than what it has. Mostly that is soon: the best options of most
 * visits don't collide.
 */
public final class BranchAndBound {
  private final PlanProblem problem;
  private final List<Integer> order;
  private final List<List<Option>> bestFirst;
  private final Option[] chosen;
  private final int most;
  private int tried;
  private Option[] best;
  private PlanScore bestScore;

  private BranchAndBound(PlanProblem problem, int most) {
    this.problem = problem;
    this.most = most;
    List<PlanProblem.Task> tasks = problem.tasks();
    this.order =
        IntStream.range(0, tasks.size())
            .boxed()
            .sorted(Comparator.comparing(i -> tasks.get(i).options().get(0).at()))
            .toList();
    this.bestFirst =
        tasks.stream()
            .map(
                task ->
                    task.options().stream().sorted(Comparator.comparing(PlanScore::of)).toList())
            .toList();
    this.chosen = new Option[tasks.size()];
  }

  /**
   * What was found.
   *
   * @param proven whether nothing is better
   */
  public record Result(List<Option> options, boolean proven) {}

  /**
   * Searches.
   *
   * @param most so many choices are tried at most
   */
  public static Result search(PlanProblem problem, int most) {
    BranchAndBound search = new BranchAndBound(problem, most);
    search.choose(0, PlanScore.NOTHING);
    return new Result(List.of(search.best), search.tried < most);
  }

  private void choose(int depth, PlanScore score) {
    if (depth == order.size()) {
      best = chosen.clone();
      bestScore = score;
      return;
    }
    int task = order.get(depth);
    for (Option option : free(task)) {
      if (tried >= most && best != null) {
        return;
      }
      tried++;
      chosen[task] = option;
      PlanScore next = score.plus(PlanScore.of(option));
      if (best == null || bound(depth + 1, next).compareTo(bestScore) < 0) {
        choose(depth + 1, next);
      }
      chosen[task] = null;
    }
  }

  /** The options that collide with nothing that is chosen; to leave a visit is always one. */
  private List<Option> free(int task) {
    List<Option> free = new ArrayList<>();
    for (Option option : bestFirst.get(task)) {
      if (isFree(option)) {
        free.add(option);
      }
    }
    return free;
  }

  private boolean isFree(Option option) {
    for (Option other : chosen) {
      if (other != null && problem.collide(option, other)) {
        return false;
      }
    }
    return true;
  }

  /** No way to go on is better than the best for each that is left. */
  private PlanScore bound(int depth, PlanScore score) {
    PlanScore bound = score;
    for (int i = depth; i < order.size(); i++) {
      for (Option option : bestFirst.get(order.get(i))) {
        if (isFree(option)) {
          bound = bound.plus(PlanScore.of(option));
          break;
        }
      }
    }
    return bound;
  }
}
