package io.familiarface.feed.producer;

/** Is told that a feed has grown. */
@FunctionalInterface
public interface HeadListener {
  void headMoved(String feed, long head);
}
