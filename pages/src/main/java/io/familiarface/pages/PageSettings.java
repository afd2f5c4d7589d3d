package io.familiarface.pages;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;
import java.util.Set;

/** What the pages of a service need to know of it and of its neighbours. */
@ConfigMapping(prefix = "familiar.pages")
interface PageSettings {
  /** The folders below {@code META-INF/resources} that hold a page, such as {@code today}. */
  Optional<Set<String>> folders();
}
