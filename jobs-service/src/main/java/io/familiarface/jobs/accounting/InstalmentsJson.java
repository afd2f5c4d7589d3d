package io.familiarface.jobs.accounting;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;

/** Not immutable: of such a list Hibernate would see only that it has another length. */
@Converter
class InstalmentsJson extends ListJson<Instalment> {
  static final InstalmentsJson INSTANCE = new InstalmentsJson();

  InstalmentsJson() {
    super(new TypeReference<>() {});
  }
}
