package io.familiarface.history.company;

import io.familiarface.history.column.Field;
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

  private final Tallies tallies;
  private final boolean byId;

  /**
   * @param byId whether the column of ids is filled well enough to go by it
   */
  CustomerCells(Tallies tallies, boolean byId) {
    this.tallies = tallies;
    this.byId = byId;
  }

  SeenCustomer read(RowView row) {
    for (Field name : List.of(Field.CUSTOMER, Field.FIRST_NAME, Field.LAST_NAME)) {
      tallies.text(row, name, LONGEST_NAME);
    }
    String name = row.customer();
    boolean named = tallies.text(row, Field.COMPANY, LONGEST_NAME) != null;
    String id = tallies.read(row, Field.CUSTOMER_ID, Names::given);
    return new SeenCustomer(
        name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name,
        byId ? id : null,
        named || isCompany(name),
        tallies.read(row, Field.PHONE, Contact::phone),
        tallies.read(row, Field.EMAIL, Contact::email),
        home(row),
        where(row),
        tallies.text(row, Field.BRANCH, LONGEST_PART));
  }

  private static boolean isCompany(String name) {
    return LEGAL_FORMS.contains(name.substring(name.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT));
  }

  /** As written; whether it is a whole address is seen once for each customer. */
  private Where where(RowView row) {
    Where where =
        new Where(
            tallies.text(row, Field.ADDRESS, LONGEST_ADDRESS),
            tallies.text(row, Field.CITY, LONGEST_PART),
            tallies.text(row, Field.REGION, LONGEST_PART),
            tallies.text(row, Field.POSTAL_CODE, 20),
            tallies.text(row, Field.COUNTRY, LONGEST_PART));
    return where.line1() == null ? null : where;
  }

  private static String home(RowView row) {
    String address = row.text(Field.ADDRESS);
    String plain = Names.plain(address + " " + row.text(Field.POSTAL_CODE));
    return address.isEmpty()
        ? null
        : plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain;
  }
}
