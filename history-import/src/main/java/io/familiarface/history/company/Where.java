package io.familiarface.history.company;

import com.fasterxml.jackson.annotation.JsonInclude;

/** Where a customer lives, as customers-service takes it: a first line and a city at least. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Where(String line1, String city, String region, String postalCode, String country) {}
