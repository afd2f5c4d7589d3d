package io.familiarface.history.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SortedSpoolTest {
  private record Added(String key, long place) {}

  @TempDir Path folder;

  @Test
  void more_than_its_memory_comes_back_in_order_and_equal_keys_as_they_came() throws IOException {
    Random random = new Random(11);
    List<Added> added = new ArrayList<>();
    try (SortedSpool<Added> spool = new SortedSpool<>(Added.class, folder, 20_000)) {
      for (int i = 0; i < 20_000; i++) {
        Added next = new Added("customer " + random.nextInt(3_000), i);
        added.add(next);
        spool.add(next.key(), next);
      }
      assertThat(filesInFolder()).as("runs on disk").isGreaterThan(100);

      List<Added> sorted = new ArrayList<>();
      Iterator<SortedSpool.Keyed<Added>> entries = spool.sorted();
      while (entries.hasNext()) {
        SortedSpool.Keyed<Added> entry = entries.next();
        assertThat(entry.value().key()).isEqualTo(entry.key());
        sorted.add(entry.value());
      }

      added.sort(Comparator.comparing(Added::key).thenComparing(Added::place));
      assertThat(sorted).isEqualTo(added);
    }
    assertThat(filesInFolder()).isZero();
  }

  private long filesInFolder() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    }
  }
}
