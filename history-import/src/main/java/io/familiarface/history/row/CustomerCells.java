package io.familiarface.history.row;

import io.familiarface.history.column.Field;
import io.familiarface.history.value.Address;
import io.familiarface.history.value.Contact;
import io.familiarface.history.value.Names;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads what a line says of its customer. */
final class CustomerCells {
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_PART = 100;
  private static final int LONGEST_ADDRESS = 2_000;
  private static final Set<String> LEGAL_FORMS =
      Set.of(
          "inc inc. llc llc. ltd ltd. corp corp. co co. company gmbh plc llp lp limited incorporated corporation"
              .split(" "));

  private final CellReader cells;
  private final boolean byId;

  /**
   * @param byId whether the column of ids is filled well enough to go by it
   */
  CustomerCells(CellReader cells, boolean byId) {
    this.cells = cells;
    this.byId = byId;
  }

  ParsedCustomer read(RowView row) {
    for (Field name : List.of(Field.CUSTOMER, Field.FIRST_NAME, Field.LAST_NAME)) {
      cells.text(row, name, LONGEST_NAME);
    }
    String name = row.customer();
    boolean named = cells.text(row, Field.COMPANY, LONGEST_NAME) != null;
    String id = cells.read(row, Field.CUSTOMER_ID, Names::given);
    return new ParsedCustomer(
        name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name,
        byId ? id : null,
        named || isCompany(name),
        cells.read(row, Field.PHONE, Contact::phone),
        cells.read(row, Field.EMAIL, Contact::email),
        home(row),
        address(row),
        cells.text(row, Field.BRANCH, LONGEST_PART));
  }

  private static boolean isCompany(String name) {
    return LEGAL_FORMS.contains(name.substring(name.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT));
  }

  /** As written; whether it is a whole address is seen once for each customer. */
  private Address address(RowView row) {
    Address address =
        new Address(
            cells.text(row, Field.ADDRESS, LONGEST_ADDRESS),
            null,
            cells.text(row, Field.CITY, LONGEST_PART),
            cells.text(row, Field.REGION, LONGEST_PART),
            cells.text(row, Field.POSTAL_CODE, 20),
            cells.text(row, Field.COUNTRY, LONGEST_PART));
    return address.line1() == null ? null : address;
  }

  private static String home(RowView row) {
    String address = row.text(Field.ADDRESS);
    String plain = Names.plain(address + " " + row.text(Field.POSTAL_CODE));
    return address.isEmpty()
        ? null
        : plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain;
  }
}
