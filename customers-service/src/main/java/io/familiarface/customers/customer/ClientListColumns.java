package io.familiarface.customers.customer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.familiarface.history.column.ClientColumns;
import io.familiarface.history.column.ClientColumns.Part;
import io.familiarface.history.value.Address;
import io.familiarface.history.value.AddressParser;
import io.familiarface.history.value.Names;
import io.familiarface.rest.bulk.ForeignColumns;
import io.familiarface.rest.problem.CommonProblem;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The list of clients that another system exports, by the names of its columns: QuickBooks, Jobber,
 * Housecall Pro, ServiceTitan, Xero, or any list with a name and two ways of reaching somebody. A
 * column that says nothing of this is passed over.
 *
 * <p>Whoever has no id there gets a key made of the name, the same as in a history of visits (see
 * {@code history-import}); so two of one name in such a list are refused.
 */
final class ClientListColumns implements ForeignColumns {
  /** Nobody has more ways of being reached; a cell of that many numbers is something else. */
  private static final int MOST_OTHERS = 20;

  private final ClientColumns columns;

  /** Hashes of the keys that were made of names: one list may have a million. */
  private final Set<Long> madeOfNames = new HashSet<>();

  private ClientListColumns(ClientColumns columns) {
    this.columns = columns;
  }

  /** Empty when the header is ours, or no list of clients. */
  static Optional<ForeignColumns> of(List<String> header) {
    if (header.stream().map(String::strip).anyMatch("externalId"::equals)) {
      return Optional.empty();
    }
    return Optional.of(ClientColumns.of(header))
        .filter(ClientColumns::isClientList)
        .map(ClientListColumns::new);
  }

  @Override
  public ObjectNode line(List<String> cells) {
    String person =
        (columns.first(Part.FIRST_NAME, cells) + " " + columns.first(Part.LAST_NAME, cells))
            .strip();
    String company = columns.first(Part.COMPANY, cells);
    String name = firstOf(columns.first(Part.NAME, cells), company, person);
    if (name.isEmpty()) {
      throw CommonProblem.INVALID_REQUEST.because(
          "This line names nobody: it has neither a name nor a company.");
    }
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("externalId", key(cells, name));
    line.put("kind", (company.isEmpty() ? Kind.HOUSEHOLD : Kind.BUSINESS).name());
    line.put("name", name);
    if (!company.isEmpty() && !person.isEmpty() && !person.equals(name)) {
      line.put("preferredName", person);
    }
    put(line, "email", "otherEmails", columns.emails(cells));
    put(line, "phone", "otherPhones", phones(cells));
    putAddress(cells, line);
    return line;
  }

  private String key(List<String> cells, String name) {
    String id = columns.first(Part.ID, cells);
    if (!id.isEmpty()) {
      return Names.given(id);
    }
    String key = Names.key("c-", Names.folded(name));
    if (!madeOfNames.add(Long.parseUnsignedLong(key.substring(2), 16))) {
      throw CommonProblem.INVALID_REQUEST.because(
          "Another line has the same name, and none has an id to tell them apart: export the list"
              + " with the ids, or change one of the names.");
    }
    return key;
  }

  /** As they can be dialled; what nobody can read is kept as it was written. */
  private List<String> phones(List<String> cells) {
    List<String> phones = columns.phones(cells);
    return phones.isEmpty() ? columns.all(Part.PHONE, cells).stream().limit(1).toList() : phones;
  }

  /** The first one, and all others of the row. */
  private static void put(ObjectNode into, String field, String others, List<String> values) {
    values.stream().limit(1).forEach(first -> into.put(field, first));
    if (values.size() > 1) {
      values.stream().skip(1).limit(MOST_OTHERS).forEach(into.putArray(others)::add);
    }
  }

  private void putAddress(List<String> cells, ObjectNode line) {
    String street = columns.first(Part.STREET, cells);
    if (street.isEmpty()) {
      return;
    }
    Address address =
        AddressParser.read(
            new Address(
                street,
                orNull(columns.first(Part.STREET2, cells)),
                orNull(columns.first(Part.CITY, cells)),
                orNull(columns.first(Part.REGION, cells)),
                orNull(columns.first(Part.POSTAL_CODE, cells)),
                orNull(columns.first(Part.COUNTRY, cells))));
    if (address == null) {
      throw CommonProblem.INVALID_REQUEST.because(
          "The address has a street, and no city can be told from it.");
    }
    ObjectNode into = line.putObject("address");
    into.put("line1", address.line1());
    put(into, "line2", address.line2());
    into.put("city", address.city());
    put(into, "region", address.region());
    put(into, "postalCode", address.postalCode());
    put(into, "country", address.country());
  }

  private static void put(ObjectNode into, String field, String value) {
    if (value != null) {
      into.put(field, value);
    }
  }

  private static String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static String firstOf(String... names) {
    for (String name : names) {
      if (!name.isEmpty()) {
        return name;
      }
    }
    return "";
  }
}
