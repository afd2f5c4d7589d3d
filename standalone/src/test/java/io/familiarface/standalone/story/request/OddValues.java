package io.familiarface.standalone.story.request;

import java.util.List;
import java.util.Random;

/** What people, spreadsheets and other programs send where something else is expected. */
final class OddValues {
  private static final String LONG = "x".repeat(5_000);

  /** As they stand in JSON. */
  private static final List<String> JSON =
      List.of(
          "null", "true", "false", "0", "-1", "1", "0.1", "1e400", "-0.0", "2147483648",
          "99999999999999999999", "9223372036854775807", "[]", "{}", "[null]", "[[[[]]]]",
          "{\"a\":{\"b\":[1]}}", "\"\"", "\" \"", "\"\\u0000\"", "\"a\\u0000b\"", "\"\\ud800\"",
          "\"\\udc00x\"", "\"\\u001f\"", "\"\\u001b[31m\"", "\"\\u202e\\u2066\"", "\"\\u200b\"",
          "\"\\ufeff\"", "\"😀\"", "\"שלום\"", "\"e\\u0301\"", "\"<script>alert(1)</script>\"",
          "\"=1+1\"", "\"'; drop table customer; --\"", "\"%s%n{0}${a}#{a}\"", "\"\\r\\nX: y\"",
          "\"../../etc/passwd\"", "\"NaN\"", "\"null\"", "\"1764300000\"", "1764300000",
          "1764300000.5", "\"2026-02-30\"", "\"0000-01-01\"", "\"-0001-01-01\"",
          "\"+1000000-01-01\"", "\"9999-12-31\"", "\"0000-01-01T00:00:00Z\"",
          "\"9999-12-31T23:59:59.999999999Z\"", "\"+999999999-12-31T23:59:59Z\"",
          "\"2026-01-01T00:00:00\"", "\"2026-01-01T24:00:00Z\"", "\"2026-01-01T00:00:60Z\"",
          "\"2026-01-01T00:00:00+99:00\"", "\"20260101T000000Z\"", "\"P1D\"", "\"P-1D\"",
          "\"P999999999Y\"", "\"PT0.000000001S\"", "\"ext:\"", "\"ext:nobody\"", "\"ext:C0001\"",
          "\"00000000-0000-0000-0000-000000000000\"", "\"not-a-uuid\"",
          "\"1-1-1-1-1\"", "\"USD\"", "\"XXX\"", "\"usd\"", "\"12,50\"", "\"1e9\"", "\"-10.00\"",
          "\"1000000000000000000.00\"", "\"0.001\"", "\"FREQ=SECONDLY\"",
          "\"FREQ=DAILY;INTERVAL=2147483647\"", "\"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\"",
          "\"FREQ=DAILY;COUNT=99999999999\"", "\"America/Nowhere\"", "\"http://localhost\"",
          "{\"amount\":\"1\",\"currency\":\"USD\"}", "{\"amount\":1,\"currency\":null}",
          "[\"a\",\"a\"]", "[{}]");

  /** As they stand in a path or a query. */
  private static final List<String> URL =
      List.of(
          "", "%20", "%00", "a%00b", "%C3%28", "%ED%A0%80", "%F0%9F%98%80", "%", "%zz", "%2", "a%2Fb",
          "%252F", "..", "%2e%2e", "%2e%2e%2f", ".", "a;b=c", "%3B", "\\", "%5C", "a+b", "%2B", "|",
          "^", "{}", "%7B%7D", "[]", "\"", "<", "%3Cscript%3E", "'", "%27", "a%0d%0aX:y", "null",
          "undefined", "0", "-1", "1", "501", "99999999999", "1.5", "1e3", "NaN", "true", "abc",
          "é", "%E2%80%8B", "%E2%80%AE", "%1F", "%7F", "%C2%85", "00000000-0000-0000-0000-000000000000",
          "0199a000-0000-7000-8000-000000000001", "ext:", "ext:nobody", "ext:C0001", "ext:%00",
          "ext:%20", "ext:a%2Fb", "2026-02-30", "0000-01-01", "9999-12-31", "%2B1000000-01-01",
          "2026-01-01T00:00:00Z", "0000-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "1764300000",
          "P1D", "P999999999D", "-P1D", "PLANNED", "OPEN", "open", "OPEN,CLOSED", "*", "eyJ", "AAAA",
          "YWJj", "W10", "WyJhIl0", "WzFd", "e30", "MTIz", "%FF", "_", "-", "~", "@", "a@b.c",
          LONG, "a".repeat(300));

  private static final List<String> HEADER =
      List.of(
          "", " ", "*", "\"\"", "\"", "W/\"1\"", "\"1\"", "\"0\"", "\"-1\"", "\"99999999999\"",
          "\"a\", \"b\"", "W/\"1\", \"2\"", "\"1-gzip\"", "abc", "\"abc\"", ",", ",,,", ";", "=",
          "/", "a/b", "*/*", "*/*;q=0", "*/*;q=x", "text/html", "text/plain", "application/xml",
          "application/json", "application/json; charset=utf-16", "application/json;charset=nonsense",
          "application/json;", "application/", "application/json, text/html;q=0.5",
          "application/x-www-form-urlencoded", "multipart/form-data", "multipart/form-data; boundary=",
          "application/x-ndjson", "text/csv", "text/csv; charset=windows-1252", "text/csv;header=x",
          "application/merge-patch+json", "application/json-patch+json", "image/png", "image/svg+xml",
          "application/cloudevents-batch+json", "nonsense", "é", "\u0001", "😀", "null", "-1", "0",
          "99999999999999999999", "gzip", "bytes=0-1", "http://evil.example", "file:///etc/passwd",
          "POST", "a".repeat(300), LONG);

  private OddValues() {}

  static String json(Random random) {
    return pick(random, JSON);
  }

  static String url(Random random) {
    return pick(random, URL);
  }

  static String header(Random random) {
    return pick(random, HEADER);
  }

  static <T> T pick(Random random, List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
