package io.familiarface.jobs.accounting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.familiarface.rest.audit.ChangeHistory;
import io.familiarface.rest.audit.RecordedChange;
import io.familiarface.rest.page.Key;
import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Everything that has become of a document, and by whom. */
@ApplicationScoped
class DocumentHistory {
  private final ChangeHistory history;
  private final ObjectMapper mapper;

  DocumentHistory(ChangeHistory history, ObjectMapper mapper) {
    this.history = history;
    this.mapper = mapper;
  }

  Page<DocumentChange> page(UUID documentId, PageRequest page) {
    return Page.of(
        history.of(documentId, page), page, change -> Key.of(change.id()), this::changeOf);
  }

  private DocumentChange changeOf(RecordedChange change) {
    return new DocumentChange(
        change.at(),
        change.actor(),
        change.action(),
        document(change.before()),
        document(change.after()));
  }

  private DocumentView document(String json) {
    try {
      return json == null ? null : mapper.readValue(json, DocumentView.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An entry that we wrote can't be read", e);
    }
  }
}
