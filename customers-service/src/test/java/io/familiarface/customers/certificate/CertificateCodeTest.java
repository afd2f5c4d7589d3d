package io.familiarface.customers.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CertificateCodeTest {

  @Test
  void a_code_has_eighty_bits_that_can_be_read_aloud() {
    Set<String> codes = new HashSet<>();
    int[] seen = new int[128];
    for (int i = 0; i < 2000; i++) {
      CertificateCode code = CertificateCode.next();
      assertThat(code.text()).hasSize(16).doesNotContain("I", "L", "O", "U");
      assertThat(code.toString()).matches("(.{4}-){3}.{4}");
      code.text().chars().forEach(c -> seen[c]++);
      codes.add(code.text());
    }
    assertThat(codes).hasSize(2000);
    assertThat(IntStream.of(seen).filter(count -> count > 0).boxed())
        .hasSize(32)
        .allMatch(count -> count > 700);
  }

  @Test
  void it_is_found_however_it_was_typed() {
    CertificateCode code = new CertificateCode("0123456789ABCDEF");
    String printed = code.toString();
    assertThat(printed).isEqualTo("0123-4567-89AB-CDEF");
    for (String typed :
        new String[] {
          printed,
          code.text(),
          printed.toLowerCase(Locale.ROOT),
          " o1 23 4567 89ab cdef",
          "OI23-4567-89AB-CDEF",
          "0L23456789abcdef"
        }) {
      assertThat(CertificateCode.typed(typed)).as(typed).contains(code);
    }
    for (String typed : new String[] {"", "0123-4567", printed + "0", "U123-4567-89AB-CDEF", "%"}) {
      assertThat(CertificateCode.typed(typed)).as(typed).isEmpty();
    }
  }
}
