package io.familiarface.history.row;

import io.familiarface.history.column.Field;
import io.familiarface.history.value.Address;
import io.familiarface.history.value.Contact;
import io.familiarface.history.value.HomeKey;
import io.familiarface.history.value.Memo;
import io.familiarface.history.value.Names;
import io.familiarface.history.value.Text;
import io.familiarface.history.value.Words;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

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
  private final Words words = new Words();
  private final Memo<List<String>> phones = new Memo<>(Contact::phones);
  private final Memo<List<String>> emails = new Memo<>(Contact::emails);
  private final Memo<String> homes = new Memo<>(it -> HomeKey.of(it, null));

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
    String company = cells.text(row, Field.COMPANY, LONGEST_NAME);
    String id = cells.read(row, Field.CUSTOMER_ID, Names::given);
    return new ParsedCustomer(
        Text.cut(name, LONGEST_NAME),
        byId ? id : null,
        isNamed(company) || isCompany(name),
        several(row, Field.PHONE, phones::of),
        several(row, Field.EMAIL, emails::of),
        home(row),
        address(row),
        cells.text(row, Field.BRANCH, LONGEST_PART));
  }

  private boolean isNamed(String company) {
    return company != null && (!Words.isFlag(company) || words.yesOrNo.read(company).orElse(false));
  }

  private List<String> several(RowView row, Field field, Function<String, List<String>> reader) {
    List<String> all =
        cells.read(
            row,
            field,
            text -> {
              List<String> read = reader.apply(text);
              return read.isEmpty() ? null : read;
            });
    return all == null ? List.of() : all;
  }

  private static boolean isCompany(String name) {
    return LEGAL_FORMS.contains(name.substring(name.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT));
  }

  /** As written; whether it is a whole address is seen once for each customer. */
  private Address address(RowView row) {
    Address address =
        new Address(
            cells.text(row, Field.ADDRESS, LONGEST_ADDRESS),
            cells.text(row, Field.ADDRESS2, LONGEST_NAME),
            cells.text(row, Field.CITY, LONGEST_PART),
            cells.text(row, Field.REGION, LONGEST_PART),
            cells.text(row, Field.POSTAL_CODE, 20),
            cells.text(row, Field.COUNTRY, LONGEST_PART));
    return address.line1() == null ? null : address;
  }

  private String home(RowView row) {
    String address = row.text(Field.ADDRESS);
    return address.isEmpty()
        ? null
        : homes.of(address + " " + row.text(Field.ADDRESS2) + " " + row.text(Field.POSTAL_CODE));
  }
}
