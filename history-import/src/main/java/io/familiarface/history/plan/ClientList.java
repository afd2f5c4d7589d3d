package io.familiarface.history.plan;

import io.familiarface.history.column.ClientColumns;
import io.familiarface.history.column.ClientColumns.Part;
import io.familiarface.history.file.Row;
import io.familiarface.history.file.TextFile;
import io.familiarface.history.file.UnreadableHistory;
import io.familiarface.history.value.Address;
import io.familiarface.history.value.AddressParser;
import io.familiarface.history.value.ContactKeys;
import io.familiarface.history.value.Names;
import io.familiarface.history.value.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The list of clients that a system exports beside its visits. It tells how to reach a customer,
 * where the visits don't; a name that several clients have tells nothing.
 */
final class ClientList {
  private static final int ROWS_TO_LOOK_AT = 50;
  private static final int LONGEST_PART = 100;

  /** They are held in memory. */
  private static final int MOST = 100_000;

  /** How to reach a client; the address may be null. */
  record Client(long line, List<String> phones, List<String> emails, Address address) {
    Set<String> contactKeys() {
      return ContactKeys.of(phones, emails, address);
    }
  }

  private final Map<String, Client> byId = new HashMap<>();
  private final Map<String, List<Client>> byName = new HashMap<>();
  private long count;

  private ClientList() {}

  /**
   * Reads the whole list.
   *
   * @throws UnreadableHistory when it is no list of clients, with what to do
   */
  static ClientList read(Path file) throws IOException {
    for (TextFile way : TextFile.waysToRead(file)) {
      Optional<Row> header = header(way);
      if (header.isPresent()) {
        return read(file, way, header.get());
      }
    }
    throw new UnreadableHistory(
        "%s is no list of clients: it needs columns for a name and for two of telephone, e-mail and street. Export the clients once more."
            .formatted(file.getFileName()));
  }

  private static Optional<Row> header(TextFile way) throws IOException {
    try (TextFile.OpenFile rows = way.open()) {
      Row row = rows.next();
      for (int i = 0; row != null && i < ROWS_TO_LOOK_AT; i++, row = rows.next()) {
        if (row.isReadable() && ClientColumns.of(row.cells()).isClientList()) {
          return Optional.of(row);
        }
      }
    }
    return Optional.empty();
  }

  private static ClientList read(Path file, TextFile way, Row header) throws IOException {
    ClientList list = new ClientList();
    ClientColumns columns = ClientColumns.of(header.cells());
    try (TextFile.OpenFile rows = way.open()) {
      for (Row row = rows.next(); row != null; row = rows.next()) {
        if (row.line() > header.line() && row.isReadable() && !row.isBlank()) {
          list.add(columns, row);
        }
        if (list.count > MOST) {
          throw new UnreadableHistory(
              "%s has more than %,d clients: bring them in parts, each with their visits."
                  .formatted(file.getFileName(), MOST));
        }
      }
    }
    return list;
  }

  private void add(ClientColumns columns, Row row) {
    List<String> cells = row.cells();
    Set<String> names = names(columns, cells);
    if (names.isEmpty()) {
      return;
    }
    Client client =
        new Client(
            row.line(), columns.phones(cells), columns.emails(cells), address(columns, cells));
    count++;
    String id = columns.first(Part.ID, cells);
    if (!id.isEmpty()) {
      byId.putIfAbsent(Names.given(id), client);
    }
    names.forEach(name -> byName.computeIfAbsent(name, key -> new ArrayList<>(1)).add(client));
  }

  private static Set<String> names(ClientColumns columns, List<String> cells) {
    String first = columns.first(Part.FIRST_NAME, cells);
    String last = columns.first(Part.LAST_NAME, cells);
    boolean both = !first.isEmpty() && !last.isEmpty();
    return Stream.of(
            columns.first(Part.NAME, cells),
            (first + " " + last).strip(),
            both ? last + ", " + first : "",
            both || !first.isEmpty() ? "" : columns.first(Part.COMPANY, cells))
        .filter(name -> !name.isEmpty())
        .map(Names::folded)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Address address(ClientColumns columns, List<String> cells) {
    String street = columns.first(Part.STREET, cells);
    return street.isEmpty()
        ? null
        : AddressParser.read(
            new Address(
                street,
                orNull(columns.first(Part.STREET2, cells)),
                orNull(columns.first(Part.CITY, cells)),
                orNull(columns.first(Part.REGION, cells)),
                orNull(columns.first(Part.POSTAL_CODE, cells)),
                orNull(columns.first(Part.COUNTRY, cells))));
  }

  private static String orNull(String text) {
    return text.isEmpty() ? null : Text.cut(text, LONGEST_PART);
  }

  /** Whether anybody has this name. */
  boolean hasNamed(String folded) {
    return byName.containsKey(folded);
  }

  /**
   * The client who is this customer: by the id, or by a name that only one client has and that only
   * one customer has, or by the one of several who is reached in the same way.
   *
   * @param id null where the visits name none
   * @param alone whether no other customer has the name
   */
  Optional<Client> find(String id, String folded, Set<String> contactKeys, boolean alone) {
    if (id != null && byId.containsKey(id)) {
      return Optional.of(byId.get(id));
    }
    List<Client> named = byName.getOrDefault(folded, List.of());
    List<Client> sharing =
        named.stream()
            .filter(client -> client.contactKeys().stream().anyMatch(contactKeys::contains))
            .toList();
    if (sharing.size() == 1) {
      return Optional.of(sharing.get(0));
    }
    boolean onlyOne = named.size() == 1 && alone;
    return onlyOne && !ContactKeys.contradict(contactKeys, named.get(0).contactKeys())
        ? Optional.of(named.get(0))
        : Optional.empty();
  }

  long count() {
    return count;
  }
}
