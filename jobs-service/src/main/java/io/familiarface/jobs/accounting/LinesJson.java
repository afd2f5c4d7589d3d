package io.familiarface.jobs.accounting;

import com.fasterxml.jackson.core.type.TypeReference;
import io.familiarface.jobs.ListJson;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;

@Converter
@Immutable
class LinesJson extends ListJson<DocumentLine> {
  static final LinesJson INSTANCE = new LinesJson();

  LinesJson() {
    super(new TypeReference<>() {});
  }
}
