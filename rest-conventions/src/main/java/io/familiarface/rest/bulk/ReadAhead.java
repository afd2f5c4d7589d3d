package io.familiarface.rest.bulk;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Reads what comes next while what came before is taken in: the processor checks lines as the
 * database writes others. Two are read ahead, no more, so memory is bounded.
 *
 * @param <T> what is read, one at a time
 */
final class ReadAhead<T> implements AutoCloseable {
  private static final int AHEAD = 2;

  // A thread of its own: one of a pool that imports may use up would never come.
  private final ExecutorService thread = Executors.newSingleThreadExecutor(ReadAhead::thread);
  private final Queue<Future<T>> ahead = new ArrayDeque<>();
  private final Source<T> source;

  /** What is read; at its end it says so as often as it is asked. */
  interface Source<T> {
    T next() throws IOException;
  }

  ReadAhead(Source<T> source) {
    this.source = source;
    for (int i = 0; i < AHEAD; i++) {
      ahead.add(thread.submit(source::next));
    }
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "import-lines");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * The next one.
   *
   * @throws IOException when it could not be read
   */
  T next() throws IOException {
    Future<T> next = ahead.remove();
    ahead.add(thread.submit(source::next));
    try {
      return next.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException unreadable) {
        throw unreadable;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) e.getCause();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Stopped while lines were read", e);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
