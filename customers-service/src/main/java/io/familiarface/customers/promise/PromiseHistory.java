package io.familiarface.customers.promise;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.familiarface.rest.audit.ChangeHistory;
import io.familiarface.rest.audit.RecordedChange;
import io.familiarface.rest.page.Key;
import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Every word and state that a promise has had, and who gave them. */
@ApplicationScoped
class PromiseHistory {
  private final ChangeHistory history;
  private final ObjectMapper mapper;

  PromiseHistory(ChangeHistory history, ObjectMapper mapper) {
    this.history = history;
    this.mapper = mapper;
  }

  Page<PromiseChange> page(UUID promiseId, PageRequest page) {
    return Page.of(
        history.of(promiseId, page), page, change -> Key.of(change.id()), this::changeOf);
  }

  private PromiseChange changeOf(RecordedChange change) {
    return new PromiseChange(
        change.at(),
        change.actor(),
        change.action(),
        promise(change.before()),
        promise(change.after()));
  }

  private PromiseView promise(String json) {
    try {
      return json == null ? null : mapper.readValue(json, PromiseView.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An entry that we wrote can't be read", e);
    }
  }
}
