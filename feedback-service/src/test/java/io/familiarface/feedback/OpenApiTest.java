package io.familiarface.feedback;

import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.rest.testing.ApiContractTest;

@ServiceTest
class OpenApiTest extends ApiContractTest {}
