package io.familiarface.risk.state;

/** Our own view of the service, to be shown beside hers. */
public record ServiceRecord(int completed, int onTime, int late, int timeUnknown, int missed) {}
