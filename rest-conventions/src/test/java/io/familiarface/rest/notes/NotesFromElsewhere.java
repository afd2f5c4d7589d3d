package io.familiarface.rest.notes;

import io.familiarface.feed.FeedEvent;
import io.familiarface.rest.feed.FeedSubscription;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Follows a feed whose events can't be applied until the cause is mended. */
@ApplicationScoped
class NotesFromElsewhere implements FeedSubscription {
  private final NoteRows notes;
  private volatile boolean mended;

  NotesFromElsewhere(NoteRows notes) {
    this.notes = notes;
  }

  void mended(boolean now) {
    mended = now;
  }

  @Override
  public String feed() {
    return "elsewhere";
  }

  @Override
  public String from() {
    return "elsewhere";
  }

  @Override
  public Collection<UUID> subjects() {
    return List.of();
  }

  @Override
  public void replace(Collection<UUID> subjects, List<FeedEvent> events) {
    apply(events);
  }

  @Override
  public void apply(FeedEvent event) {
    if (!mended) {
      throw new IllegalArgumentException("not mended yet");
    }
    notes.insert(null, "applied " + event.subject());
  }
}
