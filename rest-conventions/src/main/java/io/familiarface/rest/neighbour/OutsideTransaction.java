package io.familiarface.rest.neighbour;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/**
 * No request holds a connection of the database while it waits for another service. What must be
 * asked is known only in the middle of a transaction; so that is rolled back, which gives the
 * connection back, the question is asked, and the request begins anew with the answer at hand.
 */
public final class OutsideTransaction {
  /** More than any request asks: one whose keys are never the same would ask for ever. */
  private static final int MOST_QUESTIONS = 1_000;

  private static final ThreadLocal<Map<Object, Object>> ANSWERS = new ThreadLocal<>();

  private OutsideTransaction() {}

  /** Asks in the middle of a transaction: undoes it and is caught by {@link #run}. */
  private static final class AskFirst extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Object key;
    private final transient Supplier<?> question;

    AskFirst(Object key, Supplier<?> question) {
      super("to be asked outside of the transaction: " + key, null, false, false);
      this.key = key;
      this.question = question;
    }
  }

  /**
   * Does what a request asks for, as often as it takes until every question has its answer.
   *
   * @param request runs in a transaction of its own, which what it throws rolls back
   */
  public static <T> T run(Callable<T> request) throws Exception {
    Map<Object, Object> answers = new HashMap<>();
    ANSWERS.set(answers);
    try {
      while (answers.size() < MOST_QUESTIONS) {
        try {
          return request.call();
        } catch (AskFirst unanswered) {
          answers.put(unanswered.key, unanswered.question.get());
        }
      }
      throw new IllegalStateException("asks for ever: " + answers.keySet().iterator().next());
    } finally {
      ANSWERS.remove();
    }
  }

  /**
   * The answer to a question; asked at once where no request is {@link #run}.
   *
   * @param key what is asked: the same for the same question, another for any other
   * @param question must be harmless when it turns out that the request is refused after all
   */
  @SuppressWarnings("unchecked")
  public static <T> T ask(Object key, Supplier<T> question) {
    Map<Object, Object> answers = ANSWERS.get();
    if (answers == null) {
      return question.get();
    }
    if (!answers.containsKey(key)) {
      throw new AskFirst(key, question);
    }
    return (T) answers.get(key);
  }
}
