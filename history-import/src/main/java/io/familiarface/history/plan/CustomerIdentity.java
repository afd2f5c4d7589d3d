package io.familiarface.history.plan;

/**
 * Who a customer is.
 *
 * @param key the external id
 * @param given whether the key is the company's own
 * @param spareKey another key, made of what tells this customer from others of the name, or null
 * @param one whether the company says that the name is one customer's
 */
record CustomerIdentity(String key, boolean given, String spareKey, boolean one) {
  static CustomerIdentity given(String id) {
    return new CustomerIdentity(id, true, null, false);
  }
}
