package io.familiarface.rest.notes;

import io.familiarface.rest.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The smallest resource that uses every convention. */
record Note(UUID id, String externalId, String text, long version) {

  record Body(
      String externalId,
      @NotBlank @Size(max = 200) String text,
      @Valid Money price,
      Instant at,
      LocalDate on,
      Integer stars,
      Mood mood,
      @Size(min = 1) String shopName,
      List<String> labels) {
    Body {
      lastShopName = shopName == null ? lastShopName : shopName;
    }
  }

  /** The name of the last body that had one. */
  static volatile String lastShopName;

  record Editable(@NotBlank @Size(max = 200) String text) {}

  enum Mood {
    CALM,
    ANGRY
  }
}
