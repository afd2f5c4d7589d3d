package io.familiarface.feedback.complaint;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Two callers at once. */
final class Both implements AutoCloseable {
  private final ExecutorService threads = Executors.newFixedThreadPool(2);

  <T> List<T> run(Callable<T> each) throws Exception {
    List<T> answers = new ArrayList<>();
    for (var answer : threads.invokeAll(List.of(each, each))) {
      answers.add(answer.get());
    }
    return answers;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
