package io.familiarface.feedback.flag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.familiarface.feedback.followup.Company;
import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.feedback.words.ReasonView;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class CustomerFlagTest {
  @Inject Company company;
  @Inject CustomerFlags flags;

  private UUID customer;

  @BeforeEach
  void dorothy_is_flagged() {
    company.startsAnew();
    customer = company.flagged("Dorothy").id;
  }

  @Test
  void other_reasons_are_written_though_nothing_else_changes() {
    List<ReasonView> before = reasons();
    QuarkusTransaction.requiringNew().run(() -> flag().reasons = before.subList(0, 1));
    assertThat(before).hasSizeGreaterThan(1);
    assertThat(reasons()).isEqualTo(before.subList(0, 1));
  }

  @Test
  void reasons_are_not_changed_in_place_where_nobody_would_notice() {
    List<ReasonView> reasons = reasons();
    assertThatThrownBy(() -> reasons.remove(0)).isInstanceOf(UnsupportedOperationException.class);
  }

  private List<ReasonView> reasons() {
    return QuarkusTransaction.requiringNew().call(() -> flag().reasons);
  }

  private CustomerFlag flag() {
    return flags.of(List.of(customer)).get(0);
  }
}
