package io.familiarface.customers;

import io.familiarface.rest.testing.ApiContractTest;

@ServiceTest
class OpenApiTest extends ApiContractTest {}
