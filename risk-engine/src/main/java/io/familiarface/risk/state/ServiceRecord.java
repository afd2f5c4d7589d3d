package io.familiarface.risk.state;

/** Our own view of the service, to be shown beside the customer's. */
public record ServiceRecord(int completed, int onTime, int late, int timeUnknown, int missed) {}
