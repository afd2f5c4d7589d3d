package io.familiarface.rest.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TableOwnersTest {
  private static final Set<String> TABLES = Set.of("visit", "flag", "idempotency_key", "told");

  @Test
  void each_table_of_this_module_has_one_owner() {
    TableOwners.assertOwned("io.familiarface.rest", Map.of());
  }

  @Test
  void a_table_is_found_in_strings_text_blocks_and_entities() {
    assertThat(found("String s = \"select * from \" + \"visit v, flag as f where 1 = 1\";"))
        .containsExactly("flag", "visit");
    assertThat(found("String s = \"\"\"\n  with a as (select 1)\n  update told set a = 1\n\"\"\";"))
        .containsExactly("told");
    assertThat(found("@Entity\n@Table(name = \"flag\")\nclass StoredFlag {}"))
        .containsExactly("flag");
    assertThat(found("@Entity\nclass IdempotencyKey {}")).containsExactly("idempotency_key");
  }

  @Test
  void words_of_people_and_comments_name_no_table() {
    assertThat(found("// select * from visit\nString s = \"Nobody learns from visit 3.\";"))
        .isEmpty();
    assertThat(found("/** delete from flag */ String visit = \"visit\";")).isEmpty();
  }

  private static Set<String> found(String java) {
    return TableOwners.namedIn(java, TABLES);
  }
}
